//! Runs both clients of `retry/` against a server that fails a counted number of times. Where they wait, the
//! clock is tokio's, paused: it jumps to the end of each wait, so the tests measure the waits without waiting.

#![expect(clippy::duplicate_mod, reason = "each example has its modules")]

use std::error::Error;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::IntoResponse as _;
use bytes::Bytes;
use http::{Method, Request, StatusCode};
use http_body_util::Full;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use status_core::problem::Problem;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::time::{self, Instant};
use tower::retry::{Retry, RetryLayer};
use tower::{Service as _, ServiceBuilder, ServiceExt as _};

#[path = "../retry/reqwest.rs"]
#[expect(dead_code, reason = "`main` is for the example")]
mod with_reqwest;
#[path = "../retry/tower.rs"]
#[expect(dead_code, reason = "`main` is for the example")]
mod with_tower;

use with_tower::patience::PATIENCE;

#[derive(Clone, Copy, Debug)]
enum Sender {
    Reqwest,
    Tower,
}

impl Sender {
    fn client(self) -> OneClient {
        match self {
            Self::Reqwest => {
                let client = ClientBuilder::new(reqwest::Client::new());
                OneClient::Reqwest(client.with(with_reqwest::Retry).build())
            }
            Self::Tower => {
                let client = Client::builder(TokioExecutor::new()).build_http();
                let layer = RetryLayer::new(with_tower::Retry);
                OneClient::Tower(Box::new(ServiceBuilder::new().layer(layer).service(client)))
            }
        }
    }
}

/// What the example prints for the URL.
async fn get(sender: Sender, address: SocketAddr) -> Result<Bytes, Box<dyn Error>> {
    let url = format!("http://{address}/");
    match sender {
        Sender::Reqwest => with_reqwest::get(&url).await.map(Bytes::from),
        Sender::Tower => with_tower::get(&url).await,
    }
}

enum OneClient {
    Reqwest(ClientWithMiddleware),
    Tower(Box<Retry<with_tower::Retry, Client<HttpConnector, Full<Bytes>>>>),
}

impl OneClient {
    async fn send(&mut self, method: &Method, address: SocketAddr) -> StatusCode {
        let url = format!("http://{address}/");
        match self {
            Self::Reqwest(client) => {
                client.request(method.clone(), url).send().await.unwrap().status()
            }
            Self::Tower(client) => {
                let request = Request::builder().method(method).uri(url);
                let request = request.body(Full::default()).unwrap();
                client.ready().await.unwrap().call(request).await.unwrap().status()
            }
        }
    }
}

/// What a client got in the end, how often it asked, and how long it waited in total.
#[derive(Debug, PartialEq)]
struct Outcome {
    code: u16,
    tries: u32,
    waited: Duration,
}

/// A server that fails the first `times` requests with this code.
async fn serve(
    times: u32,
    code: u16,
    retry_after: Option<&'static str>,
) -> (SocketAddr, Arc<AtomicU32>) {
    let count = Arc::new(AtomicU32::new(0));
    let counted = count.clone();
    let handler = move || async move {
        if counted.fetch_add(1, Ordering::Relaxed) >= times {
            return "done".into_response();
        }
        let mut fields = HeaderMap::new();
        if let Some(value) = retry_after {
            fields.insert("retry-after", HeaderValue::from_static(value));
        }
        (StatusCode::from_u16(code).unwrap(), fields).into_response()
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let app = Router::new().fallback(handler);
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
    (address, count)
}

async fn outcome(
    sender: Sender,
    method: &Method,
    times: u32,
    code: u16,
    retry_after: Option<&'static str>,
) -> Outcome {
    let (address, count) = serve(times, code, retry_after).await;
    let start = Instant::now();
    let code = sender.client().send(method, address).await;
    Outcome { code: code.as_u16(), tries: count.load(Ordering::Relaxed), waited: start.elapsed() }
}

/// A server that sends this after each request, and then nothing more.
async fn stall(sent: &'static str) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let mut open = Vec::new();
        while let Ok((mut connection, _)) = listener.accept().await {
            connection.read_u8().await.unwrap();
            connection.write_all(sent.as_bytes()).await.unwrap();
            open.push(connection);
        }
    });
    address
}

fn paused() -> tokio::runtime::Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_all().start_paused(true).build().unwrap()
}

const SENDERS: [Sender; 2] = [Sender::Reqwest, Sender::Tower];

