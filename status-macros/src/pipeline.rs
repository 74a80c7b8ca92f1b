//! What happens to one use of either macro: parse → model → rules → expand.

use proc_macro2::TokenStream;

use crate::ast::Input;
use crate::error::Errors;
use crate::syntax::Item;
use crate::{derive, expand, fallback, rules, table};

pub fn derive(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    match Item::parse(tokens) {
        Ok(item) => match derive::model(&item, &mut errors) {
            Ok(input) => judge(&input, errors),
            Err(error) => error.into_compile_error(),
        },
        Err(error) => error.into_compile_error(),
    }
}

pub fn table(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    match table::parse(tokens, &mut errors) {
        Ok(item) => judge(&table::model(&item, &mut errors), errors),
        Err(error) => {
            errors.push(error);
            errors.into_tokens()
        }
    }
}

fn judge(input: &Input, mut errors: Errors) -> TokenStream {
    rules::check(input, &mut errors);
    if errors.is_empty() { expand::expand(input) } else { fallback::expand(input, errors) }
}
