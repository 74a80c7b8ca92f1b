//! `detail`: what is sent as the detail instead of the error's message.

use syn::Fields;
use syn::ext::IdentExt;

use crate::error::{Errors, as_written};
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

/// A string is sent as is. If it has the name of a field in braces, it was probably meant as a
/// format string.
pub fn check_braces(parsed: &Parsed, errors: &mut Errors) {
    for (variant, detail) in details(parsed) {
        let TextValue::Literal(text) = &detail.value else { continue };
        let Some(field) = placeholder(&text.value(), &variant.fields) else { continue };
        errors.report(
            variant.location,
            text,
            &format!("`{{{field}}}` is not replaced in `detail`"),
            "the string is sent as is",
            "name a field that holds the whole text, send the error's message, or add `allow(detail)`",
        );
    }
}

/// The variants with a detail, except those whose attributes could not all be read.
fn details(parsed: &Parsed) -> impl Iterator<Item = (&Variant<Source>, &Detail)> {
    let read = parsed.variants.iter().filter(|variant| !variant.attributes.unreadable);
    read.filter_map(|variant| Some((variant, variant.attributes.detail.as_ref()?)))
}

/// The first field whose name or index is in braces.
fn placeholder(text: &str, fields: &Fields) -> Option<String> {
    let names: Vec<String> = fields
        .members()
        .map(|member| match &member {
            syn::Member::Named(name) => name.unraw().to_string(),
            syn::Member::Unnamed(_) => as_written(&member),
        })
        .collect();
    text.split('{').skip(1).find_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        let name = name.split(':').next().unwrap_or_default().trim();
        names.iter().find(|field| *field == name).cloned()
    })
}
