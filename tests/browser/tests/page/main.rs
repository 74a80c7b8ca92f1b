//! The pages in a real browser: their documents, their requests and their rendering.

mod audit;
#[path = "../../../../examples/tests/common/mod.rs"]
mod common;
mod driver;
mod server;
mod shop;

use std::env;
use std::fs;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value, json};
use status_core::describe::Catalog;
use status_core::problem::RetryAfter;
use status_core::represent::{View, page};
use status_core::{ClientError, HttpStatus, ServerError, StatusTable};

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

/// Why a test fails.
///
/// <script>alert(1)</script> <img src=/x onerror=alert(1)>
#[derive(Debug, HttpStatus)]
#[expect(dead_code, reason = "the statuses are only described")]
#[status(type_base = "https://shop.example/errors/")]
enum TestError {
    /// It has all that Markdown has: `code`, *emphasis*, [a link](https://shop.example).
    ///
    /// <script src=/x.js>alert(1)</script>
    ///
    /// # A heading
    ///
    /// - ![a picture](https://shop.example/x.png), and <b onclick="alert(1)">HTML</b>
    /// - [Another link](javascript:alert(1))
    ///
    /// > A quotation.
    ///
    /// | a | table | with | many | columns |
    /// | --- | --- | --- | --- | --- |
    /// | one | two | three | four | five |
    ///
    /// ```
    /// let line_of_code_that_is_wider_than_a_small_phone = "on which it has to be broken somewhere";
    /// ```
    #[status(409, members(id, note, kind = "test"), header("X-Test" = note))]
    Markdown { id: u64, note: Option<String> },
    /// Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.
    ///
    /// Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.
    #[status(
        500,
        slug = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        members("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" = id)
    )]
    Long { id: u64 },
}

impl std::fmt::Display for TestError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("failed")
    }
}

/// The folder that `Catalog::write_to` writes.
fn site() -> Server {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site");
    let catalog = Catalog::new("Test").table(TestError::TABLE).expect("it has no duplicates");
    catalog.write_to(&folder).expect("the folder can be written");
    Server::start(move |path| Some((200, fs::read_to_string(folder.join(&path[1..])).ok()?)))
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

/// The page behind a `type`.
#[test]
#[ignore = "needs a browser: .ci/browser"]
fn a_status_of_the_shop() {
    let facts = check(Shop::start, "/errors/stock/sold-out");
    assert_eq!(facts["title"], "409: Not enough of this item is in stock.");
    assert_eq!(facts["h1"], json!(["Not enough of this item is in stock."]));
    assert_eq!(facts["status"], json!(["409 Conflict"]));
    let links = json!(["/errors/stock/unknown-item", "/errors/stock/"]);
    assert_eq!(facts["links"], links);
}

#[test]
#[ignore = "needs a browser: .ci/browser"]
fn the_catalog_of_the_shop() {
    let facts = check(Shop::start, "/errors/");
    assert_eq!(facts["h1"], json!(["Shop errors"]));
    assert_eq!(facts["links"].as_array().map(Vec::len), Some(14));
}

/// A doc comment is Markdown without HTML.
#[test]
#[ignore = "needs a browser: .ci/browser"]
fn a_page_with_markdown_and_html() {
    let facts = check(site, "/TestError/markdown.html");
    let texts = facts["texts"].to_string();
    for text in ["<script src=/x.js>alert(1)</sc", "A heading", "a picture", "Another link"] {
        assert!(texts.contains(text), "{text:?} is not in {texts}");
    }
    let next = format!("../TestError/{}.html", "x".repeat(81));
    assert_eq!(facts["links"], json!(["https://shop.example", "../index.html", next]));
}

#[test]
#[ignore = "needs a browser: .ci/browser"]
fn a_page_with_long_words() {
    check(site, &format!("/TestError/{}.html", "x".repeat(81)));
}

#[test]
#[ignore = "needs a browser: .ci/browser"]
fn an_index_with_html() {
    let facts = check(site, "/index.html");
    assert!(facts["texts"].to_string().contains("<script>alert(1)</script>"), "{facts}");
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

/// Takes the pictures of the README, and saves them to the directory in `STATUS_PICTURES`.
#[test]
#[ignore = "needs a browser: .ci/browser --picture"]
fn the_pictures_of_the_readme() {
    let Some(directory) = env::var_os("STATUS_PICTURES") else {
        return println!("SKIPPED: only `.ci/browser --picture` takes the pictures");
    };
    let (shop, browser) = (Shop::start(), Browser::start());
    for (path, file, height) in
        [("/orders/404", "page.png", 560), ("/errors/stock/sold-out", "catalog.png", 1060)]
    {
        browser.set(Screen { scheme: "light", width: 800, height, scale: 2 });
        browser.open(&shop.url(path));
        browser.picture(&Path::new(&directory).join(file));
    }
}
