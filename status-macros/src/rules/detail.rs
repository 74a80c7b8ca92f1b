//! `detail`: what is sent as the detail in place of the error's message.

use syn::Fields;
use syn::ext::IdentExt;

use crate::error::{Errors, as_written};
use crate::messages::no_such_field;
use crate::model::{Parsed, TextValue};

/// A string is sent as it is. With the name of a field in braces, it was meant to be a message.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in parsed.variants.iter().filter(|variant| !variant.is_transparent()) {
        let Some(detail) = &variant.attributes.detail else { continue };
        match &detail.value {
            TextValue::Field(member) => {
                if variant.field(member).is_none() {
                    errors.push(variant.location, no_such_field(member, &variant.fields, ""));
                }
            }
            TextValue::Literal(text) if text.value().trim().is_empty() => errors.report(
                variant.location,
                text,
                "`detail` is empty",
                "",
                "write `redact` to send no detail",
            ),
            TextValue::Literal(text) => {
                let Some(field) = placeholder(&text.value(), &variant.fields) else { continue };
                errors.report(
                    variant.location,
                    text,
                    &format!("`{{{field}}}` is not replaced in `detail`"),
                    "the string is sent as it is",
                    "name a field that has the whole text, or write `expose` to send the error's message",
                );
            }
        }
    }
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
