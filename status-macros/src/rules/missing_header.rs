//! `missing_header`: a status without a header field that it must have.

use crate::ast::{Header, HeaderValue, Input, Variant};
use crate::error::{Errors, as_written};
use crate::registry;
use crate::syntax::Member;

/// A 401 without a challenge cannot be answered, nor a 405 without the methods that would do: RFC
/// 9110 says MUST (§11.6.1, §15.5.6, §11.7.1, §15.5.22). A table's row carries no fields.
pub fn check(input: &Input, variant: &Variant, errors: &mut Errors) {
    let Some(code) = variant.stated_code().filter(|_| !input.kind.is_table()) else { return };
    let Some(entry) = registry::by_code(code.value) else { return };
    for name in entry.required_headers {
        let mut always = false;
        let mut sometimes = None;
        for header in &variant.attrs.headers {
            if header.name.value.eq_ignore_ascii_case(name) {
                match optional(variant, header) {
                    Some(field) => sometimes = sometimes.or(Some(field)),
                    None => always = true,
                }
            }
        }
        // One that could not be read may have been this one.
        let told = input.waives(Some(variant), "missing_header") || variant.attrs.broken_header;
        if always || told {
            continue;
        }
        let written = as_written(code);
        if let Some(field) = sometimes {
            errors.report(
                field,
                &format!(
                    "`{}` may be `None`, and `{written}` must have `{name}`",
                    as_written(field)
                ),
                &format!("a client cannot act on the response without it ({})", entry.spec),
                "write a field that is no `Option` or, if you mean it, `allow(missing_header)`",
            );
        } else {
            let value = match *name {
                "Allow" => "GET, HEAD",
                "Upgrade" => "websocket",
                _ => "Bearer",
            };
            errors.report(
                code,
                &format!("`{written}` without `{name}`"),
                &format!("a response with this code must have it ({})", entry.spec),
                &format!(
                    "write `header(\"{name}\" = \"{value}\")` or, if you mean it, `allow(missing_header)`"
                ),
            );
        }
    }
}

/// The field that a header field's value is in, where it is an `Option`.
fn optional<'a>(variant: &Variant, header: &'a Header) -> Option<&'a Member> {
    let HeaderValue::Field(member) = &header.value else { return None };
    if variant.field(member)?.is_named("Option") { Some(member) } else { None }
}
