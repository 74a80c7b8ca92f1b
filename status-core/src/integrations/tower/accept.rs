//! The `Accept` lines of a request, kept until its response is ready.

use alloc::vec::Vec;

use http::header::ACCEPT;
use http::{HeaderMap, HeaderValue};

use crate::represent::accept::is_plainly_json;

/// Parsed only if there is a problem to render. Cloning a value does not allocate, and few requests
/// have more than one.
#[derive(Debug)]
pub(super) struct Accept {
    first: Option<HeaderValue>,
    others: Vec<HeaderValue>,
}

impl Accept {
    /// Without lines, JSON is sent.
    const JSON: Self = Self { first: None, others: Vec::new() };

    #[inline]
    pub(super) fn of(fields: &HeaderMap) -> Self {
        let mut values = fields.get_all(ACCEPT).iter();
        let Some(first) = values.next() else { return Self::JSON };
        let others = match values.next() {
            None if is_plainly_json(first.as_bytes()) => return Self::JSON,
            None => Vec::new(),
            Some(second) => [second].into_iter().chain(values).cloned().collect(),
        };
        Self { first: Some(first.clone()), others }
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = &[u8]> {
        self.first.iter().chain(&self.others).map(HeaderValue::as_bytes)
    }
}
