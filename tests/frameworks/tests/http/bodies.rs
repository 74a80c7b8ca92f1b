//! Bodies of one's own, which every framework must send in the same way.

use std::net::SocketAddr;

use status_core::problem::{Body, View};
use status_core::represent::{ProblemLayer, Representation};
use status_test_support::Response;

use crate::errors::envelope;
use crate::{Framework, READERS, request};

const ENVELOPED: &str = "503|Service Unavailable|closed <today>|until=9|60";

/// What a `GET` gets, after comparing it with what a `HEAD` gets.
pub fn get(address: SocketAddr, path: &str, accept: &str) -> Response {
    let get = request(address, "GET", path, &[("Accept", accept)], "");
    let head = request(address, "HEAD", path, &[("Accept", accept)], "");
    assert_eq!(head.content, "", "{head:?}");
    assert_eq!(head.line, get.line);
    let fields = |response: &Response| {
        let mut fields = response.fields.clone();
        fields.retain(|(name, _)| name != "date");
        if get.content.is_empty() {
            // hyper does not send a length of 0 with a HEAD.
            fields.retain(|(name, _)| name != "content-length");
        }
        fields.sort();
        fields
    };
    assert_eq!(fields(&head), fields(&get), "{path} as {accept}");
    assert_eq!(get.one("content-length"), get.content.len().to_string(), "{get:?}");
    get
}

