//! Whether the output for an input is what it has to be: Rust, and never nothing.

use std::panic;

use proc_macro2::TokenStream;
use syn::{DeriveInput, GenericParam};

/// The name of the derive, whose input is a type.
pub const DERIVE: &str = "HttpStatus";

/// Whether rustc would pass these tokens to a derive: it accepts them as a type. syn accepts `_` as
/// the name of a parameter, and rustc does not.
fn is_type(input: &TokenStream) -> bool {
    let Ok(item) = syn::parse2::<DeriveInput>(input.clone()) else { return false };
    item.generics.params.iter().all(|param| match param {
        GenericParam::Type(param) => param.ident != "_",
        GenericParam::Const(param) => param.ident != "_",
        GenericParam::Lifetime(_) => true,
    })
}

/// Checks the answer to one input, and returns whether it is an expansion without errors.
pub fn check(name: &str, macro_: fn(TokenStream) -> TokenStream, input: TokenStream) -> bool {
    let text = input.to_string();
    let is_given = name != DERIVE || is_type(&input);
    let output = panic::catch_unwind(|| macro_(input))
        .unwrap_or_else(|_| panic!("{name} panicked at this input:\n{text}"));
    if !is_given {
        return false;
    }
    assert!(!output.is_empty(), "{name} emits nothing for this input:\n{text}");
    let accepted = !output.to_string().contains("compile_error");
    // Which the input may contain too.
    if accepted && !text.contains("BROKEN") {
        let broken = output.to_string().contains("BROKEN");
        assert!(!broken, "{name} reports no error for this input:\n{text}");
    }
    if let Err(error) = syn::parse2::<syn::File>(output.clone()) {
        panic!("{name} emits no Rust ({error}) for this input:\n{text}\n{output}");
    }
    accepted
}
