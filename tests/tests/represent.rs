//! The representations of a problem: negotiation, the page and the plain text.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use proptest::prelude::*;
use proptest::sample::select;
use status_core::problem::RetryAfter;
use status_core::represent::{Representation, View, negotiate, page, text};
use status_core::{
    ClientError, HttpStatus, Redirection, ServerError, Status, StatusTable, Success,
};

use Representation::{Html, Json, Text};

#[derive(HttpStatus)]
#[status(type_base = "/errors/")]
enum Failure {
    /// No order has this number. Ask Bob about the ledger.
    #[status(404)]
    OrderNotFound,
}

fn asked(accept: &str) -> Representation {
    negotiate([accept.as_bytes()])
}

#[test]
fn accept_headers_of_real_clients() {
    for (accept, expected) in [
        // Chromium, Firefox and Safari, navigating.
        (
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,\
             */*;q=0.8,application/signed-exchange;v=b3;q=0.7",
            Html,
        ),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Html),
        // Internet Explorer 11, navigating; jQuery, loading a fragment.
        ("text/html, application/xhtml+xml, */*", Html),
        ("text/html, */*; q=0.01", Html),
        // Java's `HttpURLConnection`, with two invalid items.
        ("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", Html),
        // Text browsers.
        ("text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01", Html),
        ("text/html, text/*;q=0.5, image/*", Html),
        // curl and fetch, axios, jQuery, Spring.
        ("*/*", Json),
        ("application/json, text/plain, */*", Json),
        ("application/json, text/javascript, */*; q=0.01", Json),
        ("application/json, application/*+json", Json),
        // Images, style sheets and scripts of a page.
        ("image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", Json),
        ("text/css,*/*;q=0.1", Json),
        ("text/plain", Text),
        ("text/*", Text),
    ] {
        assert_eq!(asked(accept), expected, "{accept}");
    }
}

#[test]
fn weights_and_specificity() {
    for (accept, expected) in [
        ("text/html;q=0.5, text/plain;q=0.6", Text),
        ("text/html;q=0.6, application/json;q=0.5", Html),
        // The most specific range is used, in any position.
        ("*/*, application/json;q=0.1, application/problem+json;q=0.1, text/html;q=0.5", Text),
        ("text/*, text/plain;q=0.5, text/html;q=0.1, */*;q=0.2", Text),
        ("application/json;q=0.1, application/problem+json, text/html;q=0.5", Json),
        ("application/json, application/problem+json;q=0.1, text/html;q=0.5", Html),
        ("application/*;q=0.3, text/html;q=0.2", Json),
        // A repeated range has its highest weight.
        ("text/html;q=0.1, text/html;level=1, application/json;q=0.5", Html),
        ("text/html;level=1, text/html;q=0.1, application/json;q=0.5", Html),
        // A weight of zero excludes.
        ("application/*;q=0, */*", Text),
        ("application/json;q=0, text/*;q=0.1", Text),
        ("text/html;q=0.000", Json),
        ("*/*;q=0, text/html", Html),
        // With equal weights: an exact range before a wildcard, then JSON, HTML, text.
        ("text/html, application/json", Json),
        ("text/html, application/*", Html),
        ("text/plain, text/html", Html),
        ("text/plain, */*", Text),
        ("text/html;q=0.5, text/plain;q=0.5, */*;q=0.5", Html),
    ] {
        assert_eq!(asked(accept), expected, "{accept}");
    }
}

#[test]
fn unusual_spellings() {
    for (accept, expected) in [
        ("TEXT/HTML;Q=1.0, */*;q=0.9", Html),
        ("text/html ; q=1 , */* ; q=0.9", Html),
        ("text/html\t;\tq=1\t,\t*/*;q=0.9", Html),
        (",, ,text/html,,", Html),
        ("text/html;", Html),
        // A quoted comma or weight is part of the parameter.
        (r#"text/plain;a="\",text/html;q=1,";q=0.5, application/json;q=0.2"#, Text),
        // More than three digits.
        ("text/html;q=0.30000000000000004, text/plain;q=0.2", Html),
        ("text/html;q=0.0001", Html),
        ("text/html;q=1.0000, */*;q=0.9", Html),
        // The first of two weights is used.
        ("text/html;q=0.1;q=1, text/plain;q=0.5", Text),
    ] {
        assert_eq!(asked(accept), expected, "{accept}");
    }
}

#[test]
fn malformed_items_are_ignored_one_by_one() {
    for item in [
        "",
        ";",
        ";q=1",
        "text",
        "text/",
        "/html",
        "*",
        "text/html/x",
        "text html",
        "text/html;q",
        "text/html;q=",
        "text/html;q=1.5",
        "text/html;q=-1",
        "text/html;q=inf",
        "text/html;q=nan",
        "text/html;q=1e-3",
        "text/html;q=+1",
        "text/html;q=.",
        "text/html;q=0.5.5",
        "text/html;q=\"1\"",
        "text/html;q =1",
        "text/html;q= 1",
        "text/html;=1",
        "text/html; q=0,5/html",
        "text/html q=1",
        "text/html\u{a0}",
        "tëxt/html",
        "text/html;a=ä",
        "text/html\0",
        "text/htmlx",
        "text/html+xml",
    ] {
        assert_eq!(asked(item), Json, "{item:?}");
        assert_eq!(asked(&format!("{item}, text/plain;q=0.1")), Text, "{item:?}");
        assert_eq!(asked(&format!("text/plain;q=0.1, {item}")), Text, "{item:?}");
    }
    // An unclosed quote runs to the end.
    assert_eq!(asked(r#"text/plain;q=0.1, text/html;a=", application/json"#), Text);
}

#[test]
fn several_lines_are_one_list() {
    assert_eq!(negotiate([]), Json);
    assert_eq!(negotiate([&b""[..]]), Json);
    assert_eq!(negotiate([&b"text/plain;q=0.5"[..], b"", b"text/html;q=0.6"]), Html);
    assert_eq!(negotiate([&b"text/*"[..], b"text/plain;q=0"]), Html);
}

#[test]
fn bytes_that_are_not_text() {
    assert_eq!(negotiate([&b"\xff\xfe, text/html"[..]]), Html);
    assert_eq!(negotiate([&b"text/html\xff, text/plain;q=0.1"[..]]), Text);
    assert_eq!(negotiate([vec![0xff; 65536].as_slice()]), Json);
}

/// Only the first 8 KiB of all lines are read, and only whole items.
#[test]
fn reading_stops_at_the_limit() {
    let line = |filler: usize, item: &str| format!("{}{item}", ",".repeat(filler));
    assert_eq!(asked(&line(8192 - 10, "text/html,")), Html);
    assert_eq!(asked(&line(8192 - 9, "text/html,")), Json);
    assert_eq!(asked(&line(8192 - 9, "text/html")), Json);
    assert_eq!(asked(&line(8192 - 9, "text/htmlx,")), Json);
    let first = line(8192 - 20, "");
    assert_eq!(negotiate([first.as_bytes(), b"text/html"]), Html);
    let first = line(8192 - 9, "");
    assert_eq!(negotiate([first.as_bytes(), b"text/html"]), Json);
    assert_eq!(negotiate([&b"text/html"[..], first.as_bytes()]), Html);
    let first = line(9000, "");
    assert_eq!(negotiate([first.as_bytes(), b"text/html"]), Json);
    assert_eq!(asked(&format!("text/html{}", " ".repeat(9000))), Json);
    assert_eq!(negotiate(vec![&b""[..]; 8000].into_iter().chain([&b"text/html"[..]])), Html);
    assert_eq!(negotiate(vec![&b""[..]; 9000].into_iter().chain([&b"text/html"[..]])), Json);
}

#[test]
fn large_values_take_linear_time() {
    let values = [
        "a".repeat(65536),
        "a/b,".repeat(16384),
        "text/html;q=0.001,".repeat(1000),
        format!("text/html;a={}", "\"\\".repeat(32768)),
        format!("text/html{}", ";a=b".repeat(16384)),
        format!("text/html;{}", " ".repeat(65536)),
        format!("text/html;q=0.{}", "1".repeat(65536)),
        ",".repeat(65536),
        "\"".repeat(65536),
        "ü".repeat(32768),
    ];
    for value in &values {
        let start = Instant::now();
        for _ in 0..10 {
            asked(value);
        }
        let shown: String = value.chars().take(20).collect();
        // Generous, for a debug build on a busy machine. Quadratic time would be minutes.
        assert!(start.elapsed() < Duration::from_secs(2), "{shown}: {:?}", start.elapsed());
    }
}

/// Media ranges with the representations that they cover, from the most specific on.
const RANGES: [(&str, &[(Representation, u8)]); 9] = [
    ("application/problem+json", &[(Json, 3)]),
    ("application/json", &[(Json, 2)]),
    ("application/*", &[(Json, 1)]),
    ("text/html", &[(Html, 2)]),
    ("text/plain", &[(Text, 2)]),
    ("text/*", &[(Html, 1), (Text, 1)]),
    ("*/*", &[(Json, 0), (Html, 0), (Text, 0)]),
    ("image/*", &[]),
    ("application/xhtml+xml", &[]),
];

/// A slow and simple model: sorts the ranges of each representation, then the representations.
fn model(items: &[(usize, u16)]) -> Representation {
    let mut found = Vec::new();
    for (representation, preference) in [(Json, 3), (Html, 2), (Text, 1)] {
        let mut fits: Vec<(u8, u16)> = Vec::new();
        for (range, q) in items {
            for (covered, precision) in RANGES[*range].1 {
                if *covered == representation {
                    fits.push((*precision, *q));
                }
            }
        }
        fits.sort_unstable();
        if let Some((precision, q)) = fits.pop().filter(|(_, q)| *q > 0) {
            let preference = if representation == Html && precision < 2 { 0 } else { preference };
            found.push((q, precision.min(2), preference, representation));
        }
    }
    found.sort_unstable_by_key(|(q, precision, preference, _)| (*q, *precision, *preference));
    found.pop().map_or(Json, |(_, _, _, representation)| representation)
}

/// Writes an item. `style` changes its spelling but not its meaning.
fn spelled((range, q): (usize, u16), style: u8) -> String {
    let range = RANGES[range].0;
    let range = if style & 1 == 0 { range.to_owned() } else { range.to_ascii_uppercase() };
    let parameter =
        ["", ";v=1", "; a=\"x, text/html;q=1\"", " ; Charset=UTF-8"][usize::from(style >> 1 & 3)];
    let q = match (q, style >> 3 & 3) {
        (1000, 0) => String::new(),
        (_, 1) => format!(" ;\tQ={}.{:03}", q / 1000, q % 1000),
        (_, 2) => format!("; q={}.{:03}00", q / 1000, q % 1000),
        _ => format!(";q={}.{:03}", q / 1000, q % 1000),
    };
    let noise =
        ["", "text, ", ", ", "text/html;q=2, ", "a/b;=, ", "\u{e9}/*, ", "x/y;q=0.x,", "*,"];
    format!("{}{range}{parameter}{q}", noise[usize::from(style >> 5)])
}

proptest! {
    #[test]
    fn negotiation_agrees_with_the_model(
        items in prop::collection::vec(
            (0..RANGES.len(), select(vec![0, 1, 200, 500, 501, 900, 999, 1000])),
            0..7,
        ),
        styles in prop::collection::vec(any::<u8>(), 7),
        cuts in prop::collection::vec(any::<bool>(), 7),
    ) {
        let mut lines = vec![String::new()];
        for ((item, style), cut) in items.iter().zip(styles).zip(cuts) {
            if cut {
                lines.push(String::new());
            }
            let line = lines.last_mut().unwrap();
            if !line.is_empty() {
                line.push(',');
            }
            line.push_str(&spelled(*item, style));
        }
        let accept = lines.iter().map(String::as_bytes);
        prop_assert_eq!(negotiate(accept), model(&items), "{:?}", lines);
    }

    #[test]
    fn every_accept_has_an_answer(lines in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..200), 0..5)) {
        let _ = negotiate(lines.iter().map(Vec::as_slice));
    }

    #[test]
    fn every_almost_right_accept_has_an_answer(line in r#"([a-z*/;=,"\\ q0-9.+é]|text/html|application/|;q=0\.){0,60}"#) {
        asked(&line);
    }

    /// For any input, the page has the same elements, and the plain text has no control characters.
    #[test]
    fn texts_are_never_markup(
        title in TEXTS,
        detail in TEXTS,
        uri in TEXTS,
        seconds in any::<u64>(),
    ) {
        let mut view = View::new(ClientError::NotFound.status());
        (view.title, view.detail) = (&title, Some(detail.as_str()));
        (view.type_uri, view.instance) = (Some(uri.as_str()), Some(uri.as_str()));
        view.retry_after = Some(RetryAfter::Delay(Duration::from_secs(seconds)));
        let page = page(&view);
        prop_assert_eq!(tags(&page).filter(|tag| *tag == "h1").count(), 1);
        prop_assert!(tags(&page).all(|tag| TAGS.contains(&tag)), "{}", page);
        prop_assert!(!page.contains(|c: char| c.is_control() && c != '\n' && c != '\t'));
        prop_assert_eq!(inside(&page, "<title>").map(|title| title.contains('\n')), Some(false));
        let text = text(&view);
        prop_assert!(text.ends_with('\n'));
        prop_assert!(!text.contains(|c: char| c.is_control() && c != '\n' && c != '\t'));
    }

    #[test]
    fn every_time_can_be_worded(seconds in any::<u64>(), nanos in 0..1_000_000_000u32, date in any::<bool>()) {
        let delay = Duration::new(seconds, nanos);
        let retry_after = if date {
            let Some(date) = UNIX_EPOCH.checked_add(delay) else { return Ok(()) };
            RetryAfter::Date(date)
        } else {
            RetryAfter::Delay(delay)
        };
        let mut view = View::new(ServerError::ServiceUnavailable.status());
        view.retry_after = Some(retry_after);
        prop_assert!(page(&view).contains("Try again"));
        prop_assert!(text(&view).starts_with("503 "));
    }
}

const TEXTS: &str = r#"([\x00-\x1f\x7f-\x9f]|[<>&"'/ ab]|</?(script|title|h1|style)>|\PC){0,30}"#;

const TAGS: [&str; 19] = [
    "!doctype", "html", "head", "meta", "link", "title", "style", "body", "main", "p", "h1",
    "time", "dl", "div", "dt", "dd", "a", "span", "br",
];

/// The names of the elements of a page.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<')
        .skip(1)
        .filter(|rest| !rest.starts_with('/'))
        .map(|rest| rest.split(|c: char| c == '>' || c.is_whitespace()).next().unwrap_or_default())
}

#[test]
fn media_types() {
    assert_eq!(Json.media_type(), "application/problem+json");
    assert_eq!(Html.media_type(), "text/html; charset=utf-8");
    assert_eq!(Text.media_type(), "text/plain; charset=utf-8");
}

#[test]
fn the_text_repeats_nothing() {
    let mut view = View::new(Failure::OrderNotFound.status());
    assert_eq!(
        text(&view),
        "404 Not Found\nNo order has this number.\nType: /errors/order-not-found\n"
    );
    view.detail = Some("order 7\r\n\tnot found");
    view.instance = Some("/orders/7");
    view.retry_after = Some(RetryAfter::Delay(Duration::from_secs(1)));
    assert_eq!(
        text(&view),
        "404 Not Found\nNo order has this number.\norder 7\n\tnot found\nTry again in 1 second.\n\
         Type: /errors/order-not-found\nInstance: /orders/7\n"
    );
    view.title = "not found.";
    view.detail = Some(" not found. ");
    (view.type_uri, view.instance, view.retry_after) = (None, None, None);
    assert_eq!(text(&view), "404 Not Found\n");
    assert_eq!(text(&View::new(Status::from_code(599).unwrap())), "599\n");
}

#[test]
fn the_text_has_no_terminal_escapes() {
    let mut view = View::new(Failure::OrderNotFound.status());
    view.title = "a\x1b[2Jb\nc\td";
    view.detail = Some("a\x1b]0;title\x07\rb\x7f\u{9b}31m\0");
    (view.type_uri, view.instance) = (Some("/\x08\n"), Some("/\x1b\n"));
    assert_eq!(
        text(&view),
        "404 Not Found\na\u{fffd}[2Jb\u{fffd}c\u{fffd}d\n\
         a\u{fffd}]0;title\u{fffd}\u{fffd}b\u{fffd}\u{fffd}31m\u{fffd}\nType: /\u{fffd}\u{fffd}\n\
         Instance: /\u{fffd}\u{fffd}\n"
    );
}

fn when(retry_after: RetryAfter) -> String {
    let mut view = View::new(ServerError::ServiceUnavailable.status());
    view.retry_after = Some(retry_after);
    let text = text(&view);
    let words = text.lines().nth(1).unwrap_or_default();
    words
        .strip_prefix("Try again ")
        .and_then(|words| words.strip_suffix('.'))
        .unwrap_or_default()
        .to_owned()
}

/// Rounded up, so that a retry is never too early.
#[test]
fn wording_of_delays() {
    for (seconds, expected) in [
        (0, "now"),
        (1, "in 1 second"),
        (2, "in 2 seconds"),
        (90, "in 90 seconds"),
        (91, "in 2 minutes"),
        (120, "in 2 minutes"),
        (121, "in 3 minutes"),
        (90 * 60, "in 90 minutes"),
        (90 * 60 + 1, "in 1 hour and 31 minutes"),
        (2 * 3600 - 1, "in 2 hours"),
        (2 * 3600 + 1, "in 2 hours and 1 minute"),
        (48 * 3600, "in 48 hours"),
        (48 * 3600 + 1, "in 2 days and 1 hour"),
        (7 * 86400, "in 7 days"),
        (u64::MAX, "in 213503982334601 days and 8 hours"),
    ] {
        assert_eq!(when(RetryAfter::Delay(Duration::from_secs(seconds))), expected, "{seconds}");
    }
    assert_eq!(when(RetryAfter::Delay(Duration::from_millis(1))), "in 1 second");
    assert_eq!(when(RetryAfter::Delay(Duration::from_millis(1001))), "in 2 seconds");
    assert!(!when(RetryAfter::Delay(Duration::MAX)).is_empty());
}

#[test]
fn wording_of_dates() {
    let date = |seconds| RetryAfter::Date(UNIX_EPOCH + Duration::from_secs(seconds));
    assert_eq!(when(date(784_111_777)), "after 6 November 1994, 08:49:37 UTC");
    assert_eq!(when(date(784_111_740)), "after 6 November 1994, 08:49 UTC");
    assert_eq!(when(date(0)), "after 1 January 1970, 00:00 UTC");
    assert_eq!(when(date(951_782_400)), "after 29 February 2000, 00:00 UTC");
    assert_eq!(when(date(253_402_300_799)), "after 31 December 9999, 23:59:59 UTC");
    // A time outside the range of an HTTP-date is left out.
    assert_eq!(when(date(253_402_300_800)), "");
    assert_eq!(when(RetryAfter::Date(SystemTime::UNIX_EPOCH - Duration::from_secs(1))), "");
}

/// The text of the element with the start tag `open`.
fn inside<'a>(page: &'a str, open: &str) -> Option<&'a str> {
    let rest = page.split_once(open)?.1;
    Some(rest.split_once("</")?.0)
}

