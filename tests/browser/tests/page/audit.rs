//! The checks for every page.

use serde_json::Value;

use crate::driver::{Browser, Screen};

/// The minimum contrast of text (WCAG 2, criterion 1.4.3, level AA).
const CONTRAST: f64 = 4.5;

/// A script that collects facts about the loaded page.
const FACTS: &str = include_str!("facts.js");

/// Opens a page and returns the facts about it and the problems that were found.
pub fn audit(browser: &Browser, screen: Screen, url: &str) -> (Value, Vec<String>) {
    browser.set(screen);
    // Drops the log entries of the page before.
    browser.open("about:blank");
    browser.forget();
    browser.open(url);
    let facts = browser.run(FACTS);
    let mut wrong = Vec::new();
    let mut check = |holds: bool, what: String| {
        if !holds {
            wrong.push(what);
        }
    };
    check(facts["lang"] == "en", format!("language: {}", facts["lang"]));
    check(facts["mode"] == "CSS1Compat", "quirks mode".to_owned());
    check(facts["title"].as_str().is_some_and(|title| !title.is_empty()), "no title".to_owned());
    check(
        facts["h1"].as_array().is_some_and(|h1| h1.len() == 1),
        format!("headings: {}", facts["h1"]),
    );
    check(
        facts["active"].as_array().is_some_and(Vec::is_empty),
        format!("active: {}", facts["active"]),
    );
    check(facts["icon"] == "data:,", format!("icon: {}", facts["icon"]));
    check(facts["robots"] == "noindex", format!("robots: {}", facts["robots"]));
    check(
        facts["scheme"] == screen.scheme && facts["dark"] == (screen.scheme == "dark"),
        format!("scheme {}, dark: {}", screen.scheme, facts["dark"]),
    );
    let width = facts["scrollWidth"].as_u64();
    check(width <= Some(screen.width.into()), format!("width: {width:?}"));
    for text in facts["texts"].as_array().into_iter().flatten() {
        let contrast = text["contrast"].as_f64().unwrap_or_default();
        check(contrast >= CONTRAST, format!("contrast {contrast:.2}: {}", text["text"]));
    }
    let requests = browser.requests();
    check(requests == [url], format!("requests: {requests:?}"));
    for message in browser.console(url) {
        check(false, format!("console: {message}"));
    }
    (facts, wrong)
}
