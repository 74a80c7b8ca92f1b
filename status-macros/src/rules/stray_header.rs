//! `stray_header`: a header field where it means nothing.

use crate::ast::{Input, Variant};
use crate::error::{Errors, as_written};

/// What a response computes from its content, or its server from the connection (RFC 9112 §6).
const COMPUTED: [&str; 3] = ["content-type", "content-length", "transfer-encoding"];

/// Retry-After has a meaning with 3xx and 503 (RFC 9110 §10.2.3), 413 (§15.5.14) and 429 (RFC 6585
/// §4); with any other code a client has no rule to follow. What the response computes itself is
/// never taken from elsewhere, so that cannot be waived.
pub fn check(input: &Input, variant: &Variant, errors: &mut Errors) {
    for header in &variant.attrs.headers {
        let name = header.name.value.as_str();
        if COMPUTED.contains(&name.to_ascii_lowercase().as_str()) {
            let why = "the content is a problem (RFC 9457 §3), and its length what it is";
            errors.report(
                &header.name,
                &format!("`{name}` is the response's own"),
                why,
                "leave it out",
            );
            continue;
        }
        let Some(code) = variant.code().filter(|_| name.eq_ignore_ascii_case("Retry-After")) else {
            continue;
        };
        let has_meaning = matches!(code.value, 300..=399 | 413 | 429 | 503);
        if has_meaning || input.waives(Some(variant), "stray_header") {
            continue;
        }
        errors.report(
            &header.name,
            &format!("`{name}` means nothing with `{}`", as_written(code)),
            "it has a meaning with 3xx, 413, 429 and 503 (RFC 9110 §10.2.3, RFC 6585 §4)",
            "write 503 or 429 if that is the status, leave it out or, if you mean it, `allow(stray_header)`",
        );
    }
}
