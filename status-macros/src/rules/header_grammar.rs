//! `header_grammar`: the name and the value of a header field.

use crate::error::Errors;
use crate::messages::no_such_field;
use crate::model::{HeaderValue, Parsed, Source};

/// A name is a token (RFC 9110 §5.1, §5.6.2). A value consists of visible characters with spaces
/// between them (§5.5): after a line break, the rest would be another header field.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        // On a transparent variant, `header` is already an error.
        if matches!(variant.status, Source::Transparent(_)) {
            continue;
        }
        for header in &variant.attributes.headers {
            let name = header.name.value();
            if name.is_empty() || !name.chars().all(is_tchar) {
                errors.report(
                    variant.location,
                    &header.name,
                    &format!("{name:?} is not a valid header field name"),
                    "a name consists of ASCII letters, digits and hyphens (RFC 9110 §5.1)",
                    "write a name such as \"Retry-After\"",
                );
            }
            match &header.value {
                HeaderValue::Literal(literal) => {
                    let value = literal.value();
                    let is_legal = |c: char| c == ' ' || c == '\t' || c.is_ascii_graphic();
                    if value.is_empty() || !value.chars().all(is_legal) || value.trim() != value {
                        let trimmed = value.trim();
                        let is_padded = !trimmed.is_empty() && trimmed.chars().all(is_legal);
                        let write =
                            if is_padded { format!("write {trimmed:?}") } else { String::new() };
                        errors.report(
                            variant.location,
                            literal,
                            &format!("{value:?} is not a valid header field value"),
                            "a value consists of visible ASCII characters with spaces between them \
                             (RFC 9110 §5.5)",
                            &write,
                        );
                    }
                }
                HeaderValue::Field(member) => {
                    if variant.field(member).is_none() {
                        errors.push(variant.location, no_such_field(member, &variant.fields));
                    }
                }
            }
        }
    }
}

fn is_tchar(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}
