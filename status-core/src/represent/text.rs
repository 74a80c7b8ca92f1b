//! Renders a problem as plain text.

use alloc::format;
use alloc::string::String;

use super::retry;
use super::visible;
use crate::problem::members::REQUEST_ID;
use crate::problem::view::View;

/// Renders the problem as plain text, with one line each for the code and reason, the title, the
/// detail, when to try again, the type, the instance and the member `request_id`. Ends with a line
/// break.
///
/// Only a detail may have several lines. All other control characters become U+FFFD, because
/// terminals interpret some of them.
///
/// ```
/// use std::time::Duration;
/// use status_core::ServerError;
/// use status_core::problem::RetryAfter;
/// use status_core::represent::{View, text};
///
/// let mut view = View::new(ServerError::ServiceUnavailable.status());
/// view.detail = Some("we are moving");
/// view.retry_after = Some(RetryAfter::Delay(Duration::from_secs(120)));
/// assert_eq!(text(&view), "503 Service Unavailable\nwe are moving\nTry again in 2 minutes.\n");
/// ```
#[must_use]
pub fn text(view: &View<'_>) -> String {
    let mut text = format!("{}\n", view.status);
    let mut add = |before: &str, shown: &str, after: &str| {
        text.extend([before, shown, after, "\n"]);
    };
    if let Some(title) = view.own_title() {
        add("", &visible::sanitize_line(title), "");
    }
    if let Some(detail) = view.own_detail() {
        add("", &visible::sanitize_text(detail), "");
    }
    if let Some(when) = view.retry_after.and_then(retry::when) {
        add("Try again ", &when.text, ".");
    }
    if let Some(uri) = view.type_uri {
        add("Type: ", &visible::sanitize_line(uri), "");
    }
    if let Some(instance) = view.instance {
        add("Instance: ", &visible::sanitize_line(instance), "");
    }
    if let Some(id) = view.get::<String>(REQUEST_ID) {
        add("Request ID: ", &visible::sanitize_line(&id), "");
    }
    text
}
