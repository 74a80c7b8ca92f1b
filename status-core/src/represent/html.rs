//! Renders a problem as an HTML page.

use alloc::format;
use alloc::string::{String, ToString};

use html_escape::{encode_double_quoted_attribute, encode_text};

use super::advice::advice;
use super::link::is_link;
use super::retry::{self, When};
use super::style::STYLE;
use super::visible;
use crate::problem::members::REQUEST_ID;
use crate::problem::view::View;

/// Renders the problem as an HTML page: what happened, what to do, and when to try again.
///
/// The heading is the problem's title if it differs from the reason, or else a sentence for the
/// code. The page has no scripts and loads nothing. It follows the reader's light or dark color
/// scheme. All strings are escaped, and control characters become U+FFFD.
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
    let when = when(view);
    let advice = advice(view.status, when.is_some());
    let language = view.language.map(language).unwrap_or_default();
    let title = view.own_title();
    format!(
        include_str!("page.html"),
        style = STYLE,
        class = view.status.code() / 100,
        code = view.status.code(),
        status = line(&view.status.to_string()),
        language = title.map(|_| &*language).unwrap_or_default(),
        heading = line(title.unwrap_or(advice.heading)),
        detail = view.own_detail().map(|text| detail(text, &language)).unwrap_or_default(),
        advice = paragraph("advice", advice.next_step),
        when = when.unwrap_or_else(|| paragraph("when", advice.retry)),
        references = references(view),
    )
}

fn detail(text: &str, language: &str) -> String {
    let text = visible::sanitize_text(text);
    format!("<p class=\"detail\"{language} dir=\"auto\">{}</p>\n", encode_text(&text))
}

/// The attribute of the texts that are not in the language of the page, which is English.
fn language(tag: &str) -> String {
    format!(" lang=\"{}\"", encode_double_quoted_attribute(tag))
}

/// Empty if there is no text.
fn paragraph(class: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<p class=\"{class}\">{}</p>\n", encode_text(text))
}

fn when(view: &View<'_>) -> Option<String> {
    let When { text, datetime } = retry::when(view.retry_after?)?;
    Some(format!("<p class=\"when\">Try again <time datetime=\"{datetime}\">{text}</time>.</p>\n"))
}

/// Details to quote in a support request.
fn references(view: &View<'_>) -> String {
    let item = |name: &str, html: String| format!("<div><dt>{name}</dt> <dd>{html}</dd></div>\n");
    let id = view.get::<String>(REQUEST_ID);
    let items: String = [
        view.type_uri.map(|uri| item("Type", link(uri))),
        view.instance.map(|uri| item("Instance", line(uri))),
        id.map(|id| item("Request ID", line(&id))),
    ]
    .into_iter()
    .flatten()
    .collect();
    if items.is_empty() { items } else { format!("<dl>\n{items}</dl>\n") }
}

/// A `type` is meant to be opened (RFC 9457 §3.1.1). An `instance` may not be (§3.1.5).
fn link(uri: &str) -> String {
    let text = line(uri);
    if !is_link(uri) {
        return text;
    }
    format!("<a href=\"{}\">{text}</a>", encode_double_quoted_attribute(uri))
}

fn line(text: &str) -> String {
    encode_text(&visible::sanitize_line(text)).into_owned()
}