const H1: &str = "<h1 dir=\"auto\">";

/// A problem that was forwarded can have any `type`.
#[test]
fn the_page_links_to_a_type_that_a_browser_can_open() {
    let shown = |uri: &str| {
        let mut view = View::new(ClientError::NotFound.status());
        view.type_uri = Some(uri);
        let page = page(&view);
        let (_, rest) = page.split_once("<dt>Type</dt> <dd>").unwrap();
        rest.split_once("</dd>").unwrap().0.to_owned()
    };
    assert_eq!(shown("/e?a=\"&b"), "<a href=\"/e?a=&quot;&amp;b\">/e?a=\"&amp;b</a>");
    assert_eq!(
        shown("HTTPS://a.example/"),
        "<a href=\"HTTPS://a.example/\">HTTPS://a.example/</a>"
    );
    for text in
        ["javascript:alert(1)", "JavaScript://a.example/%0aalert(1)", "urn:a:b", "a", "data:,a"]
    {
        assert_eq!(shown(text), text);
    }
    assert_eq!(shown("/a\u{1}b"), "/a\u{fffd}b");
    assert_eq!(shown(" https://a.example"), " https://a.example");
}

#[test]
fn the_page_of_an_error_with_a_title_and_a_detail() {
    let mut view = View::new(Failure::OrderNotFound.status());
    view.detail = Some("order 7 not found");
    view.instance = Some("/orders/7");
    view.retry_after = Some(RetryAfter::Delay(Duration::from_secs(120)));
    let page = page(&view);
    assert_eq!(inside(&page, "<title>"), Some("404: No order has this number."));
    assert_eq!(inside(&page, H1), Some("No order has this number."));
    assert_eq!(inside(&page, "<p class=\"status\">"), Some("404 Not Found"));
    assert_eq!(inside(&page, "<p class=\"detail\" dir=\"auto\">"), Some("order 7 not found"));
    assert_eq!(inside(&page, "<time datetime=\"PT120S\">"), Some("in 2 minutes"));
    let link = "<dt>Type</dt> <dd><a href=\"/errors/order-not-found\">";
    assert_eq!(inside(&page, link), Some("/errors/order-not-found"));
    assert_eq!(inside(&page, "<dt>Instance</dt> <dd>"), Some("/orders/7"));
    assert!(page.contains("The address may be misspelled"));
    // Only the first sentence of the documentation is public.
    assert!(!page.contains("Bob") && !text(&view).contains("Bob"));
}

