//! What was probably meant by tokens that cannot be read.

use proc_macro2::{Punct, TokenStream};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{LitStr, Member, Path, Token};

use super::item::{Item, field};
use crate::error::as_written;

/// A name and a value, with something wrong between or in them: `"X-Id" => id`, `id = self.id`.
pub struct Pair {
    /// A string or a path.
    pub name: String,
    /// Whether they are written as `name = value`.
    pub is_assigned: bool,
    pub value: TokenStream,
    /// Whether more follows behind a comma.
    pub is_followed: bool,
}

impl Parse for Pair {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let name = if input.peek(LitStr) {
            as_written(&input.parse::<LitStr>()?)
        } else {
            as_written(&input.call(Path::parse_mod_style)?)
        };
        let mut between = String::new();
        while let Ok(punct) = input.fork().parse::<Punct>() {
            if !"=>:,".contains(punct.as_char()) {
                break;
            }
            between.push(input.parse::<Punct>()?.as_char());
        }
        let Item(value) = input.parse()?;
        let is_followed = input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty();
        input.parse::<TokenStream>()?;
        Ok(Self { name, is_assigned: between == "=", value, is_followed })
    }
}

/// The name and the value in the tokens. `None` if there is no value.
pub fn pair(tokens: TokenStream) -> Option<Pair> {
    syn::parse2::<Pair>(tokens).ok().filter(|pair| !pair.value.is_empty())
}

/// The string or the field that an expression takes its value from.
pub fn value(expression: TokenStream) -> Option<String> {
    if let Ok(text) = syn::parse2::<LitStr>(expression.clone()) {
        return Some(as_written(&text));
    }
    let parser = |input: ParseStream| -> syn::Result<Option<Member>> {
        input.parse::<Option<Token![&]>>()?;
        let first = field(input)?;
        let found = if input.is_empty() { Some(first) } else { field_before_a_dot(&first, input)? };
        input.parse::<TokenStream>()?;
        Ok(found)
    };
    let field = parser.parse2(expression).ok()??;
    Some(as_written(&field))
}

/// The field in `self.field…` or `field.…`, of which the first word has been read.
pub fn field_before_a_dot(first: &Member, rest: ParseStream) -> syn::Result<Option<Member>> {
    if rest.parse::<Option<Token![.]>>()?.is_none() {
        return Ok(None);
    }
    if is_self(first) { field(rest).map(Some) } else { Ok(Some(first.clone())) }
}

pub fn is_self(word: &Member) -> bool {
    matches!(word, Member::Named(name) if name == "self")
}

/// The name of a header field, from a constant such as `RETRY_AFTER`.
pub fn header_name(path: &str) -> String {
    let last = path.rsplit("::").next().unwrap_or(path);
    let words = last.split('_').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters.map(|c| c.to_ascii_lowercase())).collect::<String>()
    });
    words.collect::<Vec<_>>().join("-")
}
