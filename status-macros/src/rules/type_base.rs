//! `type_base`: the URI reference before each slug.

use crate::error::Errors;
use crate::model::{Location, Parsed};

/// A problem's `type` is a URI reference (RFC 9457 §3.1.1): its base consists of the characters of
/// RFC 3986 §2, and the slug follows directly.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    let Some(literal) = &parsed.subject.attributes.type_base else { return };
    let base = literal.value();
    let is_uri = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    let mut report = |what: &str, why: &str, write: &str| {
        errors.report(Location::Type, literal, what, why, write);
    };
    if let Some(wrong) = base.chars().find(|c| !is_uri(*c)) {
        report(
            &format!("invalid character {wrong:?} in `type_base`"),
            "`type_base` is the start of a URI (RFC 3986 §2)",
            &format!("write `{}`", percent_encoded(wrong)),
        );
    } else if let Some(sequence) = broken_escape(&base) {
        report(
            &format!("`{sequence}` in `type_base` is not a percent-encoded byte"),
            "`%` must be followed by two hexadecimal digits (RFC 3986 §2.1)",
            "write `%25` for a literal `%`",
        );
    } else if let Some(port) =
        port(&base).filter(|port| !port.bytes().all(|it| it.is_ascii_digit()))
    {
        report(
            &format!("`{port}` in `type_base` is not a port"),
            "a port is a number (RFC 3986 §3.2.3)",
            "write a number, or remove the port",
        );
    } else if base.bytes().next_back().is_some_and(|byte| byte.is_ascii_alphanumeric()) {
        report(
            "`type_base` must end with a separator such as `/`",
            &format!("the slug follows it directly: \"{base}SLUG\""),
            &format!("write \"{base}/\""),
        );
    } else if !base.is_empty() && !base.starts_with('/') && !has_scheme(&base) {
        report(
            &format!("`type_base` {base:?} depends on the URL of each request"),
            "a relative `type` is resolved against it (RFC 9457 §3.1.1), so one error would have many types",
            &format!("write an absolute URI, or \"/{base}\""),
        );
    }
}

/// The first `%` without two hexadecimal digits, and what follows it. `base` must be ASCII, so that
/// slicing cannot split a character.
fn broken_escape(base: &str) -> Option<&str> {
    let mut escapes = base.match_indices('%').map(|(at, _)| &base[at..base.len().min(at + 3)]);
    let is_broken =
        |it: &&str| it.len() < 3 || !it.bytes().skip(1).all(|digit| digit.is_ascii_hexdigit());
    escapes.find(is_broken)
}

/// The port of the authority, if there is one (RFC 3986 §3.2).
fn port(base: &str) -> Option<&str> {
    let (_, rest) = base.split_once("//")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    // The colons of an IPv6 address are in brackets.
    let (_, after) = host.rsplit_once(']').unwrap_or(("", host));
    after.split_once(':').map(|(_, port)| port)
}

/// RFC 3986 §3.1.
fn has_scheme(base: &str) -> bool {
    let Some((scheme, _)) = base.split_once(':') else { return false };
    let is_letter = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(is_letter)
}

fn percent_encoded(c: char) -> String {
    let mut bytes = [0; 4];
    let bytes = c.encode_utf8(&mut bytes).bytes();
    bytes.map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat()
}
