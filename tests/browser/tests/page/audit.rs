//! What must hold for every page.

use serde_json::Value;

use crate::driver::{Browser, Screen};

/// The contrast that WCAG 2 asks of text (1.4.3, level AA).
const CONTRAST: f64 = 4.5;

/// What the browser built of a page.
const FACTS: &str = include_str!("facts.js");

/// Opens a page, and gives what the browser built of it and what is wrong with that.
pub fn audit(browser: &Browser, screen: Screen, url: &str) -> (Value, Vec<String>) {
    browser.set(screen);
    // What another page left behind.
    browser.open("about:blank");
    browser.forget();
    browser.open(url);
    let facts = browser.run(FACTS);
    let mut wrong = Vec::new();
    let mut hold = |holds: bool, what: String| {
        if !holds {
            wrong.push(what);
        }
    };
    hold(facts["lang"] == "en", format!("the language is {}", facts["lang"]));
    hold(facts["mode"] == "CSS1Compat", "it is drawn as in the nineties".to_owned());
    hold(facts["title"].as_str().is_some_and(|title| !title.is_empty()), "no title".to_owned());
    hold(
        facts["h1"].as_array().is_some_and(|h1| h1.len() == 1),
        format!("headings: {}", facts["h1"]),
    );
    hold(
        facts["active"].as_array().is_some_and(Vec::is_empty),
        format!("active: {}", facts["active"]),
    );
    hold(facts["icon"] == "data:,", format!("the icon is {}", facts["icon"]));
    hold(facts["robots"] == "noindex", format!("robots: {}", facts["robots"]));
    hold(
        facts["scheme"] == screen.scheme && facts["dark"] == (screen.scheme == "dark"),
        format!("in {}, it is dark: {}", screen.scheme, facts["dark"]),
    );
    let width = facts["scrollWidth"].as_u64();
    hold(width <= Some(screen.width.into()), format!("it is {width:?} pixels wide"));
    for text in facts["texts"].as_array().into_iter().flatten() {
        let contrast = text["contrast"].as_f64().unwrap_or_default();
        hold(contrast >= CONTRAST, format!("contrast {contrast:.2}: {}", text["text"]));
    }
    let requests = browser.requests();
    hold(requests == [url], format!("requests: {requests:?}"));
    for message in browser.console(url) {
        hold(false, format!("console: {message}"));
    }
    (facts, wrong)
}
