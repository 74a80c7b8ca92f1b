//! Replaces a header field in a map that may be full.

use http::{HeaderMap, HeaderName, HeaderValue};

/// How many names a map has room for. A full one refuses a new value even of a field that it has.
const FULL: usize = 24_576;

/// Replaces all values of a field. Unlike `insert`, it does not panic if the map is full of other fields:
/// then the field is not sent.
pub(crate) fn replace(fields: &mut HeaderMap, name: &HeaderName, value: HeaderValue) {
    if fields.keys_len() >= FULL {
        fields.remove(name);
    }
    let _ = fields.try_insert(name, value);
}
