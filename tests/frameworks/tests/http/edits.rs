//! Problems that middleware has changed before they reach the layer.

use status_core::represent::{ProblemLayer, Representation};

use crate::bodies::get;
use crate::errors::envelope;
use crate::{Framework, READERS};

const BASE: &str = "https://shop.example/errors/";

pub fn check(framework: &Framework) {
    if !framework.edits {
        return;
    }
    let address = framework.start(Some(ProblemLayer::new()));
    let edited = format!(
        r#"{{"type":"{BASE}edited","title":"Middleware changes the detail and adds a member.","status":409,"detail":"corrected","id":7,"requestId":"0192"}}"#
    );
    let redacted = format!(
        r#"{{"type":"{BASE}edited-redacted","title":"Middleware adds a member to a response that has no details.","status":500,"requestId":"0192"}}"#
    );
    let body = r#"410|Gone|corrected|requestId="0192"|"#;
    for (accept, representation) in READERS {
        for (path, json, media_type) in [
            ("/errors/edited", &*edited, "application/problem+json"),
            ("/errors/edited-redacted", &*redacted, "application/problem+json"),
            ("/errors/edited-body", body, "application/vnd.shop"),
        ] {
            let sent = get(address, path, accept);
            assert_eq!(sent.one("vary"), "Accept", "{path} as {accept}");
            assert!(!sent.content.contains("secret"), "{sent:?}");
            assert!(!sent.content.contains("the first text"), "{path} as {accept}: {sent:?}");
            let shows_detail = sent.content.contains("corrected");
            match representation {
                Representation::Html | Representation::Text => {
                    assert_eq!(sent.one("content-type"), representation.media_type());
                    assert_eq!(shows_detail, path != "/errors/edited-redacted", "{sent:?}");
                }
                _ => {
                    assert_eq!(sent.one("content-type"), media_type);
                    assert_eq!(sent.content, json, "{path} as {accept}");
                }
            }
        }
    }
    // The reason of the new code.
    for (path, line) in [
        ("/errors/recoded", "HTTP/1.1 400 Bad Request"),
        ("/errors/recoded-fine", "HTTP/1.1 200 OK"),
    ] {
        let sent = get(address, path, "*/*");
        assert_eq!(sent.line, line);
        assert!(sent.content.contains(r#""status":422"#), "{sent:?}");
    }
    let address = framework.start(Some(ProblemLayer::new().body(envelope)));
    let sent = get(address, "/errors/edited", "*/*");
    assert!(sent.content.ends_with(r#"|corrected|id=7,requestId="0192"|"#), "{sent:?}");
    assert_eq!(get(address, "/errors/edited-body", "*/*").content, body);
}