#[test]
fn the_page_of_a_bare_status() {
    let mut view = View::new(ServerError::ServiceUnavailable.status());
    let bare = page(&view);
    assert_eq!(inside(&bare, "<title>"), Some("503: This is not available right now"));
    assert_eq!(inside(&bare, H1), Some("This is not available right now"));
    assert_eq!(inside(&bare, "<p class=\"when\">"), Some("Try again in a few minutes."));
    assert!(
        !bare.contains("class=\"detail\"") && !bare.contains("<dl>") && !bare.contains("<time")
    );

    view.retry_after = Some(RetryAfter::Date(UNIX_EPOCH + Duration::from_secs(784_111_777)));
    let dated = page(&view);
    let words = inside(&dated, "<time datetime=\"1994-11-06T08:49:37Z\">");
    assert_eq!(words, Some("after 6 November 1994, 08:49:37 UTC"));
    assert!(!dated.contains("in a few minutes"));
}

#[test]
fn a_detail_that_repeats_the_title_is_not_shown() {
    let mut view = View::new(Failure::OrderNotFound.status());
    view.detail = Some("No order has this number.");
    assert!(!page(&view).contains("class=\"detail\""));
    view.detail = Some(" \n");
    assert!(!page(&view).contains("class=\"detail\""));
}

