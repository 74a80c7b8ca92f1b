//! The values of keys.

use proc_macro2::{Group, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Ident, Index, Lit, LitInt, LitStr, Member, Path, Token};

use super::{code, grpc as grpc_code};
use crate::error::{as_written, mistake};
use crate::messages::given_twice;
use crate::model::{Code, Exposure, GrpcCode, Header, HeaderValue, Range};

/// A string literal.
pub fn string(key: &Ident, input: ParseStream) -> syn::Result<LitStr> {
    if input.peek(LitStr) {
        return literal(input);
    }
    let token: TokenTree = input.parse()?;
    Err(mistake(
        &token,
        &format!("the value of `{key}` must be a string literal"),
        "it is checked at compile time",
        &format!("write `{key} = \"…\"`"),
    ))
}

/// A string literal that has no suffix. rustc accepts one wherever a macro might.
pub fn literal(input: ParseStream) -> syn::Result<LitStr> {
    let text: LitStr = input.parse()?;
    suffix(&text).map_or(Ok(text), Err)
}

/// The error for a suffix.
pub fn suffix(text: &LitStr) -> Option<syn::Error> {
    if text.suffix().is_empty() {
        return None;
    }
    let what = format!("`{}` is not a valid suffix for a string", text.suffix());
    Some(mistake(text, &what, "", &format!("write {:?}", text.value())))
}

/// A path to a crate.
pub fn path(key: &Ident, input: ParseStream) -> syn::Result<Path> {
    let path = input.call(Path::parse_mod_style).map_err(|error| {
        let write = "write it without quotes, as in `crate = my_crate::status_core`";
        syn::Error::new(error.span(), format!("the value of `{key}` must be a path\n{write}"))
    })?;
    from_outside(path)
}

/// A path to a macro or a crate. `Self` leads to neither.
pub fn from_outside(path: Path) -> syn::Result<Path> {
    if path.segments.iter().any(|segment| segment.ident == "Self") {
        return Err(mistake(
            &path,
            &format!("`{}` is not a path to a macro or a crate", as_written(&path)),
            "`Self` is a type",
            "write a path from `crate`, such as `crate::respond`",
        ));
    }
    Ok(path)
}

pub fn range(input: ParseStream) -> syn::Result<Range> {
    code::range(input)
}

pub fn fallback(input: ParseStream) -> syn::Result<Code> {
    code::code(input)
}

pub fn grpc(input: ParseStream) -> syn::Result<GrpcCode> {
    grpc_code::code(input)
}

pub fn dynamic(key: &Ident, input: ParseStream) -> syn::Result<Member> {
    field(key, input)
}

/// `expose` or `redact`.
pub fn expose(key: &Ident, exposed: bool, slot: &mut Option<Exposure>) -> syn::Result<()> {
    match slot {
        Some(earlier) if earlier.exposed == exposed => Err(given_twice(key)),
        Some(earlier) => Err(mistake(
            key,
            &format!("`{}` and `{key}` contradict each other", earlier.key),
            "",
            "remove one of them",
        )),
        None => {
            *slot = Some(Exposure { exposed, key: key.clone() });
            Ok(())
        }
    }
}

/// The name of a field, or the index of a field of a tuple.
fn field(key: &Ident, input: ParseStream) -> syn::Result<Member> {
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
        &format!("`{token}` is not a field"),
        &format!("`{key}` takes the name of a field, or the index of a field of a tuple"),
        "",
    ))
}

/// `members(id, line)`.
pub fn members(key: &Ident, input: ParseStream) -> syn::Result<Vec<Ident>> {
    identifiers(key, input, "expected the names of fields", "write `members(id, line)`")
}

/// `allow(one, other)`.
pub fn names(key: &Ident, input: ParseStream) -> syn::Result<Vec<Ident>> {
    identifiers(key, input, "expected the names of rules", "write `allow(one, other)`")
}

fn identifiers(
    key: &Ident,
    input: ParseStream,
    expected: &str,
    write: &str,
) -> syn::Result<Vec<Ident>> {
    let list: Group = input.parse()?;
    let parser = |input: ParseStream| {
        let names = Punctuated::<Ident, Token![,]>::parse_terminated(input)?;
        if names.is_empty() { Err(input.error(expected)) } else { Ok(names) }
    };
    match parser.parse2(list.stream()) {
        Ok(names) => Ok(names.into_iter().collect()),
        Err(_) => {
            let what = format!("{expected} in `{key}{}`", as_written(&list));
            Err(mistake(&list, &what, "", write))
        }
    }
}

/// `header("Name" = value)`.
pub fn header(key: &Ident, input: ParseStream) -> syn::Result<Header> {
    let list: Group = input.parse()?;
    let parser = |input: ParseStream| {
        let name = literal(input)?;
        input.parse::<Token![=]>()?;
        let value = if input.peek(LitStr) {
            HeaderValue::Literal(literal(input)?)
        } else {
            HeaderValue::Field(field(key, input)?)
        };
        Ok(Header { key: key.clone(), name, value })
    };
    if let Ok(header) = parser.parse2(list.stream()) {
        return Ok(header);
    }
    // What was written, if it is a name and a value with something else between them.
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
        &format!("expected one header field in `{key}{}`", as_written(&list)),
        "a header field has a name, and a value that is a string or a field of the variant",
        &format!("write `header({example})`, and a `header(…)` of its own for each header field"),
    ))
}