pub fn check(framework: &Framework) {
    for (layers, base) in [0, 1, 2].into_iter().flat_map(|it| [(it, "/errors"), (it, "/early")]) {
        let address = framework.start(vec![ProblemLayer::new(); layers]);
        let get = |path: &str, accept: &str| get(address, &format!("{base}/{path}"), accept);
        let represents = layers > 0 || framework.sees_requests;
        for (accept, representation) in READERS {
            let sent = get("enveloped", accept);
            assert!(sent.line.starts_with("HTTP/1.1 503"), "{sent:?}");
            assert_eq!(sent.one("retry-after"), "60");
            assert_eq!(sent.one("cache-control"), "no-store");
            assert_eq!(sent.all("vary").len(), usize::from(represents), "{sent:?}");
            match representation {
                Representation::Html if represents => {
                    assert_eq!(sent.one("content-type"), representation.media_type());
                    assert!(sent.content.contains("closed &lt;today&gt;"), "{sent:?}");
                }
                Representation::Text if represents => {
                    assert_eq!(sent.one("content-type"), representation.media_type());
                    assert!(sent.content.starts_with("503 Service"), "{sent:?}");
                }
                _ => {
                    assert_eq!(sent.one("content-type"), "application/vnd.shop");
                    assert_eq!(sent.content, ENVELOPED);
                }
            }
            let sent = get("for-every-reader", accept);
            assert!(sent.line.starts_with("HTTP/1.1 403"), "{sent:?}");
            assert_eq!(sent.one("content-type"), "application/xml", "{accept}");
            assert_eq!(sent.content, "<no/>");
            assert!(sent.all("vary").is_empty(), "{sent:?}");

            let sent = get("silent", accept);
            assert!(sent.line.starts_with("HTTP/1.1 500"), "{sent:?}");
            assert_eq!(sent.all("vary").len(), usize::from(represents), "{sent:?}");
            if represents && representation != Representation::Json {
                assert_eq!(sent.one("content-type"), representation.media_type());
                assert!(sent.content.contains("Internal Server Error"), "{sent:?}");
            } else {
                assert_eq!((sent.all("content-type").len(), &*sent.content), (0, ""), "{sent:?}");
            }
            let sent = get("silent-for-every-reader", accept);
            assert!(sent.line.starts_with("HTTP/1.1 403"), "{sent:?}");
            assert_eq!((sent.all("content-type").len(), &*sent.content), (0, ""), "{sent:?}");
            assert!(sent.all("vary").is_empty(), "{sent:?}");
        }
        let sent = get("broken", "*/*");
        assert_eq!(sent.one("content-type"), "application/problem+json");
        assert_eq!(sent.content, r#"{"title":"Gone","status":410,"detail":"gone"}"#);
    }
    of_the_layer(framework);
    if framework.nests {
        of_the_inner_layer(framework);
    }
}

/// An outer layer leaves the body of an inner one alone, whatever its media type is.
fn of_the_inner_layer(framework: &Framework) {
    let old = |view: &View<'_>| {
        let old = serde_json::json!({ "code": view.status.slug(), "type": "/v1/errors" });
        Body::json(&old).media_type("application/problem+json")
    };
    let outer = ProblemLayer::new().request_id().body(envelope).enrich(|_, problem| {
        problem.title = "Changed".into();
    });
    let address = framework.start([ProblemLayer::new().body(old), outer.clone()]);
    let everyone = ProblemLayer::new().body(move |view| old(view).for_every_reader());
    let of_everyone = framework.start([everyone, outer]);
    for (accept, representation) in READERS {
        for (path, code) in [
            ("/nowhere", "not-found"),
            ("/errors/not-found", "order-not-found"),
            ("/early/not-found", "order-not-found"),
        ] {
            let expected = format!(r#"{{"code":"{code}","type":"/v1/errors"}}"#);
            assert_eq!(get(of_everyone, path, accept).content, expected, "{accept}");
            let sent = get(address, path, accept);
            match representation {
                Representation::Json => assert_eq!(sent.content, expected),
                _ => assert_eq!(sent.one("content-type"), representation.media_type()),
            }
            assert!(!sent.content.contains("Changed"), "{sent:?}");
        }
    }
}

/// The layer's body applies to problems whose type has none.
fn of_the_layer(framework: &Framework) {
    let address = framework.start(Some(ProblemLayer::new().body(envelope)));
    let sent = get(address, "/nowhere", "*/*");
    assert!(sent.line.starts_with("HTTP/1.1 404"), "{sent:?}");
    assert_eq!(sent.one("content-type"), "application/vnd.shop");
    assert_eq!(sent.content, "404|Not Found|||");
    let sent = get(address, "/nowhere", "text/html");
    assert_eq!(sent.one("content-type"), Representation::Html.media_type());
    let sent = get(address, "/errors/not-found", "*/*");
    let expected = "404|No order has this number.|order <7> not found|id=7|";
    assert_eq!((sent.one("content-type"), &*sent.content), ("application/vnd.shop", expected));
    let sent = get(address, "/errors/too-fast", "application/json");
    assert!(sent.content.ends_with("|slow down||2"), "{sent:?}");
    assert_eq!(get(address, "/errors/for-every-reader", "*/*").content, "<no/>");
    assert_eq!(get(address, "/errors/enveloped", "*/*").content, ENVELOPED);
    // One that cannot be sent becomes a problem, not the layer's body.
    let sent = get(address, "/errors/broken", "*/*");
    assert_eq!(sent.one("content-type"), "application/problem+json");
    assert_eq!(request(address, "GET", "/fine", &[], "").content, "fine");

    // The function does not see what depends on the content that it replaces.
    let names = |view: &View<'_>| {
        let mut names: Vec<&str> = view.header_fields.keys().map(AsRef::as_ref).collect();
        names.sort_unstable();
        Body::new("text/plain", format!("fields: {}", names.join(",")))
    };
    let address = framework.start(Some(ProblemLayer::new().body(names)));
    assert_eq!(get(address, "/errors/not-found", "*/*").content, "fields: ");
    let expected = "fields: cache-control,retry-after";
    assert_eq!(get(address, "/errors/too-fast", "*/*").content, expected);

    let panics = ProblemLayer::new().body(|_| panic!("a body that panics"));
    let address = framework.start(Some(panics));
    let sent = get(address, "/nowhere", "*/*");
    assert_eq!(sent.one("content-type"), "application/problem+json");
    assert_eq!(sent.content, r#"{"title":"Not Found","status":404}"#);
}
