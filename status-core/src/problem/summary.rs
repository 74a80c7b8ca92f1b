//! `Summary`: a problem in one line, for its `Display` and for the log.

use core::fmt;

use super::bounded::Bounded;
use super::details::Details;
use super::escape::Escaped;

/// The status, followed by the detail or the title.
pub(crate) struct Summary<'a>(pub &'a Details);

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details = self.0;
        fmt::Display::fmt(details.status(), f)?;
        let has_title = !details.title.is_empty() && details.title != details.status().reason();
        let title = has_title.then_some(&*details.title);
        match details.detail.as_deref().or(title) {
            Some(text) if details.is_foreign() => write!(f, ": {}", Escaped(Bounded(text))),
            Some(text) => write!(f, ": {text}"),
            None => Ok(()),
        }
    }
}