#[test]
fn all_texts_are_escaped() {
    let mut view = View::new(Failure::OrderNotFound.status());
    let evil = "</title></style><script>alert(1)</script>&amp;\"'";
    (view.title, view.detail, view.type_uri, view.instance) =
        (evil, Some("<b>\0</b>"), Some(evil), Some(evil));
    let page = page(&view);
    assert!(!page.contains("<script") && !page.contains("<b>") && !page.contains('\0'));
    assert_eq!(page.matches("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;").count(), 4);
    assert!(page.contains("&lt;b&gt;\u{fffd}&lt;/b&gt;"));
}

#[test]
fn the_page_of_a_title_that_adds_nothing() {
    let mut view = View::new(ServerError::BadGateway.status());
    for title in ["", " ", ".", "Bad Gateway", "bad gateway."] {
        view.title = title;
        assert_eq!(inside(&page(&view), H1), Some("A service that this site needs has failed"));
        assert_eq!(text(&view), "502 Bad Gateway\n");
    }
}

/// Its author says more than the codes.
#[derive(HttpStatus)]
enum Patience {
    /// It is closed for good.
    #[status(500, retry = "never")]
    Closed,
    /// It is not there yet.
    #[status(501, retry = "idempotent", allow(retry_mismatch))]
    Soon,
    /// Another part is not done yet.
    #[status(424, retry = "always")]
    Later,
    /// It is over.
    #[status(429, retry = "never")]
    Over,
}

