//! The rules: one function each, in the file of its name.

use quote::ToTokens;
use syn::{Fields, Ident, Member};

use crate::ast::Input;
use crate::error::{Errors, as_written, mistake};

mod duplicate;
mod header;
mod keys;
mod member;
mod missing_docs;
mod missing_status;
mod range;
mod reason;
mod row;
mod slug;
mod type_base;
mod unlisted;
mod unregistered_code;

/// The rules that `allow(…)` can waive.
pub const WAIVABLE: [&str; 2] = ["missing_docs", "unregistered_code"];

/// Holds one use of either macro to every rule.
pub fn check(input: &Input, errors: &mut Errors) {
    row::check(input, errors);
    missing_status::check(input, errors);
    range::check(input, errors);
    duplicate::check(input, errors);
    keys::check(input, errors);
    unlisted::check(input, errors);
    reason::check(input, errors);
    type_base::check(input, errors);
    slug::check(input, errors);
    header::check(input, errors);
    member::check(input, errors);
    unregistered_code::check(input, errors);
    missing_docs::check(input, errors);
}

pub fn given_twice(again: &Ident) -> syn::Error {
    mistake(again, &format!("`{again}` is given twice"), "", "keep one of them")
}

/// A key names a field that the variant has not.
pub fn no_such_field(member: &Member, fields: &Fields) -> syn::Error {
    let names: Vec<String> =
        fields.members().map(|field| format!("`{}`", field.to_token_stream())).collect();
    let has = match names.as_slice() {
        [] => "it has no fields".to_owned(),
        [one] => format!("it has the field {one}"),
        all => format!("it has the fields {}", all.join(", ")),
    };
    mistake(member, &format!("the variant has no field `{}`", as_written(member)), &has, "")
}
