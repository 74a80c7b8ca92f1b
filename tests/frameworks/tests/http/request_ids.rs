//! The id of a request, in its problem and in its event, and `enrich`.

use std::io::{self, Write};
use std::sync::{Mutex, Once};

use serde_json::Value;
use status_core::represent::{ProblemLayer, Representation};
use status_test_support::Connection;

use crate::{Framework, READERS, request};

/// The log of all servers, in JSON.
static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Log;

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The events with a field of this value.
fn events_of(id: &str) -> Vec<Value> {
    let log = LOG.lock().unwrap().clone();
    let events =
        std::str::from_utf8(&log).unwrap().lines().map(|line| serde_json::from_str(line).unwrap());
    events.filter(|event: &Value| event["fields"]["request_id"] == id).collect()
}

const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";

pub fn check(framework: &Framework, name: &str) {
    static START: Once = Once::new();
    START.call_once(|| tracing_subscriber::fmt().json().with_writer(|| Log).init());
    for layers in 1..=2 {
        check_events(framework, name, layers);
    }
}

/// Each error is logged once.
fn check_events(framework: &Framework, name: &str, layers: usize) {
    let address = framework.start(vec![ProblemLayer::new().request_id(); layers]);
    for (index, (accept, representation)) in READERS.into_iter().enumerate() {
        for (path, code) in [
            ("/errors/payment", 502),
            ("/errors/not-found", 404),
            ("/errors/enveloped", 503),
            ("/about", 409),
            ("/guarded", 401),
            ("/problem", 507),
            ("/foreign", 500),
            ("/nowhere", 404),
            ("/early/payment", 502),
            ("/early/enveloped", 503),
            ("/early/silent", 500),
        ] {
            let id = format!("{name}{path}/{index}/{layers}");
            let fields = [("Accept", accept), ("X-Request-Id", &id)];
            let sent = request(address, "GET", path, &fields, "");
            assert!(sent.line.starts_with(&format!("HTTP/1.1 {code}")), "{sent:?}");
            let is_empty = path == "/early/silent" && representation == Representation::Json;
            assert_eq!(sent.content.contains(&id), !is_empty, "{path} as {accept}: {sent:?}");
            assert!(!sent.content.contains("secret"), "{sent:?}");
            let events = events_of(&id);
            assert_eq!(events.len(), 1, "{path} as {accept}: {events:?}");
            let fields = &events[0]["fields"];
            assert_eq!(fields["http.response.status_code"], code);
            // It is the event of the error itself, not one of the layer without the cause.
            if path.ends_with("/payment") {
                assert_eq!(fields["message"], "payment provider: the secret key was refused");
            } else if path == "/foreign" {
                assert_eq!(fields["error.sources"], "a secret path");
            }
        }
    }
}

/// The id is the first one that the request has and that can be used.
pub fn check_sources(framework: &Framework, name: &'static str) {
    let trace = format!("00-{TRACE}-b7ad6b7169203331-01");
    let get = |address, path, fields: &[(&str, &str)]| {
        let sent = request(address, "GET", path, fields, "");
        let problem: Value = serde_json::from_str(&sent.content).unwrap();
        problem["request_id"].as_str().map(str::to_owned)
    };
    let address = framework.start(Some(ProblemLayer::new().request_id()));
    for path in ["/errors/payment", "/nowhere"] {
        assert_eq!(get(address, path, &[]), None);
        let fields = [("Traceparent", &*trace), ("X-Request-Id", "7")];
        assert_eq!(get(address, path, &fields).as_deref(), Some("7"));
        assert_eq!(get(address, path, &fields[..1]).as_deref(), Some(TRACE));
        // One that could mean something elsewhere is not used.
        let long = "x".repeat(129);
        for forged in ["\u{e4}", "a b", "a\tERROR forged", "\"", "<script>", "\\", "", &long] {
            assert_eq!(get(address, path, &[("X-Request-Id", forged)]), None, "{forged}");
        }
    }
    let new = move |request: &http::request::Parts| {
        assert_ne!(request.uri.path(), "/errors/odd", "the function panics");
        format!("{name}-of-{}", request.method)
    };
    let address = framework.start(Some(ProblemLayer::new().request_id_or(new)));
    for path in ["/errors/payment", "/nowhere", "/errors/not-found"] {
        assert_eq!(get(address, path, &[]), Some(format!("{name}-of-GET")));
        assert_eq!(get(address, path, &[("X-Request-Id", "7")]).as_deref(), Some("7"));
    }
    assert_eq!(events_of(&format!("{name}-of-GET")).len(), 3);
    assert_eq!(get(address, "/errors/odd", &[]), None);
}

