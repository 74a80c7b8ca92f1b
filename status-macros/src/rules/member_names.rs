//! Member names: what a problem's extension members may be called.

use syn::ext::IdentExt;

use crate::ast::Variant;
use crate::error::Errors;
use crate::rules::{given_twice, no_such_field};
use crate::syntax::Member;

/// The members that every problem may have (RFC 9457 §3.1).
const OF_EVERY_PROBLEM: [&str; 5] = ["type", "title", "status", "detail", "instance"];

/// An extension member has a name of its own (RFC 9457 §3.2), with the letters that its §4 allows.
pub fn check(variant: &Variant, errors: &mut Errors) {
    let members = &variant.attrs.members;
    for (index, name) in members.iter().enumerate() {
        let plain = name.unraw().to_string();
        let is_name = plain.bytes().next().is_some_and(|c| c.is_ascii_alphabetic())
            && plain.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
        if members[..index].contains(name) {
            errors.push(given_twice(name));
        } else if variant.field(&Member::Named(name.clone())).is_none() {
            errors.push(no_such_field(&Member::Named(name.clone()), variant.fields));
        } else if OF_EVERY_PROBLEM.contains(&plain.as_str()) {
            errors.report(
                name,
                &format!("`{plain}` is a member that every problem may have"),
                "an extension member must not take its place (RFC 9457 §3.2)",
                "name the field otherwise",
            );
        } else if !is_name {
            errors.report(
                name,
                &format!("`{plain}` is no name of a member"),
                "it begins with a letter and has letters, digits and `_` (RFC 9457 §4)",
                "name the field otherwise",
            );
        }
    }
}
