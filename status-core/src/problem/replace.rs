//! Replaces a header field in a map that may be full.

use http::{HeaderMap, HeaderName, HeaderValue};

/// Replaces all values of a field. Unlike `insert`, it does not panic if there are already thousands of
/// other fields: then the field is not sent.
pub(crate) fn replace(fields: &mut HeaderMap, name: HeaderName, value: HeaderValue) {
    // A full map would refuse the new value, and keep the old one.
    fields.remove(&name);
    let _ = fields.try_insert(name, value);
}
