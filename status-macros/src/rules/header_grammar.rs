//! `header_grammar`: the name and the value of a header field.

use syn::{Fields, LitStr, Member};

use crate::error::{Errors, as_written};
use crate::messages::no_such_field;
use crate::model::{Header, Location, Parsed, TextValue};
use crate::{defaults, display};

/// A name is a token (RFC 9110 §5.1, §5.6.2). A value consists of visible characters with spaces
/// between them (§5.5): after a line break, the rest would be another header field.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for header in &parsed.subject.attributes.of_each.headers {
        literals(header, &Fields::Unit, Location::Type, errors);
        if let TextValue::Field(member) = &header.value {
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
        if variant.is_transparent() {
            continue;
        }
        let is_retry_after = |it: &&Header| it.name.value().eq_ignore_ascii_case("Retry-After");
        let retry_afters = defaults::headers(&parsed.subject, variant).filter(is_retry_after);
        if let Some(second) = retry_afters.skip(1).last() {
            errors.report(
                variant.location,
                &second.name,
                "`Retry-After` is given twice",
                "a response has one (RFC 9110 §10.2.3, §5.3)",
                "remove one of them",
            );
        }
        for header in &variant.attributes.headers {
            literals(header, &variant.fields, variant.location, errors);
            let TextValue::Field(member) = &header.value else { continue };
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
fn literals(header: &Header, fields: &Fields, location: Location, errors: &mut Errors) {
    let name = header.name.value();
    if name.is_empty() || !name.chars().all(is_tchar) {
        errors.report(
            location,
            &header.name,
            &format!("{name:?} is not a valid header field name"),
            "a name is a token: letters, digits, and marks such as `-` and `_` (RFC 9110 §5.6.2)",
            "write a name such as \"Retry-After\"",
        );
    }
    if let TextValue::Literal(literal) = &header.value {
        let is_valid = value(literal, &name, location, errors);
        if is_valid && name.eq_ignore_ascii_case("Retry-After") {
            retry_after(literal, fields, location, errors);
        }
    }
}

fn value(literal: &LitStr, name: &str, location: Location, errors: &mut Errors) -> bool {
    let value = literal.value();
    // An empty `Allow` says that the resource has no methods (RFC 9110 §10.2.1).
    if value.is_empty() && !name.eq_ignore_ascii_case("Allow") {
        errors.report(
            location,
            literal,
            &format!("the value of `{name}` is empty"),
            "it tells a client nothing",
            "write the value, or remove the header field",
        );
        return false;
    }
    let is_legal = |c: char| c == ' ' || c == '\t' || c.is_ascii_graphic();
    if value.chars().all(is_legal) && value.trim() == value {
        return true;
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
    false
}

/// `Retry-After` is a number of seconds or a date (RFC 9110 §10.2.3).
fn retry_after(literal: &LitStr, fields: &Fields, location: Location, errors: &mut Errors) {
    let value = literal.value();
    if value.bytes().all(|c| c.is_ascii_digit()) || is_http_date(&value) {
        return;
    }
    let name = value.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(&value);
    let field = fields.members().find(|member| display::is_name_of(name, member));
    let write = if let Some(field) = field {
        format!("for the value of the field, write `{}` without quotes", as_written(&field))
    } else {
        "write a number such as \"120\"".to_owned()
    };
    errors.report(
        location,
        literal,
        &format!("{value:?} is not a valid `Retry-After`"),
        "it is a number of seconds or a date (RFC 9110 §10.2.3)",
        &write,
    );
}

/// Whether the text has the form of "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 §5.6.7).
fn is_http_date(text: &str) -> bool {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let form: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let has_form = |day: &str, month: &str| form == format!("{day}, 00 {month} 0000 00:00:00 GMT");
    DAYS.iter().any(|day| MONTHS.iter().any(|month| has_form(day, month)))
}

fn is_tchar(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}
