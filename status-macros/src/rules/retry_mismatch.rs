//! `retry_mismatch`: advice to try again that contradicts the code.

use crate::defaults;
use crate::error::{Errors, as_written};
use crate::model::{Parsed, Retry};

/// Many 4xx and a few 5xx are about the request itself: the same one gets the same answer (RFC 9110
/// §15.5). And `Retry-After` asks the client to try again.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        let (Some(code), Some(retry)) = (variant.code(), &variant.attributes.retry) else {
            continue;
        };
        let written = as_written(code);
        if retry.retry != Retry::Never {
            if is_about_the_request(code.value) {
                errors.report(
                    variant.location,
                    &retry.tokens,
                    &format!("a request that got `{written}` fails again"),
                    "the code says that the request itself cannot be fulfilled (RFC 9110 §15.5)",
                    "remove it, write a code such as 409 or 503, or add `allow(retry_mismatch)`",
                );
            }
            continue;
        }
        let mut headers = defaults::headers(&parsed.subject, variant);
        if headers.any(|header| header.name.value().eq_ignore_ascii_case("Retry-After")) {
            errors.report(
                variant.location,
                &retry.tokens,
                "`retry = \"never\"` contradicts `Retry-After`",
                "the field says when to send the request again (RFC 9110 §10.2.3)",
                "remove one of them, or add `allow(retry_mismatch)`",
            );
        }
    }
}

/// Not in this list: what may change without the request, such as 404, 409, 423 or 500, and codes that
/// nobody has registered.
fn is_about_the_request(code: u16) -> bool {
    matches!(
        code,
        100..=399 | 400 | 401 | 402 | 405 | 406 | 407 | 410 | 411 | 413..=417 | 422 | 426 | 428 | 431 | 451
            | 501 | 505 | 506 | 508 | 511
    )
}
