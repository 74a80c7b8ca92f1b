//! The problem page in a real browser: its document, its requests and its rendering.

mod audit;
#[path = "../../../../examples/tests/common/mod.rs"]
mod common;
mod driver;
mod server;
mod shop;

use std::env;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value, json};
use status_core::problem::RetryAfter;
use status_core::represent::{View, page};
use status_core::{ClientError, ServerError};

use audit::audit;
use driver::{Browser, Screen};
use server::Server;
use shop::Shop;

/// Light and dark, on a desktop and on a small phone.
const SCREENS: [Screen; 4] = [
    Screen { scheme: "light", width: 1000, height: 700, scale: 1 },
    Screen { scheme: "dark", width: 1000, height: 700, scale: 1 },
    Screen { scheme: "light", width: 320, height: 640, scale: 2 },
    Screen { scheme: "dark", width: 320, height: 640, scale: 2 },
];

const TITLE: &str = "</title></h1><script>alert(1)</script>";
const SCRIPT: &str =
    "<script src=/x.js>alert(1)</script><img src=/x onerror=alert(1)> &amp; \"'\u{202e}\0";

/// A server of pages.
trait Host {
    fn url(&self, path: &str) -> String;

    /// The paths requested so far, if the server records them.
    fn asked(&self) -> Option<Vec<String>> {
        None
    }
}

/// Pages that the shop never sends.
fn pages() -> Server {
    Server::start(|path| {
        let mut view = View::new(ClientError::UnprocessableContent.status());
        let long = "x".repeat(10_000);
        match path {
            "/script" => {
                (view.title, view.detail) = (TITLE, Some(SCRIPT));
                (view.type_uri, view.instance) = (Some(SCRIPT), Some(SCRIPT));
            }
            "/long" => {
                (view.title, view.detail) = (&long[..200], Some(long.as_str()));
                (view.type_uri, view.instance) = (Some(&long[..200]), Some(&long[..200]));
            }
            "/bare" => {
                view = View::new(ServerError::ServiceUnavailable.status());
                let date = UNIX_EPOCH + Duration::from_secs(784_111_777);
                view.retry_after = Some(RetryAfter::Date(date));
            }
            _ => return None,
        }
        Some((view.status.code(), page(&view)))
    })
}

/// Audits a page on every screen, and returns the facts about it.
fn check<H: Host>(start: fn() -> H, path: &str) -> Value {
    let browser = Browser::start();
    let mut built = Vec::new();
    for screen in SCREENS {
        let host = start();
        let (facts, wrong) = audit(&browser, screen, &host.url(path));
        let name = path.trim_start_matches('/').replace('/', "-");
        let file = format!("page-{name}-{}-{}.png", screen.scheme, screen.width);
        browser.picture(&Path::new(env!("CARGO_TARGET_TMPDIR")).join(file));
        assert_eq!(wrong, [""; 0], "{path}, {}, {} pixels", screen.scheme, screen.width);
        // The browser requests nothing else, such as an icon.
        assert!(host.asked().is_none_or(|asked| asked == [path]), "{:?}", host.asked());
        built.push(facts);
    }
    built.swap_remove(0)
}

#[test]
#[ignore = "needs a browser: .ci/browser"]
fn order_not_found() {
    let facts = check(Shop::start, "/orders/404");
    assert_eq!(facts["title"], "404: No order has this number.");
    assert_eq!(facts["h1"], json!(["No order has this number."]));
    assert_eq!(facts["status"], json!(["404 Not Found"]));
    assert_eq!(facts["detail"], json!(["order 404 not found"]));
}

/// The framework's own 404.
#[test]
#[ignore = "needs a browser: .ci/browser"]
fn no_such_route() {
    let facts = check(Shop::start, "/nowhere");
    assert_eq!(facts["h1"], json!(["There is nothing here"]));
    assert_eq!(facts["detail"], json!([]));
}

#[test]
#[ignore = "needs a browser: .ci/browser"]
fn retry_after_two_seconds() {
    let facts = check(Shop::start, "/stock");
    assert_eq!(facts["status"], json!(["503 Service Unavailable"]));
    assert_eq!(facts["h1"], json!(["The stock is being counted."]));
    assert_eq!(facts["time"], json!([["PT2S", "in 2 seconds"]]));
}

#[test]
#[ignore = "needs a browser: .ci/browser"]
fn a_status_without_a_title() {
    let facts = check(pages, "/bare");
    assert_eq!(facts["title"], "503: This is not available right now");
    let time = json!([["1994-11-06T08:49:37Z", "after 6 November 1994, 08:49:37 UTC"]]);
    assert_eq!(facts["time"], time);
}

/// Text from a request is shown as text.
#[test]
#[ignore = "needs a browser: .ci/browser"]
fn scripts_are_escaped() {
    let facts = check(pages, "/script");
    assert_eq!(facts["title"], format!("422: {TITLE}"));
    assert_eq!(facts["h1"], json!([TITLE]));
    assert_eq!(facts["detail"], json!([SCRIPT.replace('\0', "\u{fffd}")]));
}

#[test]
#[ignore = "needs a browser: .ci/browser"]
fn long_words_are_wrapped() {
    assert_eq!(check(pages, "/long")["detail"], json!(["x".repeat(10_000)]));
}

/// The checks find the faults of a broken page.
#[test]
#[ignore = "needs a browser: .ci/browser"]
fn a_broken_page_fails_the_checks() {
    let server = Server::start(|path| {
        let wrong = "<h1>One</h1><h1>Two</h1><p style='color: #999'>pale</p><script src=/s.js></script>\
                     <script>console.error('heard')</script><div style='width: 400px'>wide</div>";
        (path == "/").then(|| (500, wrong.to_owned()))
    });
    let browser = Browser::start();
    let (_, wrong) = audit(&browser, SCREENS[3], &server.url("/"));
    let found = wrong.join("\n");
    for expected in [
        "language: \"\"",
        "quirks mode",
        "no title",
        "headings: [\"One\",\"Two\"]",
        "active: [\"script\",\"script\"]",
        "icon: null",
        "robots: null",
        "scheme dark, dark: false",
        "width: Some(4",
        "contrast 2.85: \"pale\"",
        "/s.js\"",
        "/favicon.ico\"",
        "console: ",
        "heard",
    ] {
        assert!(found.contains(expected), "{expected:?} is not in\n{found}");
    }
    assert_eq!(found.matches("contrast").count(), 1, "{found}");
}

/// Takes the README's screenshot and saves it to the path in `STATUS_PICTURE`.
#[test]
#[ignore = "needs a browser: .ci/browser --picture"]
fn the_picture_of_the_readme() {
    let Some(file) = env::var_os("STATUS_PICTURE") else { return };
    let (shop, browser) = (Shop::start(), Browser::start());
    browser.set(Screen { scheme: "light", width: 800, height: 560, scale: 2 });
    browser.open(&shop.url("/orders/404"));
    browser.picture(Path::new(&file));
}
