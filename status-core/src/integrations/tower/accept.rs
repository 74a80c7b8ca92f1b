//! The `Accept` lines of a request, kept until its response is ready.

use alloc::vec::Vec;

use http::header::ACCEPT;
use http::{HeaderMap, HeaderValue};

/// Parsed only if there is a problem to render. Cloning a value does not allocate, and few requests
/// have more than one.
#[derive(Debug)]
pub(super) struct Accept {
    first: Option<HeaderValue>,
    others: Vec<HeaderValue>,
}

impl Accept {
    pub(super) fn of(fields: &HeaderMap) -> Self {
        let mut values = fields.get_all(ACCEPT).iter().cloned();
        Self { first: values.next(), others: values.collect() }
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = &[u8]> {
        self.first.iter().chain(&self.others).map(HeaderValue::as_bytes)
    }
}
