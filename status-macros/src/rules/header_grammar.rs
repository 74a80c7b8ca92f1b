//! `header_grammar`: the name and the value of a header field.

use syn::{LitStr, Member};

use crate::error::{Errors, as_written};
use crate::messages::no_such_field;
use crate::model::{Header, HeaderValue, Location, Parsed, Source};

/// A name is a token (RFC 9110 §5.1, §5.6.2). A value consists of visible characters with spaces
/// between them (§5.5): after a line break, the rest would be another header field.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for header in &parsed.subject.attributes.of_each.headers {
        literals(header, Location::Type, errors);
        if let HeaderValue::Field(member) = &header.value {
            errors.report(
                Location::Type,
                member,
                "on an enum, the value of `header(…)` must be a string",
                "it is sent with each of its statuses",
                &format!(
                    "write `header({} = \"…\")`, or move it to a variant",
                    as_written(&header.name)
                ),
            );
        }
    }
    for variant in &parsed.variants {
        // On a transparent variant, `header` is already an error.
        if matches!(variant.status, Source::Transparent(_)) {
            continue;
        }
        for header in &variant.attributes.headers {
            literals(header, variant.location, errors);
            let HeaderValue::Field(member) = &header.value else { continue };
            if variant.field(member).is_none() {
                let write = match member {
                    Member::Unnamed(index) => {
                        format!("for a literal value, write \"{}\"", index.index)
                    }
                    Member::Named(_) => String::new(),
                };
                errors.push(variant.location, no_such_field(member, &variant.fields, &write));
            }
        }
    }
}

/// Checks what is known at compile time.
fn literals(header: &Header, location: Location, errors: &mut Errors) {
    let name = header.name.value();
    if name.is_empty() || !name.chars().all(is_tchar) {
        errors.report(
            location,
            &header.name,
            &format!("{name:?} is not a valid header field name"),
            "a name consists of ASCII letters, digits and hyphens (RFC 9110 §5.1)",
            "write a name such as \"Retry-After\"",
        );
    }
    if let HeaderValue::Literal(literal) = &header.value {
        value(literal, location, errors);
    }
}

fn value(literal: &LitStr, location: Location, errors: &mut Errors) {
    let value = literal.value();
    let is_legal = |c: char| c == ' ' || c == '\t' || c.is_ascii_graphic();
    if !value.is_empty() && value.chars().all(is_legal) && value.trim() == value {
        return;
    }
    let trimmed = value.trim();
    let is_padded = !trimmed.is_empty() && trimmed.chars().all(is_legal);
    let write = if is_padded { format!("write {trimmed:?}") } else { String::new() };
    errors.report(
        location,
        literal,
        &format!("{value:?} is not a valid header field value"),
        "a value consists of visible ASCII characters with spaces between them (RFC 9110 §5.5)",
        &write,
    );
}

fn is_tchar(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}