#[test]
fn it_waits_as_long_as_the_server_says() {
    for sender in SENDERS {
        let got = paused().block_on(outcome(sender, &Method::GET, 2, 503, Some("7")));
        assert_eq!((got.code, got.tries), (200, 3), "{sender:?}");
        // The clock has milliseconds.
        assert_eq!(got.waited.as_secs(), 14, "{sender:?}: {got:?}");
    }
}

#[test]
fn without_a_delay_it_backs_off_with_jitter() {
    for sender in SENDERS {
        let mut waits = Vec::new();
        for _ in 0..3 {
            let got = paused().block_on(outcome(sender, &Method::PUT, 4, 502, None));
            assert_eq!((got.code, got.tries), (200, 5), "{sender:?}");
            let waited = got.waited.as_millis();
            // 100, 200, 400 and 800 ms, each with at most half of it added or removed.
            assert!((750..=2_300).contains(&waited), "{sender:?}: {waited}");
            waits.push(waited);
        }
        waits.dedup();
        assert!(waits.len() > 1, "there is no jitter: {waits:?}");
    }
}

#[test]
fn it_gives_up_after_a_bounded_time() {
    for sender in SENDERS {
        let got = paused().block_on(outcome(sender, &Method::GET, u32::MAX, 503, Some("9")));
        assert_eq!((got.code, got.tries, got.waited.as_secs()), (503, 4, 27), "{sender:?}");
        let got = paused().block_on(outcome(sender, &Method::GET, u32::MAX, 503, None));
        assert_eq!(got.code, 503);
        assert!(got.waited <= PATIENCE, "{sender:?}: {got:?}");
        // It does not begin to wait for what it would not wait for.
        for long in ["31", "1000000000000000000", "Wed, 21 Oct 2099 07:28:00 GMT"] {
            let got = paused().block_on(outcome(sender, &Method::GET, u32::MAX, 429, Some(long)));
            let none = Duration::from_secs(1);
            assert_eq!(
                (got.code, got.tries, got.waited < none),
                (429, 1, true),
                "{sender:?} {long}"
            );
        }
    }
}

#[test]
fn it_does_not_wait_longer_for_a_server_that_stalls() {
    let stalls = ["", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\ndo"];
    for (sender, sent) in SENDERS.into_iter().flat_map(|it| stalls.map(|sent| (it, sent))) {
        paused().block_on(async {
            let address = stall(sent).await;
            let start = Instant::now();
            let got = time::timeout(PATIENCE * 2, get(sender, address)).await;
            assert!(matches!(got, Ok(Err(_))), "{sender:?}: {sent:?}: {got:?}");
            assert_eq!(start.elapsed().as_secs(), PATIENCE.as_secs(), "{sender:?}: {sent:?}");
        });
    }
}

#[tokio::test]
async fn the_example_gets_the_content_or_the_problem() {
    for sender in SENDERS {
        let (address, count) = serve(2, 503, Some("0")).await;
        assert_eq!(get(sender, address).await.unwrap(), "done", "{sender:?}");
        assert_eq!(count.load(Ordering::Relaxed), 3, "{sender:?}");

        let (address, _) = serve(1, 404, None).await;
        let error = get(sender, address).await.unwrap_err();
        assert_eq!(error.downcast_ref::<Problem>().unwrap().status().code(), 404, "{sender:?}");
    }
}

#[test]
fn each_request_of_a_client_has_its_own_patience() {
    for sender in SENDERS {
        paused().block_on(async {
            let (address, count) = serve(1, 503, None).await;
            let mut client = sender.client();
            for number in 0..3 {
                count.store(0, Ordering::Relaxed);
                let code = client.send(&Method::GET, address).await;
                let tries = count.load(Ordering::Relaxed);
                assert_eq!((code.as_u16(), tries), (200, 2), "{sender:?}, request {number}");
                time::sleep(PATIENCE).await;
            }
        });
    }
}

#[test]
fn a_post_that_may_have_taken_effect_is_not_repeated() {
    for sender in SENDERS {
        for (method, code, tries) in [
            (Method::POST, 502, 1),
            (Method::POST, 503, 1),
            (Method::PATCH, 504, 1),
            (Method::DELETE, 504, 2),
            // The server did not act on these.
            (Method::POST, 429, 2),
            (Method::POST, 408, 2),
            (Method::GET, 500, 1),
            (Method::GET, 404, 1),
        ] {
            let got = paused().block_on(outcome(sender, &method, 1, code, Some("1")));
            assert_eq!(got.tries, tries, "{sender:?} {method} {code}");
        }
    }
}