pub fn check_enrich(framework: &Framework) {
    let layer = ProblemLayer::new().request_id().enrich(|request, problem| {
        problem.instance = Some(request.uri.path().to_owned());
        problem.insert("method", request.method.as_str());
        problem.insert("request_id", &None::<&str>);
        let wanted = request.headers.get("accept-language").map(http::HeaderValue::as_bytes);
        let german = wanted.is_some_and(|wanted| wanted.starts_with(b"de"));
        match problem.status().code() {
            404 if german => problem.detail = Some("gibt es <nicht>".to_owned()),
            404 => problem.detail = Some("not there".to_owned()),
            _ => {}
        }
        problem.set_language(if german { "de" } else { "en" });
    });
    // The changes of a function that panics are not sent.
    let layer = layer.enrich(|_, problem| {
        if problem.status().code() == 410 {
            problem.detail = Some("half".to_owned());
            panic!("a function that panics");
        }
    });
    let address = framework.start(Some(layer));
    for (accept, representation) in READERS {
        for (path, name) in [("/errors/not-found", "not-found"), ("/nowhere", "")] {
            for (language, detail) in [("en", "not there"), ("de", "gibt es <nicht>")] {
                let fields =
                    [("Accept", accept), ("Accept-Language", language), ("X-Request-Id", "7")];
                let sent = request(address, "GET", path, &fields, "");
                assert_eq!(sent.one("content-language"), language, "{sent:?}");
                let mut vary = sent.all("vary").join(", ");
                vary.make_ascii_lowercase();
                assert_eq!(vary, "accept-language, accept", "{sent:?}");
                let escaped = detail.replace('<', "&lt;").replace('>', "&gt;");
                match representation {
                    Representation::Html => {
                        let shown = format!(
                            "<p class=\"detail\" lang=\"{language}\" dir=\"auto\">{escaped}</p>"
                        );
                        assert!(sent.content.contains(&shown), "{sent:?}");
                        assert!(sent.content.contains(path), "{sent:?}");
                    }
                    Representation::Text => {
                        assert!(sent.content.contains(&format!("\n{detail}\n")), "{sent:?}");
                        assert!(
                            sent.content.contains(&format!("\nInstance: {path}\n")),
                            "{sent:?}"
                        );
                    }
                    _ => {
                        let problem: Value = serde_json::from_str(&sent.content).unwrap();
                        assert_eq!(problem["detail"], detail);
                        assert_eq!(problem["instance"], path);
                        assert_eq!(problem["method"], "GET");
                        assert_eq!(problem["request_id"], Value::Null);
                        assert!(problem["type"].as_str().unwrap_or("").ends_with(name));
                    }
                }
            }
        }
        let sent = request(address, "GET", "/errors/broken", &[("Accept", accept)], "");
        assert!(!sent.content.contains("half"), "{sent:?}");
    }
    check_version(framework);
    let sent = request(address, "GET", "/errors/payment", &[], "");
    let expected = r#"{"type":"https://shop.example/errors/payment","title":"The payment provider failed.","status":502,"instance":"/errors/payment","method":"GET"}"#;
    assert_eq!(sent.content, expected);
    let sent = request(address, "GET", "/errors/enveloped", &[], "");
    assert!(sent.content.contains("until=9,method=\"GET\""), "{sent:?}");
    assert_eq!(request(address, "GET", "/fine", &[], "").all("content-language"), [""; 0]);
}

/// The function sees the version of the request.
fn check_version(framework: &Framework) {
    let address = framework.start(Some(ProblemLayer::new().enrich(|request, problem| {
        problem.detail = Some(format!("{:?}", request.version));
    })));
    for version in ["HTTP/1.0", "HTTP/1.1"] {
        let mut connection = Connection::open(address);
        let fields = "Host: shop.example\r\nConnection: close\r\n";
        connection.write(format!("GET /nowhere {version}\r\n{fields}\r\n"));
        let sent = String::from_utf8(connection.read_to_end()).unwrap();
        let seen = if framework.hides_version { "HTTP/1.1" } else { version };
        assert!(sent.contains(&format!(r#""detail":"{seen}""#)), "{version}: {sent:?}");
    }
}

/// A text that the application wrote becomes a problem only with `shape_text`.
pub fn check_shape_text(framework: &Framework) {
    let address = framework.start(Some(ProblemLayer::new().request_id().shape_text()));
    for method in ["GET", "HEAD"] {
        let sent = request(address, method, "/own", &[("X-Request-Id", "7")], "");
        assert!(sent.line.starts_with("HTTP/1.1 404"), "{sent:?}");
        if method == "HEAD" && sent.one("content-type").starts_with("text/plain") {
            // The framework removed the text before the layer saw it.
            continue;
        }
        assert_eq!(sent.one("content-type"), "application/problem+json", "{sent:?}");
        assert_eq!(sent.one("vary"), "Accept");
        let expected = r#"{"title":"Not Found","status":404,"detail":"written by the application","request_id":"7"}"#;
        assert_eq!(sent.one("content-length"), expected.len().to_string());
        assert_eq!(sent.content, if method == "GET" { expected } else { "" });
    }
    let sent = request(address, "GET", "/blank", &[("X-Request-Id", "7")], "");
    let expected = r#"{"title":"Not Found","status":404,"request_id":"7"}"#;
    assert_eq!((sent.one("content-type"), &*sent.content), ("application/problem+json", expected));
    // Of a HEAD, it may be what is left of a longer text.
    let head = request(address, "HEAD", "/blank", &[("X-Request-Id", "7")], "");
    if !head.one("content-type").starts_with("text/plain") {
        assert_eq!(head.one("content-length"), expected.len().to_string(), "{head:?}");
    }
    assert_eq!(request(address, "GET", "/fine", &[], "").content, "fine");
}
