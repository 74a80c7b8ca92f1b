//! A problem as a page.

use alloc::format;
use alloc::string::{String, ToString};

use html_escape::encode_text;

use super::words::{self, When};
use super::{View, visible};

/// The problem as a page for a browser: what happened and what to do in plain words, and when to come
/// back.
///
/// The heading is the problem's title where it says more than the reason, and else a sentence for the
/// code. The page needs nothing but itself: it has no script, and makes no request. It follows the
/// reader's choice of light or dark. All texts are escaped, and U+FFFD stands for control characters.
///
/// ```
/// use status_core::ClientError;
/// use status_core::represent::{View, page};
///
/// let mut view = View::new(ClientError::NotFound.status());
/// view.title = "No order has this <number>.";
/// assert!(page(&view).contains("No order has this &lt;number&gt;.</h1>"));
/// ```
#[must_use]
pub fn page(view: &View<'_>) -> String {
    let words = words::words(view.status);
    format!(
        include_str!("page.html"),
        style = include_str!("page.css"),
        class = view.status.code() / 100,
        code = view.status.code(),
        status = line(&view.status.to_string()),
        heading = line(view.own_title().unwrap_or(words.heading)),
        detail = view.own_detail().map(detail).unwrap_or_default(),
        advice = paragraph("advice", words.advice),
        when = when(view).unwrap_or_else(|| paragraph("when", words.again)),
        particulars = particulars(view),
    )
}

fn detail(text: &str) -> String {
    let text = visible::lines(text);
    format!("<p class=\"detail\" dir=\"auto\">{}</p>\n", encode_text(&text))
}

/// Nothing for an empty text.
fn paragraph(class: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<p class=\"{class}\">{}</p>\n", encode_text(text))
}

fn when(view: &View<'_>) -> Option<String> {
    let When { words, machine } = words::when(view.retry_after?)?;
    Some(format!("<p class=\"when\">Try again <time datetime=\"{machine}\">{words}</time>.</p>\n"))
}

/// What a person can quote who asks for help.
fn particulars(view: &View<'_>) -> String {
    let item = |name: &str, value: Option<&str>| {
        value.map(|value| format!("<div><dt>{name}</dt> <dd>{}</dd></div>\n", line(value)))
    };
    let items: String = [item("Type", view.type_uri), item("Instance", view.instance)]
        .into_iter()
        .flatten()
        .collect();
    if items.is_empty() { items } else { format!("<dl>\n{items}</dl>\n") }
}

fn line(text: &str) -> String {
    encode_text(&visible::line(text)).into_owned()
}
