//! Errors that more than one step reports.

use quote::ToTokens;
use syn::{Fields, Member};

use crate::error::{as_written, list, mistake};

/// A key, a member or a rule is repeated.
pub fn given_twice(again: &dyn ToTokens) -> syn::Error {
    mistake(again, &format!("`{}` is given twice", as_written(again)), "", "remove one of them")
}

/// A key names a field that the variant does not have. `write` is what to write instead of a number.
pub fn no_such_field(member: &Member, fields: &Fields, write: &str) -> syn::Error {
    let names: Vec<String> = fields.members().map(|member| as_written(&member)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let has = match names.len() {
        0 => "there are no fields here".to_owned(),
        1 => format!("the only field here is {}", list(&names)),
        _ => format!("the fields here are {}", list(&names)),
    };
    let write = match member {
        Member::Unnamed(_) => write,
        Member::Named(_) => "",
    };
    mistake(&member.to_token_stream(), &format!("no field `{}`", as_written(member)), &has, write)
}
