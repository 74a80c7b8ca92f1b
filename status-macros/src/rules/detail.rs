//! `detail`: what is sent as the detail instead of the error's message.

use crate::error::Errors;
use crate::messages::no_such_field;
use crate::model::{Detail, Parsed, Source, TextValue, Variant};

/// The field exists, and the string is not empty.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for (variant, detail) in details(parsed) {
        match &detail.value {
            TextValue::Field(member) if variant.field(member).is_none() => {
                errors.push(variant.location, no_such_field(member, &variant.fields, ""));
            }
            TextValue::Literal(text) if text.value().trim().is_empty() => errors.report(
                variant.location,
                text,
                "`detail` is empty",
                "",
                "write `redact` to send no detail",
            ),
            TextValue::Field(_) | TextValue::Literal(_) => {}
        }
    }
}

/// The variants with a detail, except those whose attributes could not all be read.
fn details(parsed: &Parsed) -> impl Iterator<Item = (&Variant<Source>, &Detail)> {
    let read = parsed.variants.iter().filter(|variant| !variant.attributes.unread.any);
    read.filter_map(|variant| Some((variant, variant.attributes.detail.as_ref()?)))
}
