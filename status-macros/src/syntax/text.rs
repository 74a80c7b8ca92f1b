//! String literals.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, TokenStreamExt};
use syn::Lit;
use syn::parse::ParseStream;

use crate::error::mistake;

/// A string literal, and its text, which is decoded once.
#[derive(Clone)]
pub struct Text {
    pub value: String,
    literal: Literal,
}

impl Text {
    /// The one that stands here, which is read then, or `None` where something else does.
    pub fn parse(input: ParseStream) -> Option<Self> {
        let (literal, _) = input.cursor().literal()?;
        let value = decode(&literal)?;
        input.parse::<Literal>().ok()?;
        Some(Self { value, literal })
    }

    /// A suffix is for numbers.
    pub fn check(&self) -> syn::Result<()> {
        if self.literal.to_string().ends_with(['"', '#']) {
            return Ok(());
        }
        let what = format!("a suffix behind the string {:?}", self.value);
        Err(mistake(self, &what, "", "leave it out"))
    }
}

impl ToTokens for Text {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self.literal.clone());
    }
}

/// The text of a literal, where it is a string. Few have anything to decode.
pub fn decode(literal: &Literal) -> Option<String> {
    let written = literal.to_string();
    match written.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(text) if !text.contains('\\') => Some(text.to_owned()),
        _ => match Lit::new(literal.clone()) {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
    }
}
