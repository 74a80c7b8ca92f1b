//! The id of a request: what a client quotes finds the event with the cause.

mod log;

use std::collections::BTreeMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::Value;
use status_core::problem::{Body, Problem, View};
use status_core::tower::ProblemLayer;
use status_core::{ClientError, HttpStatus, ServerError};
use status_test_support::{Connection, request};

use crate::log::Log;

/// Why an order fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, type_base = "https://shop.example/errors/")]
enum OrderError {
    /// The order could not be saved.
    #[error("cannot write row{0} of relation{0}")]
    #[status(500)]
    Unsaved(usize, #[source] io::Error),
    /// The order was not found.
    #[error("no such order")]
    #[status(404, members(request_id))]
    OfAnother { request_id: &'static str },
}

/// 1,000, or what the process may have of open files: each request takes two.
fn requests() -> usize {
    const WANTED: usize = 1000;
    // Where there is no such file, as on macOS, the usual limit is 256.
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let files = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    let files = files.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(256);
    let possible = WANTED.min(files / 2 - 100_usize.min(files / 4));
    if possible < WANTED {
        println!("REDUCED: {possible} requests instead of {WANTED}, for {files} open files");
    }
    possible
}

/// The log of this process, in JSON.
fn log() -> &'static Log {
    static LOG: OnceLock<Log> = OnceLock::new();
    LOG.get_or_init(|| {
        let log = Log::default();
        let writer = log.clone();
        tracing_subscriber::fmt().json().with_writer(move || writer.clone()).init();
        log
    })
}

/// The events by their ids.
fn events() -> BTreeMap<String, Vec<Value>> {
    let mut events = BTreeMap::<_, Vec<_>>::new();
    for line in log().text().lines() {
        let event: Value = serde_json::from_str(line).unwrap();
        if let Some(id) = event["fields"]["request_id"].as_str() {
            events.entry(id.to_owned()).or_default().push(event);
        }
    }
    events
}

/// Starts a server with several threads. It stops with the process.
fn serve(router: Router) -> SocketAddr {
    log();
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let mut runtime = tokio::runtime::Builder::new_multi_thread();
        let runtime = runtime.worker_threads(4).enable_io().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, router).await.unwrap();
        });
    });
    address
}

fn get_with_id(address: SocketAddr, path: &str, id: &str) -> String {
    request(address, "GET", path, &[("X-Request-Id", id)], "").content
}

/// All of them are in their handlers at the same time.
#[test]
fn each_id_in_a_response_finds_the_one_event_with_its_cause() {
    static HANDLED: AtomicUsize = AtomicUsize::new(0);
    let requests = requests();
    let handler = async move |Path(number): Path<usize>| {
        HANDLED.fetch_add(1, Ordering::Relaxed);
        while HANDLED.load(Ordering::Relaxed) < requests {
            tokio::task::yield_now().await;
        }
        let source = io::Error::other(format!("disk{number} unplugged{number}"));
        Err::<(), _>(OrderError::Unsaved(number, source))
    };
    let router = Router::new().route("/{number}", get(handler));
    let address = serve(router.layer(ProblemLayer::new().request_id()));

    let mut connections: Vec<Connection> =
        (0..requests).map(|_| Connection::open(address)).collect();
    for (number, connection) in connections.iter_mut().enumerate() {
        let accept = ["*/*", "text/html", "text/plain"][number % 3];
        connection.write(format!(
            "GET /{number} HTTP/1.1\r\nHost: shop\r\nAccept: {accept}\r\nX-Request-Id: load-{number:04}\r\n\r\n"
        ));
    }
    let responses: Vec<String> = connections
        .iter_mut()
        .map(|connection| {
            let response = connection.read_response("GET");
            assert_eq!(response.line, "HTTP/1.1 500 Internal Server Error");
            response.content
        })
        .collect();

    let events = events();
    for (number, content) in responses.iter().enumerate() {
        let (_, rest) = content.split_once("load-").expect("the response has an id");
        let id = format!("load-{}", &rest[..4]);
        assert_eq!(id, format!("load-{number:04}"), "{content}");
        let found = &events[&id];
        assert_eq!(found.len(), 1, "{found:?}");
        let fields = &found[0]["fields"];
        assert_eq!(fields["message"], format!("cannot write row{number} of relation{number}"));
        assert_eq!(fields["error.sources"], format!("disk{number} unplugged{number}"));
        assert_eq!(fields["error.type"], "https://shop.example/errors/unsaved");
        for word in ["cannot write", "row", "relation", "disk", "unplugged"] {
            let word = format!("{word}{number}");
            assert!(!content.contains(&word) && !content.contains("cannot write"), "{content}");
        }
    }
}

