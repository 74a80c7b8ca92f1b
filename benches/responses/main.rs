//! Each response as each peer makes it. The command runs this under callgrind.

mod peers;

use std::hint::black_box;
use std::pin::Pin;
use std::process::ExitCode;
use std::task::{Context, Poll, Waker};

use axum::body::HttpBody as _;
use axum::response::Response;

const CALLS: usize = 100;

fn main() -> ExitCode {
    if let Err(mistake) = same_work() {
        eprintln!("{mistake}");
        return ExitCode::FAILURE;
    }
    for case in peers::CASES {
        let live = black_box(case.live);
        for _ in 0..CALLS {
            live();
        }
    }
    ExitCode::SUCCESS
}

/// Figures compare where everyone sends the same.
fn same_work() -> Result<(), String> {
    for response in ["redacted", "detailed", "typed"] {
        let mut first = None;
        for case in peers::CASES.iter().filter(|case| case.response == response) {
            let sent = content((case.create)())?;
            let first = first.get_or_insert_with(|| sent.clone());
            if *first != sent {
                return Err(format!(
                    "{response}: {} sends {sent:?}, and ours {first:?}",
                    case.peer
                ));
            }
        }
    }
    Ok(())
}

/// Its members, whatever their order.
fn content(response: Response) -> Result<serde_json::Value, String> {
    let mut body = response.into_body();
    let mut context = Context::from_waker(Waker::noop());
    // None of them streams, so what there is comes with the first poll.
    match Pin::new(&mut body).poll_frame(&mut context) {
        Poll::Ready(Some(Ok(frame))) => {
            let data = frame.into_data().map_err(|frame| format!("no data but {frame:?}"))?;
            serde_json::from_slice(&data).map_err(|error| error.to_string())
        }
        other => Err(format!("no content but {other:?}")),
    }
}
