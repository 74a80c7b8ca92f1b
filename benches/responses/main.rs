//! Creates each response of each peer. `status-benches` runs this program under callgrind.

mod cases;

use std::hint::black_box;
use std::pin::Pin;
use std::process::ExitCode;
use std::task::{Context, Poll, Waker};

use axum::body::HttpBody as _;
use axum::response::Response;

fn main() -> ExitCode {
    if let Err(message) = all_send_the_same() {
        eprintln!("{message}");
        return ExitCode::FAILURE;
    }
    for case in cases::CASES {
        let create = black_box(case.create);
        // The figure is the mean, so one-time work has little influence.
        for _ in 0..100 {
            drop(create());
        }
    }
    ExitCode::SUCCESS
}

/// Figures are comparable only if every peer sends the same members.
fn all_send_the_same() -> Result<(), String> {
    for pair in cases::CASES.windows(2).filter(|pair| pair[0].response == pair[1].response) {
        let (first, second) = (members((pair[0].create)())?, members((pair[1].create)())?);
        if first != second {
            let (name, other) = (pair[0].peer, pair[1].peer);
            return Err(format!("{name} sends {first}, but {other} sends {second}"));
        }
    }
    Ok(())
}

fn members(response: Response) -> Result<serde_json::Value, String> {
    let mut body = response.into_body();
    let mut context = Context::from_waker(Waker::noop());
    // No peer streams, so the first frame is the whole body.
    match Pin::new(&mut body).poll_frame(&mut context) {
        Poll::Ready(Some(Ok(frame))) => {
            let data = frame.into_data().map_err(|frame| format!("not data: {frame:?}"))?;
            serde_json::from_slice(&data).map_err(|error| error.to_string())
        }
        other => Err(format!("no content: {other:?}")),
    }
}
