//! `Cache-Control` on responses that must not be stored.

use http::header::CACHE_CONTROL;
use http::{HeaderMap, HeaderValue};

use super::replace::replace;
use crate::status::Status;

/// Adds `no-store` to the responses that RFC 6585 says must not be stored (428, 429, 431 and 511),
/// overriding the error's own value, and to a 503 unless the error sets `Cache-Control`, because a
/// cached 503 could outlive its cause.
pub(crate) fn forbid_storing(status: &Status, fields: &mut HeaderMap) {
    let must = !status.may_be_stored() && status.class().is_error();
    if (must && !has_no_store(fields))
        || (status.code() == 503 && !fields.contains_key(CACHE_CONTROL))
    {
        replace(fields, &CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

#[cold]
fn has_no_store(fields: &HeaderMap) -> bool {
    let values = fields.get_all(CACHE_CONTROL).iter().filter_map(|value| value.to_str().ok());
    let mut directives = values.flat_map(directives);
    directives.any(|directive| directive.trim().eq_ignore_ascii_case("no-store"))
}

/// Splits a value at its commas, except in quoted strings, which directives may have (RFC 9111 §5.2,
/// RFC 9110 §5.6.4).
fn directives(value: &str) -> impl Iterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    value.split(move |c| {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            ',' => return !is_quoted,
            _ => {}
        }
        false
    })
}