/// An event that this task did not emit does not have the id, so the layer emits one that has.
#[test]
fn a_problem_of_another_task_has_an_event_with_the_id() {
    let elsewhere = async || -> Response {
        let response = async { ServerError::BadGateway.problem().detail("closed").into_response() };
        tokio::spawn(response).await.unwrap()
    };
    let router = Router::new().route("/", get(elsewhere));
    let address = serve(router.layer(ProblemLayer::new().request_id()));
    assert!(get_with_id(address, "/", "elsewhere").contains(r#""request_id":"elsewhere""#));
    let events = &events()["elsewhere"];
    assert_eq!(events.len(), 1, "{events:?}");
    assert_eq!(events[0]["fields"]["message"], "502 Bad Gateway: closed");
}

/// The event of the layer says the same as that of the other task.
#[test]
fn a_forwarded_problem_of_another_task_has_two_events_of_bounded_length() {
    const LONG: usize = 10_000;
    let elsewhere = async |Path(member): Path<String>| -> Response {
        let content =
            format!(r#"{{"status":503,"{member}":"from upstream {}"}}"#, "x".repeat(LONG));
        let problem = Problem::from_json(content.as_bytes()).unwrap().forward();
        tokio::spawn(async { problem.into_response() }).await.unwrap()
    };
    let router = Router::new().route("/{member}", get(elsewhere));
    let address = serve(router.layer(ProblemLayer::new().request_id()));
    for (member, field) in [("detail", "message"), ("title", "message"), ("type", "error.type")] {
        get_with_id(address, &format!("/{member}"), &format!("bounded-{member}"));
        let logged = &events()[&format!("bounded-{member}")];
        assert_eq!(logged.len(), 1, "{logged:?}");
        let text = logged[0]["fields"][field].as_str().unwrap();
        assert!(text.contains("from upstream x"), "{member}");
        assert!(text.len() < LONG / 5, "{member}: {}", text.len());
    }
}

#[test]
fn two_layers_have_one_event() {
    let router = Router::new().route("/", get(async || ServerError::BadGateway));
    let layer = || ProblemLayer::new().request_id();
    let address = serve(router.layer(layer()).layer(layer()));
    for path in ["/", "/nowhere"] {
        let id = format!("two{path}");
        let content = get_with_id(address, path, &id);
        assert_eq!(content.matches("request_id").count(), 1, "{content}");
        assert_eq!(events()[&id].len(), 1, "{path}");
    }
}

/// The id finds the event of this service, not that of another.
#[test]
fn the_id_replaces_a_member_of_its_name() {
    let other = async || Err::<(), _>(OrderError::OfAnother { request_id: "theirs" });
    let router = Router::new().route("/", get(other));
    let address = serve(router.layer(ProblemLayer::new().request_id()));
    let content = get_with_id(address, "/", "ours");
    assert!(content.contains(r#""request_id":"ours""#), "{content}");
    assert!(!content.contains("theirs"), "{content}");
    let content = request(address, "GET", "/", &[], "").content;
    assert!(content.contains(r#""request_id":"theirs""#), "{content}");
}

#[test]
fn a_layer_that_only_enriches_does_not_show_the_id() {
    let router = Router::new().route("/", get(async || ClientError::Conflict.problem()));
    let layer = ProblemLayer::new().enrich(|request, problem| {
        problem.instance = Some(request.uri.path().to_owned());
    });
    let content = get_with_id(serve(router.layer(layer)), "/", "hidden");
    assert_eq!(content, r#"{"title":"Conflict","status":409,"instance":"/"}"#);
}

#[test]
fn an_instance_that_is_set_replaces_the_received_one() {
    let forward = async || {
        let received = br#"{"instance":7,"left":3}"#;
        Problem::from_response(422, Some(b"application/json"), received).forward()
    };
    let layer = ProblemLayer::new().enrich(|request, problem| {
        problem.instance = Some(request.uri.path().to_owned());
    });
    let address = serve(Router::new().route("/up", get(forward)).layer(layer));
    let content = request(address, "GET", "/up", &[], "").content;
    let expected = r#"{"title":"Unprocessable Content","status":422,"instance":"/up","left":3}"#;
    assert_eq!(content, expected);
}

#[test]
fn successes_and_other_responses_are_unchanged() {
    let router = Router::new()
        .route("/", get(async || "fine"))
        .route("/said", get(async || (http::StatusCode::NOT_FOUND, "no such page")));
    let layer = ProblemLayer::new().request_id().enrich(|_, problem| problem.title = "No".into());
    let address = serve(router.layer(layer));
    assert_eq!(get_with_id(address, "/", "fine"), "fine");
    assert_eq!(get_with_id(address, "/said", "said"), "no such page");
    assert!(!events().contains_key("said"));
}

/// What is logged while the problem is rendered has the id too, and what a handler calls sees it.
#[test]
fn the_layers_own_events_have_the_id() {
    let layer = ProblemLayer::new()
        .request_id_or(|_| "made".to_owned())
        .page(|_| panic!("a page that panics"))
        .body(|_: &View<'_>| -> Body { panic!("a body that panics") });
    let seen = async |headers: http::HeaderMap| {
        let id = headers.get("x-request-id").and_then(|id| id.to_str().ok());
        Problem::new(ClientError::Conflict.status()).member("seen", &id)
    };
    let router = Router::new().route("/", get(seen));
    // It adds its id before the router reads the request.
    let address = serve(router.layer(layer));
    let content = request(address, "GET", "/", &[], "").content;
    assert!(content.contains(r#""seen":"made","request_id":"made""#), "{content}");
    let page = request(address, "GET", "/nowhere", &[("Accept", "text/html")], "").content;
    assert!(page.contains("<dt>Request ID</dt> <dd>made</dd>"), "{page}");
    let events = &events()["made"];
    let has = |text: &str| {
        events.iter().any(|event| event["fields"]["message"].as_str().unwrap().contains(text))
    };
    assert!(has("409 Conflict"), "{events:?}");
    assert!(has("the function given to `page` panicked"), "{events:?}");
    assert!(has("the function panicked"), "{events:?}");
}