const WHEN: &str = "<p class=\"when\">";

#[test]
fn trying_again_is_suggested_only_where_it_helps() {
    let later = Some("Try again in a few minutes.");
    for (code, heading, expected) in [
        (404, "There is nothing here", None),
        (408, "Your request took too long to arrive", None),
        (423, "This is locked", later),
        (424, "This request could not be completed", None),
        (425, "This request could not be completed", later),
        (429, "Too many requests", Some("Wait a while, and then continue more slowly.")),
        (499, "This request could not be completed", None),
        (500, "Something went wrong on our side", later),
        (501, "This is not supported yet", None),
        (502, "A service that this site needs has failed", later),
        (505, "Something went wrong on our side", None),
        (506, "Something went wrong on our side", None),
        (507, "This cannot be done right now", later),
        (508, "Something went wrong on our side", None),
        (510, "Something went wrong on our side", None),
        (511, "This network requires you to sign in", None),
        (521, "Something went wrong on our side", later),
    ] {
        let page = page(&View::new(Status::from_code(code).unwrap()));
        assert_eq!(inside(&page, H1), Some(heading));
        assert_eq!(inside(&page, WHEN), expected, "{code}");
    }
    for (error, expected) in [
        (Patience::Closed, None),
        (Patience::Soon, later),
        (Patience::Later, later),
        (Patience::Over, None),
    ] {
        assert_eq!(inside(&page(&View::new(error.status())), WHEN), expected);
    }
}

