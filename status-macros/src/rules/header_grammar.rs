//! Header grammar: the name and the value of a header field.

use crate::ast::{HeaderValue, Variant};
use crate::error::Errors;
use crate::rules::no_such_field;

/// A name is a token (RFC 9110 §5.1, §5.6.2). A value has visible characters with spaces between
/// them (§5.5): a line break would let what follows pass for another field.
pub fn check(variant: &Variant, errors: &mut Errors) {
    for header in &variant.attrs.headers {
        let name = header.name.value.as_str();
        if name.is_empty() || !name.chars().all(is_tchar) {
            errors.report(
                &header.name,
                &format!("{name:?} is no name of a header field"),
                "a name has letters, digits and hyphens, and neither space nor colon (RFC 9110 §5.1)",
                "write one such as \"Retry-After\"",
            );
        }
        match &header.value {
            HeaderValue::Literal(literal) => {
                let value = literal.value.as_str();
                let legal = |c: char| c == ' ' || c == '\t' || c.is_ascii_graphic();
                if value.is_empty() || !value.chars().all(legal) || value.trim() != value {
                    errors.report(
                        literal,
                        &format!("{value:?} is no value of a header field"),
                        "a value has visible ASCII characters, with spaces between them alone (RFC 9110 §5.5)",
                        "",
                    );
                }
            }
            HeaderValue::Field(member) => {
                if variant.field(member).is_none() {
                    errors.push(no_such_field(member, variant.fields));
                }
            }
        }
    }
}

fn is_tchar(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}
