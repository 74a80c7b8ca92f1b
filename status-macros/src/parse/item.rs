//! What the items of `#[status(…)]` are made of.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::token::Paren;
use syn::{Ident, Index, LitInt, Member, Token};

use crate::error::mistake;

/// Whether a value follows a key.
pub fn value_follows(input: ParseStream) -> bool {
    input.peek(Token![=]) || input.peek(Paren)
}

/// Whether an item ends here.
pub fn ends(input: ParseStream) -> bool {
    input.is_empty() || input.peek(Token![,])
}

/// Skips the rest of an item that could not be read, so that the next one is read.
pub fn skip_item(input: ParseStream) -> syn::Result<()> {
    while !ends(input) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// The tokens up to a comma.
pub struct Item(pub TokenStream);

impl Parse for Item {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut tokens = TokenStream::new();
        while !ends(input) {
            tokens.extend([input.parse::<TokenTree>()?]);
        }
        Ok(Self(tokens))
    }
}

/// The name of a field, or its index in a tuple.
pub fn field(input: ParseStream) -> syn::Result<Member> {
    if input.peek(Ident::peek_any) {
        return Ok(Member::Named(input.call(Ident::parse_any)?));
    }
    let number = input.fork().parse::<LitInt>();
    let token: TokenTree = input.parse()?;
    if let Ok(number) = number {
        if let ("", Ok(index)) = (number.suffix(), number.base10_parse()) {
            return Ok(Member::Unnamed(Index { index, span: number.span() }));
        }
    }
    Err(mistake(
        &token,
        &format!("expected a field, found `{token}`"),
        "",
        "write the name of a field, or an index such as `0`",
    ))
}
