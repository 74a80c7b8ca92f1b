//! The steps of a macro call: parse → check → expand.

use proc_macro2::TokenStream;

use crate::completion::completion;
use crate::error::Errors;
use crate::model::Parsed;
use crate::{expand, fallback, parse, rules};

pub fn derive(tokens: TokenStream) -> TokenStream {
    run(tokens, parse::derive)
}

pub fn table(tokens: TokenStream) -> TokenStream {
    run(tokens, parse::table)
}

fn run(
    tokens: TokenStream,
    parse: fn(TokenStream, &mut Errors) -> syn::Result<Parsed>,
) -> TokenStream {
    let mut errors = Errors::default();
    let parsed = match parse(tokens, &mut errors) {
        Ok(parsed) => parsed,
        Err(error) => {
            let before = errors.into_tokens();
            let error = error.into_compile_error();
            return quote::quote!(#before #error);
        }
    };
    let (completion, expansion) = match rules::check(parsed, &mut errors) {
        Ok((checked, waivers)) => (completion(&checked, false), expand::expand(&checked, &waivers)),
        Err(parsed) => (completion(&parsed, true), fallback::expand(&parsed, errors)),
    };
    quote::quote!(#completion #expansion)
}
