//! The values of keys.

use proc_macro2::{Group, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Lit, LitInt, Token};

use crate::ast::{Header, HeaderValue};
use crate::error::{as_written, mistake};
use crate::rules;
use crate::syntax::{Member, Path, Text};

/// Keeps the value of a key that may be given once.
pub fn once<T>(key: &Ident, slot: &mut Option<T>, value: T) -> syn::Result<()> {
    if slot.is_some() {
        return Err(rules::given_twice(key));
    }
    *slot = Some(value);
    Ok(())
}

pub fn equals(key: &Ident, input: ParseStream, example: &str) -> syn::Result<()> {
    if input.peek(Token![=]) {
        input.parse::<Token![=]>()?;
        if !input.is_empty() && !input.peek(Token![,]) {
            return Ok(());
        }
    }
    Err(mistake(key, &format!("`{key}` needs a value"), "", &format!("write `{key} = {example}`")))
}

/// `key = "…"`, kept in its slot.
pub fn string(key: &Ident, input: ParseStream, slot: &mut Option<Text>) -> syn::Result<()> {
    equals(key, input, "\"…\"")?;
    let Some(text) = Text::parse(input) else {
        let token: TokenTree = input.parse()?;
        return Err(mistake(
            &token,
            &format!("the value of `{key}` is a string literal"),
            "it is checked while this compiles, so it must be known here",
            &format!("write `{key} = \"…\"`"),
        ));
    };
    text.check()?;
    once(key, slot, text)
}

/// A path to a macro or a crate, which are found from outside of the type.
pub fn outside(path: Path) -> syn::Result<Path> {
    if path.has("Self") {
        return Err(mistake(
            &path,
            &format!("`{}` is no path to a macro or a crate", as_written(&path)),
            "`Self` is a type, and has neither",
            "write the path from `crate`, such as `crate::respond`",
        ));
    }
    Ok(path)
}

/// The name of a field, or the number of one that has no name.
pub fn member(key: &Ident, input: ParseStream) -> syn::Result<Member> {
    if input.peek(Ident::peek_any) {
        return Ok(Member::Named(input.call(Ident::parse_any)?));
    }
    let number = input.fork().parse::<LitInt>();
    let token: TokenTree = input.parse()?;
    if let Ok(number) = number {
        if let ("", Ok(index)) = (number.suffix(), number.base10_parse()) {
            return Ok(Member::Unnamed(index, number.span()));
        }
    }
    Err(mistake(
        &token,
        &format!("`{token}` is no field"),
        &format!("`{key}` names a field of the variant, or the number of one without a name"),
        "",
    ))
}

/// `key(a, b)`.
pub fn names(key: &Ident, input: ParseStream) -> syn::Result<Vec<Ident>> {
    let list = parenthesised(key, input, "name, name")?;
    let mut names = Vec::new();
    let read = read(&list, &mut |input| {
        while !input.is_empty() {
            names.push(input.parse()?);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    });
    if read.is_ok() && !names.is_empty() {
        return Ok(names);
    }
    Err(mistake(
        &list,
        &format!("`{key}{}` is no list of names", as_written(&list)),
        "",
        match key.to_string().as_str() {
            "members" => {
                "write the names of fields: `members(id, line)`; a member is called as its field"
            }
            _ => "write the names with a comma between them: `allow(one, other)`",
        },
    ))
}

/// `header("Name" = value)`.
pub fn header(key: &Ident, input: ParseStream) -> syn::Result<Header> {
    let list = parenthesised(key, input, "\"Retry-After\" = after")?;
    let mut header = None;
    let read = read(&list, &mut |input| {
        let Some(name) = Text::parse(input) else { return Err(input.error("expected a name")) };
        name.check()?;
        input.parse::<Token![=]>()?;
        let value = match Text::parse(input) {
            Some(text) => {
                text.check()?;
                HeaderValue::Literal(text)
            }
            None => HeaderValue::Field(member(key, input)?),
        };
        header = Some(Header { key: key.clone(), name, value });
        Ok(())
    });
    if let (Ok(()), Some(header)) = (read, header) {
        return Ok(header);
    }
    // What was written, where it is a name and a value with something else between them.
    let mut tokens = list.stream().into_iter();
    let example = match (tokens.next(), tokens.next(), tokens.next(), tokens.next()) {
        (
            Some(TokenTree::Literal(name)),
            Some(_),
            Some(value @ (TokenTree::Literal(_) | TokenTree::Ident(_))),
            None,
        ) if matches!(Lit::new(name.clone()), Lit::Str(_)) => format!("{name} = {value}"),
        _ => "\"Retry-After\" = after".to_owned(),
    };
    Err(mistake(
        &list,
        &format!("`{key}{}` is no header field", as_written(&list)),
        "one `header(…)` has one name and one value, which is a string or a field",
        &format!("write `header({example})`, and another `header(…)` for another one"),
    ))
}

/// Reads all that stands in the parentheses.
fn read(list: &Group, read: &mut dyn FnMut(ParseStream) -> syn::Result<()>) -> syn::Result<()> {
    (|input: ParseStream| read(input)).parse2(list.stream())
}

/// The parentheses behind a key.
fn parenthesised(key: &Ident, input: ParseStream, example: &str) -> syn::Result<Group> {
    if input.peek(syn::token::Paren) {
        return input.parse();
    }
    let what = format!("`{key}` takes its value in parentheses");
    Err(mistake(key, &what, "", &format!("write `{key}({example})`")))
}