#[test]
fn the_page_does_not_contradict_when_to_try_again() {
    let no_help = |page: &str| page.contains("will not help");
    for code in [424, 499, 501] {
        let mut view = View::new(Status::from_code(code).unwrap());
        assert!(no_help(&page(&view)), "{code}");
        view.retry_after = Some(RetryAfter::Delay(Duration::from_secs(2)));
        assert!(page(&view).contains("in 2 seconds"), "{code}");
    }
    let codes = (400..=599).filter_map(Status::from_code);
    let patience = [Patience::Soon, Patience::Later].map(|error| error.status());
    for status in codes.chain(patience) {
        let mut view = View::new(status);
        assert!(!(no_help(&page(&view)) && page(&view).contains(WHEN)), "{status}");
        view.retry_after = Some(RetryAfter::Delay(Duration::from_secs(2)));
        assert!(!no_help(&page(&view)), "{status}");
    }
}

#[test]
fn the_heading_says_what_happened_in_words_of_its_own() {
    for (code, heading) in [
        (400, "This request could not be understood"),
        (401, "Sign in to continue"),
        (402, "This requires a payment"),
        (403, "You do not have access to this"),
        (405, "This cannot be done here"),
        (406, "This is not available in a format you accept"),
        (408, "Your request took too long to arrive"),
        (409, "Something has changed in the meantime"),
        (410, "This is gone for good"),
        (412, "Something has changed in the meantime"),
        (413, "That was too large"),
        (414, "This address is too long"),
        (415, "This kind of file is not accepted here"),
        (417, "This request could not be completed"),
        (422, "Some of this could not be accepted"),
        (431, "Your browser sent too much data"),
        (451, "This cannot be shown for legal reasons"),
        (504, "The response took too long"),
    ] {
        let page = page(&View::new(Status::from_code(code).unwrap()));
        assert_eq!(inside(&page, H1), Some(heading), "{code}");
    }
}

/// Every code with content has a page with a heading and, from 3xx on, advice.
#[test]
fn every_status_has_a_page() {
    let all = [Success::TABLE, Redirection::TABLE, ClientError::TABLE, ServerError::TABLE];
    let unknown = [
        Status::from_code(299),
        Status::from_code(399),
        Status::from_code(499),
        Status::from_code(599),
    ];
    let statuses =
        all.into_iter().flat_map(status_core::Table::iter).chain(unknown.into_iter().flatten());
    for status in statuses {
        let page = page(&View::new(status));
        assert!(inside(&page, H1).is_some_and(|heading| !heading.is_empty()), "{status}");
        assert_eq!(page.contains("class=\"advice\""), status.code() >= 300, "{status}");
        assert_eq!(page.matches("<h1").count(), 1, "{status}");
        assert!(!page.contains(status.documentation()), "{status}");
        assert!(!page.contains("http:") && !page.contains("https:"), "{status}");
    }
}
