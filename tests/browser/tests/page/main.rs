//! The page in a real browser: what it builds of it, what it asks for, and what it shows.

mod audit;
mod driver;
mod server;

use std::env;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;
use status_core::problem::RetryAfter;
use status_core::represent::{View, page};
use status_core::{ClientError, HttpStatus, ServerError};

use audit::audit;
use driver::{Browser, Screen};
use server::Server;

/// Light and dark, on a desk and on a small telephone.
const SCREENS: [Screen; 4] = [
    Screen { scheme: "light", width: 1000, height: 700, scale: 1 },
    Screen { scheme: "dark", width: 1000, height: 700, scale: 1 },
    Screen { scheme: "light", width: 320, height: 640, scale: 2 },
    Screen { scheme: "dark", width: 320, height: 640, scale: 2 },
];

const TITLE: &str = "</title></h1><script>alert(1)</script>";
const SCRIPT: &str =
    "<script src=/x.js>alert(1)</script><img src=/x onerror=alert(1)> &amp; \"'\u{202e}\0";

#[derive(HttpStatus)]
#[status(type_base = "https://shop.example/errors/")]
enum OrderError {
    /// No order has this number.
    #[status(404)]
    OrderNotFound,
}

fn pages(path: &str) -> Option<(u16, String)> {
    let mut view = View::new(OrderError::OrderNotFound.status());
    let long = "x".repeat(10_000);
    match path {
        "/404" => view.detail = Some("order 404 not found"),
        "/503" => {
            view = View::new(ServerError::ServiceUnavailable.status());
            view.retry_after = Some(RetryAfter::Delay(Duration::from_secs(120)));
        }
        "/bare" => view = View::new(ClientError::NotFound.status()),
        "/script" => {
            (view.title, view.detail) = (TITLE, Some(SCRIPT));
            (view.type_uri, view.instance) = (Some(SCRIPT), Some(SCRIPT));
        }
        "/long" => {
            (view.title, view.detail) = (&long[..200], Some(long.as_str()));
            (view.type_uri, view.instance) = (Some(&long[..200]), Some(&long[..200]));
        }
        _ => return None,
    }
    Some((view.status.code(), page(&view)))
}

fn pictures() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).to_owned()
}

/// Holds a page to all that must hold on every screen, and gives what the browser built of it.
fn sound(path: &str) -> serde_json::Value {
    let (server, browser) = (Server::start(pages), Browser::start());
    let mut facts = json!(null);
    for screen in SCREENS {
        let (found, wrong) = audit(&browser, screen, &server.url(path));
        let name = path.trim_start_matches('/');
        let file = format!("page-{name}-{}-{}.png", screen.scheme, screen.width);
        browser.picture(&pictures().join(file));
        assert_eq!(wrong, [""; 0], "{path}, {}, {} pixels", screen.scheme, screen.width);
        facts = found;
    }
    // Nor does the browser ask for what no page names.
    assert_eq!(server.asked(), [path; SCREENS.len()]);
    facts
}

#[test]
#[ignore = "needs a browser: .ci/browser"]
fn not_found() {
    let facts = sound("/404");
    assert_eq!(facts["title"], "404: No order has this number.");
    assert_eq!(facts["h1"], json!(["No order has this number."]));
    assert_eq!(facts["status"], json!(["404 Not Found"]));
    assert_eq!(facts["detail"], json!(["order 404 not found"]));
}

#[test]
#[ignore = "needs a browser: .ci/browser"]
fn unavailable() {
    let facts = sound("/503");
    assert_eq!(facts["h1"], json!(["This is not available right now"]));
    assert_eq!(facts["time"], json!([["PT120S", "in 2 minutes"]]));
}

#[test]
#[ignore = "needs a browser: .ci/browser"]
fn bare() {
    assert_eq!(sound("/bare")["h1"], json!(["There is nothing here"]));
}

/// What a stranger typed is shown as it was typed.
#[test]
#[ignore = "needs a browser: .ci/browser"]
fn scripts_are_texts() {
    let shown = SCRIPT.replace('\0', "\u{fffd}");
    let facts = sound("/script");
    assert_eq!(facts["h1"], json!([TITLE]));
    assert_eq!(facts["detail"], json!([shown]));
    assert_eq!(facts["title"], format!("404: {TITLE}"));
}

#[test]
#[ignore = "needs a browser: .ci/browser"]
fn long_words_are_broken() {
    assert_eq!(sound("/long")["detail"], json!(["x".repeat(10_000)]));
}

/// A check that finds nothing has to find something in a page that is wrong.
#[test]
#[ignore = "needs a browser: .ci/browser"]
fn what_is_wrong_is_found() {
    let server = Server::start(|path| {
        let wrong = "<h1>One</h1><h1>Two</h1><p style='color: #999'>pale</p><script src=/s.js></script>\
                     <script>console.error('heard')</script><div style='width: 400px'>wide</div>";
        (path == "/").then(|| (500, wrong.to_owned()))
    });
    let browser = Browser::start();
    let (_, wrong) = audit(&browser, SCREENS[3], &server.url("/"));
    let found = wrong.join("\n");
    for expected in [
        "the language is \"\"",
        "it is drawn as in the nineties",
        "no title",
        "headings: [\"One\",\"Two\"]",
        "active: [\"script\",\"script\"]",
        "the icon is null",
        "robots: null",
        "in dark, it is dark: false",
        "it is Some(4",
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

/// The README's picture, made anew where `STATUS_PICTURE` says.
#[test]
#[ignore = "needs a browser: .ci/browser --picture"]
fn the_picture_of_the_readme() {
    let Some(file) = env::var_os("STATUS_PICTURE") else { return };
    let (server, browser) = (Server::start(pages), Browser::start());
    browser.set(Screen { scheme: "light", width: 800, height: 560, scale: 2 });
    browser.open(&server.url("/404"));
    browser.picture(Path::new(&file));
}
