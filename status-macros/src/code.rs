//! A status code and a range of codes, as users write them.

use proc_macro2::{Literal, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::ParseStream;
use syn::{Lit, LitInt, Token};

use crate::ast::{Code, Range};
use crate::error::{as_written, mistake};
use crate::registry;
use crate::syntax::Path;

/// The codes that there are (RFC 9110 §15).
pub const ALL: std::ops::RangeInclusive<u16> = 100..=599;

/// A code: a literal, or the registry's name for it.
pub fn parse(input: ParseStream) -> syn::Result<Code> {
    let is_name = || input.peek(syn::Ident) || input.peek(Token![::]) || input.peek(Token![crate]);
    if !is_literal(input) && is_name() { named(&input.call(Path::parse)?) } else { literal(input) }
}

/// A code written as a number.
pub fn literal(input: ParseStream) -> syn::Result<Code> {
    if input.is_empty() {
        return Err(input.error("a status code is missing here\nwrite a number such as `404`"));
    }
    if input.peek(Token![-]) && input.peek2(LitInt) {
        let minus: Token![-] = input.parse()?;
        let number: LitInt = input.parse()?;
        return Err(no_code(&quote!(#minus #number)));
    }
    if !is_literal(input) {
        return Err(no_code(&input.parse::<TokenTree>()?));
    }
    let literal: Literal = input.parse()?;
    match number(&literal) {
        Some(value) if ALL.contains(&value) => {
            Ok(Code { value, name: None, tokens: literal.into_token_stream() })
        }
        _ => Err(no_code(&literal)),
    }
}

/// An integer without a suffix. Digits alone are what nearly everybody writes.
fn number(literal: &Literal) -> Option<u16> {
    if let Ok(value) = literal.to_string().parse() {
        return Some(value);
    }
    match Lit::new(literal.clone()) {
        Lit::Int(number) if number.suffix().is_empty() => number.base10_parse().ok(),
        _ => None,
    }
}

/// Whether a literal stands here, which `peek` would parse to find out. `true` and `false` are none to it.
pub fn is_literal(input: ParseStream) -> bool {
    input.cursor().literal().is_some()
}

fn no_code(given: &dyn ToTokens) -> syn::Error {
    mistake(
        given,
        &format!("`{}` is no status code", as_written(given)),
        "a code is an integer of three digits without a suffix, 100 to 599 (RFC 9110 §15)",
        "write a number such as `404`, or a name such as `NOT_FOUND`",
    )
}

/// A code written as a name: the last part of the path counts, so that `StatusCode::NOT_FOUND` is one.
pub fn named(path: &Path) -> syn::Result<Code> {
    let tokens = path.to_token_stream();
    let name = path.last.to_string();
    if let Some(entry) = registry::by_name(&name) {
        return Ok(Code { value: entry.code, name: Some(path.last.clone()), tokens });
    }
    if let Some((entry, former)) = registry::by_former_name(&name) {
        let what = format!("`{name}` is a former name of {}", entry.code);
        return Err(match entry.retired.filter(|_| entry.phrase.is_empty()) {
            Some(why) => {
                let write =
                    format!("if you mean it, write `{}` and `allow(retired_code)`", entry.code);
                mistake(&tokens, &what, &format!("{} is {why}", entry.code), &write)
            }
            None => {
                let why = format!("\"{former}\" became \"{}\" ({})", entry.phrase, entry.spec);
                mistake(&tokens, &what, &why, &format!("write `{}`", entry.name_like(&name)))
            }
        });
    }
    let write = match registry::nearest_name(&name) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => "write the code as a number, such as `404`".to_owned(),
    };
    Err(mistake(
        &tokens,
        &format!("`{}` names no registered status", as_written(path)),
        "a name is the IANA registry's phrase, as a constant or as a variant",
        &write,
    ))
}

/// `400..=599`, or `5xx` for a whole class.
pub fn parse_range(input: ParseStream) -> syn::Result<Range> {
    const WRITE: &str = "write a class such as `5xx`, or both ends: `500..=599`";
    if !input.peek(LitInt) {
        let token: TokenTree = input.fork().parse()?;
        if let TokenTree::Group(rows) = &token {
            let what = "a range of codes is missing in front of this";
            return Err(syn::Error::new(rows.span_open(), format!("{what}\n{WRITE}")));
        }
        return Err(mistake(&token, &format!("`{token}` is no range of codes"), "", WRITE));
    }
    let class: LitInt = input.fork().parse()?;
    if class.suffix().eq_ignore_ascii_case("xx") {
        input.parse::<LitInt>()?;
        if input.peek(Token![..=]) || class.suffix() != "xx" {
            let what = format!("`{class}` is no range of codes here");
            return Err(mistake(&class, &what, "", WRITE));
        }
        return match class.base10_parse() {
            Ok(digit @ 1_u16..=5) => Ok(Range {
                start: digit * 100,
                end: digit * 100 + 99,
                tokens: class.to_token_stream(),
            }),
            _ => Err(mistake(
                &class,
                &format!("`{class}` is no class of status codes"),
                "there are five of them, 1xx to 5xx (RFC 9110 §15)",
                WRITE,
            )),
        };
    }
    let start = literal(input)?;
    if input.peek(Token![..=]) {
        let dots: Token![..=] = input.parse()?;
        let end = literal(input)?;
        return Ok(Range { start: start.value, end: end.value, tokens: quote!(#start #dots #end) });
    }
    if input.peek(Token![..]) {
        let dots: Token![..] = input.parse()?;
        let end: Option<LitInt> = input.parse()?;
        let last = match &end {
            Some(end) => end.base10_parse().unwrap_or(600_u16).saturating_sub(1),
            None => 599,
        };
        return Err(mistake(
            &quote!(#start #dots #end),
            "a range of codes includes both its ends",
            "",
            &format!("write `{}..={last}`", start.value),
        ));
    }
    Err(mistake(
        &start,
        &format!("`{}` is no range of codes", as_written(&start)),
        "",
        &format!("write both ends: `{0}..={0}`", start.value),
    ))
}
