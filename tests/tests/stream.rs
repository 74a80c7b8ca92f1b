//! Errors after the header section: logged once, and the stream ends.

mod log;

use std::collections::VecDeque;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::OnceLock;
use std::task::{Context, Poll};
use std::thread;

use axum::Router;
use axum::body::Body;
use axum::response::Response;
use axum::routing::get;
use futures_core::Stream;
use serde_json::Value;
use status_core::problem::Problem;
use status_core::stream::{Ended, end_on_error, end_with};
use status_core::tower::ProblemLayer;
use status_core::{ClientError, HttpStatus};
use status_test_support::Connection;

use crate::log::Log;

/// Why an export fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(type_base = "https://shop.example/errors/")]
enum ExportError {
    /// The database failed.
    #[error("connection to {0} lost")]
    #[status(500)]
    Database(&'static str),
}

/// Yields its items, one for each time that it is polled a second time, so that the server sends
/// each of them.
#[derive(Debug)]
struct Items<E> {
    items: VecDeque<Result<&'static str, E>>,
    ready: bool,
}

fn items<E>(items: impl IntoIterator<Item = Result<&'static str, E>>) -> Items<E> {
    Items { items: items.into_iter().collect(), ready: false }
}

impl<E: Unpin> Stream for Items<E> {
    type Item = Result<&'static str, E>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.ready = !self.ready;
        if self.ready {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(self.items.pop_front())
    }
}

fn failing(host: &'static str) -> Items<ExportError> {
    items([Ok("row 1\n"), Err(ExportError::Database(host)), Ok("row 2\n")])
}

fn log() -> &'static Log {
    static LOG: OnceLock<Log> = OnceLock::new();
    LOG.get_or_init(|| {
        let log = Log::default();
        let writer = log.clone();
        tracing_subscriber::fmt().json().with_writer(move || writer.clone()).init();
        log
    })
}

/// The fields of the events that mention a text.
fn events(text: &str) -> Vec<Value> {
    let lines = log().text();
    let lines = lines.lines().filter(|line| line.contains(text));
    lines.map(|line| serde_json::from_str::<Value>(line).unwrap()["fields"].clone()).collect()
}

fn serve(router: Router) -> SocketAddr {
    log();
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, router).await.unwrap();
        });
    });
    address
}

fn get_all(address: SocketAddr, path: &str, id: &str) -> String {
    let mut connection = Connection::open(address);
    let head = "HTTP/1.1\r\nHost: shop\r\nConnection: close";
    connection.write(format!("GET {path} {head}\r\nX-Request-Id: {id}\r\n\r\n"));
    String::from_utf8(connection.read_to_end()).unwrap()
}

#[test]
fn a_stream_ends_at_its_error() {
    let router = Router::new()
        .route(
            "/fails",
            get(async || Response::new(Body::from_stream(end_on_error(failing("a.internal"))))),
        )
        .route(
            "/fine",
            get(async || {
                let rows = items::<ExportError>([Ok("row 1\n"), Ok("row 2\n")]);
                Response::new(Body::from_stream(end_on_error(rows)))
            }),
        );
    let address = serve(router.layer(ProblemLayer::new().request_id()));
    let fine = get_all(address, "/fine", "fine");
    assert!(fine.ends_with("6\r\nrow 1\n\r\n6\r\nrow 2\n\r\n0\r\n\r\n"), "{fine:?}");

    let sent = get_all(address, "/fails", "cut");
    assert!(sent.starts_with("HTTP/1.1 200 OK\r\n"), "{sent:?}");
    // Without the last chunk, the client knows that something is missing.
    assert!(sent.ends_with("6\r\nrow 1\n\r\n"), "{sent:?}");
    let events = events("a.internal");
    assert_eq!(events.len(), 1, "{events:?}");
    assert_eq!(events[0]["message"], "connection to a.internal lost");
    assert_eq!(events[0]["error.type"], "https://shop.example/errors/database");
    assert_eq!(events[0]["request_id"], "cut");
}

#[test]
fn a_stream_can_end_with_the_problem() {
    let handler = async || {
        let stream = end_with(failing("b.internal"), |problem| {
            format!("event: problem\ndata: {}\n\n", String::from_utf8(problem.json()).unwrap())
                .leak()
        });
        Response::new(Body::from_stream(stream))
    };
    let router = Router::new().route("/", get(handler));
    let address = serve(router.layer(ProblemLayer::new().request_id()));
    let sent = get_all(address, "/", "told");
    let problem = r#"{"type":"https://shop.example/errors/database","title":"The database failed.","status":500,"request_id":"told"}"#;
    assert!(sent.contains(&format!("event: problem\ndata: {problem}\n\n")), "{sent:?}");
    assert!(sent.ends_with("\r\n0\r\n\r\n"), "{sent:?}");
    assert!(!sent.contains("row 2") && !sent.contains("internal"), "{sent:?}");
    assert_eq!(events("b.internal").len(), 1);
    // The same without a layer, and from a problem.
    let error = Problem::from(ExportError::Database("c.internal"));
    let mut stream = std::pin::pin!(end_on_error(items([Err(error)])));
    let mut cx = Context::from_waker(std::task::Waker::noop());
    log();
    assert!(stream.as_mut().poll_next(&mut cx).is_pending());
    let Poll::Ready(Some(Err(ended))) = stream.as_mut().poll_next(&mut cx) else {
        panic!("the stream fails");
    };
    assert_eq!(ended.to_string(), "the response ended with an error");
    assert_eq!(stream.as_mut().poll_next(&mut cx), Poll::Ready(None::<Result<&str, Ended>>));
    assert!(format!("{stream:?}").contains("has_ended: true"), "{stream:?}");
    assert_eq!(events("c.internal")[0].get("request_id"), None);
}

#[test]
fn an_error_in_a_stream_sends_no_header_field_and_loses_none() {
    let signed_out = Problem::new(ClientError::Unauthorized.status()).detail("e.internal");
    let signed_out = signed_out.header("WWW-Authenticate", "é");
    let mut stream = std::pin::pin!(end_on_error(items([Err(signed_out)])));
    let mut cx = Context::from_waker(std::task::Waker::noop());
    log();
    assert!(stream.as_mut().poll_next(&mut cx).is_pending());
    assert!(stream.as_mut().poll_next(&mut cx).is_ready());
    let events = events("e.internal");
    assert_eq!(events.len(), 1, "{events:?}");
    assert_eq!(events[0]["http.response.status_code"], 401);
}
