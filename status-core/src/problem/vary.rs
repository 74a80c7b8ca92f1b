//! `Vary`, and the header fields that follow from the language of a problem.

use http::header::{CONTENT_LANGUAGE, VARY};
use http::{HeaderMap, HeaderValue};

use super::details::Details;
use super::replace::replace;

/// Tells caches that the response depends on a header field of the request (RFC 9110 §12.5.5).
pub(crate) fn vary_by(name: &'static str, fields: &mut HeaderMap) {
    let is_there = |line: &HeaderValue| {
        line.as_bytes().split(|&byte| byte == b',').any(|other| {
            let other = other.trim_ascii();
            other == b"*" || other.eq_ignore_ascii_case(name.as_bytes())
        })
    };
    let varies = fields.get_all(VARY).iter().any(is_there);
    if !varies {
        // Fails only if there are already thousands of fields.
        let _ = fields.try_append(VARY, HeaderValue::from_static(name));
    }
}

/// The fields of a problem whose language is known.
pub(crate) fn describe_language(details: &Details, fields: &mut HeaderMap) {
    let Some(Ok(tag)) = details.language().map(HeaderValue::from_str) else { return };
    replace(fields, &CONTENT_LANGUAGE, tag);
    vary_by("Accept-Language", fields);
}
