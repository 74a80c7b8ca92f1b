//! `Summary`: a problem in one line, for its `Display` and for the log.

use core::fmt;

use super::bounded::Bounded;
use super::details::Details;
use super::escape::Escaped;

/// The status, followed by the first of the detail and the title that says something.
pub(crate) struct Summary<'a>(pub &'a Details);

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details = self.0;
        fmt::Display::fmt(details.status(), f)?;
        let title = Some(&*details.title).filter(|title| *title != details.status().reason());
        let mut texts = [details.detail.as_deref(), title].into_iter().flatten();
        match texts.find(|text| !text.trim().is_empty()) {
            Some(text) if details.is_foreign() => write!(f, ": {}", Escaped(Bounded(text))),
            Some(text) => write!(f, ": {text}"),
            None => Ok(()),
        }
    }
}
