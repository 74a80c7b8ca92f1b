//! `stray_header`: a header field that means nothing with its code.

use crate::error::{Errors, as_written};
use crate::model::{Header, Location, Parsed, Source, Variant};

/// What a response computes from its content, or its server from the connection (RFC 9112 §6).
const COMPUTED: [&str; 3] = ["content-type", "content-length", "transfer-encoding"];

/// A header field that the response computes is never taken from elsewhere. And the content is sent as
/// it is: with a `Content-Encoding`, a client would fail to decode it. Neither can be waived.
/// `HeaderFields::append` omits the same fields at run time.
pub fn check_computed(parsed: &Parsed, errors: &mut Errors) {
    let shared = parsed.subject.attributes.of_each.headers.iter();
    let shared = shared.map(|header| (Location::Type, header));
    let own =
        parsed.variants.iter().filter(|variant| !variant.is_transparent()).flat_map(|variant| {
            variant.attributes.headers.iter().map(|header| (variant.location, header))
        });
    for (location, header) in shared.chain(own) {
        let name = header.name.value();
        let (what, why) = match name.to_ascii_lowercase().as_str() {
            "content-encoding" => (
                format!("`{name}` does not describe the content, which is not encoded"),
                "whatever compresses the response adds it (RFC 9110 §8.4)",
            ),
            lower if COMPUTED.contains(&lower) => (
                format!("`{name}` is set automatically"),
                "it follows from the content; a `body` of your own sets its media type in `Body`",
            ),
            _ => continue,
        };
        errors.report(location, &header.name, &what, why, "remove it");
    }
}

/// Retry-After has a meaning with 3xx and 503 (RFC 9110 §10.2.3), 413 (§15.5.14) and 429 (RFC 6585
/// §4). With any other code, a client has no rule to follow.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    let unfit = |variant: &&Variant<Source>| {
        let code = variant.code();
        code.is_some_and(|code| !matches!(code.value, 300..=399 | 413 | 429 | 503))
    };
    // The header field of an enum is reported once, however many of its variants it does not fit.
    if let Some(variant) = parsed.variants.iter().find(unfit) {
        let shared = &parsed.subject.attributes.of_each.headers;
        retry_after(shared, Location::Type, variant, errors);
    }
    for variant in parsed.variants.iter().filter(unfit) {
        retry_after(&variant.attributes.headers, variant.location, variant, errors);
    }
}

fn retry_after(
    headers: &[Header],
    location: Location,
    variant: &Variant<Source>,
    errors: &mut Errors,
) {
    let Some(code) = variant.code() else { return };
    for header in headers {
        let name = header.name.value();
        if name.eq_ignore_ascii_case("Retry-After") {
            errors.report(
                location,
                &header.name,
                &format!("`{name}` has no defined meaning with `{}`", as_written(code)),
                "it is defined for 3xx, 413, 429 and 503 (RFC 9110 §10.2.3, RFC 6585 §4)",
                "remove it, use 503 or 429, or add `allow(stray_header)`",
            );
        }
    }
}
