//! `member_names`: the names of a problem's extension members.

use syn::Member;
use syn::ext::IdentExt;

use crate::error::Errors;
use crate::messages::{given_twice, no_such_field};
use crate::model::{Parsed, Source};

/// The members that every problem may have (RFC 9457 §3.1).
const STANDARD: [&str; 5] = ["type", "title", "status", "detail", "instance"];

/// An extension member has a name of its own (RFC 9457 §3.2), with the letters that §4 allows.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        // On a transparent variant, `members` is already an error.
        if matches!(variant.status, Source::Transparent(_)) {
            continue;
        }
        let members = &variant.attributes.members;
        for (index, name) in members.iter().enumerate() {
            let field = Member::Named(name.clone());
            let text = name.unraw().to_string();
            if members[..index].contains(name) {
                errors.push(variant.location, given_twice(name));
            } else if variant.field(&field).is_none() {
                errors.push(variant.location, no_such_field(&field, &variant.fields));
            } else if STANDARD.contains(&text.as_str()) {
                errors.report(
                    variant.location,
                    name,
                    &format!("`{text}` is the name of a standard member"),
                    "an extension member cannot replace it (RFC 9457 §3.2)",
                    "rename the field",
                );
            } else if !is_name(&text) {
                errors.report(
                    variant.location,
                    name,
                    &format!("`{text}` is not a valid member name"),
                    "a name begins with a letter and consists of letters, digits and `_` (RFC 9457 §4)",
                    "rename the field",
                );
            }
        }
    }
}

fn is_name(text: &str) -> bool {
    text.bytes().next().is_some_and(|c| c.is_ascii_alphabetic())
        && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_')
}
