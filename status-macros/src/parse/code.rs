//! A status code and a range of codes, as users write them.

use proc_macro2::{Literal, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::ParseStream;
use syn::{Lit, LitInt, Path, Token};

use crate::error::{as_written, mistake};
use crate::model::{Code, Range};
use crate::registry;

/// All status codes (RFC 9110 §15).
const ALL: std::ops::RangeInclusive<u16> = 100..=599;

/// A code: a literal, or the registry's name for it.
pub fn code(input: ParseStream) -> syn::Result<Code> {
    if input.fork().call(Path::parse_mod_style).is_ok() {
        named(&input.call(Path::parse_mod_style)?)
    } else {
        literal(input)
    }
}

/// A code written as a number.
pub fn literal(input: ParseStream) -> syn::Result<Code> {
    if input.is_empty() {
        return Err(input.error("expected a status code\nwrite a number such as `404`"));
    }
    if input.peek(Token![-]) && input.peek2(LitInt) {
        let minus: Token![-] = input.parse()?;
        let number: LitInt = input.parse()?;
        return Err(not_a_code(&quote!(#minus #number)));
    }
    if !is_literal(input) {
        return Err(not_a_code(&input.parse::<TokenTree>()?));
    }
    let literal: Literal = input.parse()?;
    let number = match Lit::new(literal.clone()) {
        Lit::Int(number) if number.suffix().is_empty() => number.base10_parse().ok(),
        _ => None,
    };
    match number {
        Some(value) if ALL.contains(&value) => {
            Ok(Code { value, name: None, tokens: literal.into_token_stream() })
        }
        _ => Err(not_a_code(&literal)),
    }
}

/// The code that a literal was probably meant to be: `404u16` and `"404"`.
fn meant(written: &str) -> Option<u16> {
    let digits: String = written.chars().filter(char::is_ascii_digit).take(3).collect();
    let rest = written.trim_matches('"').strip_prefix(&digits)?;
    let is_suffix = rest.is_empty() || rest.starts_with(['u', 'i', '_']);
    digits.parse().ok().filter(|code| is_suffix && ALL.contains(code))
}

/// Whether a literal comes next, other than `true` and `false`.
pub fn is_literal(input: ParseStream) -> bool {
    input.cursor().literal().is_some()
}

fn not_a_code(given: &dyn ToTokens) -> syn::Error {
    let written = as_written(given);
    if syn::parse2::<LitInt>(given.to_token_stream()).is_ok_and(|class| class.suffix() == "xx") {
        let what = format!("`{written}` is a class of status codes, and not a code");
        return mistake(given, &what, "", "write a range of several as `range = 400..=599`");
    }
    let write = match meant(&written) {
        Some(code) => format!("write `{code}`"),
        None => "write a number such as `404`".to_owned(),
    };
    mistake(
        given,
        &format!("`{written}` is not a status code"),
        "a status code is an integer from 100 to 599, without a suffix (RFC 9110 §15)",
        &write,
    )
}

/// A code written as a name. Only the last segment is read, so that `StatusCode::NOT_FOUND` works.
pub fn named(path: &Path) -> syn::Result<Code> {
    let tokens = path.to_token_stream();
    let Some(last) = path.segments.last() else { return Err(not_a_code(&tokens)) };
    let name = last.ident.to_string();
    if let Some(entry) = registry::by_name(&name) {
        return Ok(Code { value: entry.code, name: Some(last.ident.clone()), tokens });
    }
    if let Some((entry, former)) = registry::by_former_name(&name) {
        let what = format!("`{name}` is a former name of {}", entry.code);
        return Err(match entry.retired.filter(|_| entry.phrase.is_empty()) {
            Some(why) => {
                let write = format!(
                    "to use it anyway, write `{}`, with a `reason` and `allow(retired_code)`",
                    entry.code
                );
                mistake(&tokens, &what, &format!("{} is {why}", entry.code), &write)
            }
            None => {
                let why = format!("\"{former}\" is now \"{}\" ({})", entry.phrase, entry.spec);
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
        &format!("unknown status `{}`", as_written(path)),
        "the names are those of the IANA registry, such as `NOT_FOUND` or `NotFound`",
        &write,
    ))
}

/// `400..=599`, or `5xx` for a whole class.
pub fn range(input: ParseStream) -> syn::Result<Range> {
    const WRITE: &str = "write a class such as `5xx`, or both ends: `500..=599`";
    if !input.peek(LitInt) {
        let token: TokenTree = input.fork().parse()?;
        if let TokenTree::Group(rows) = &token {
            let message = format!("expected a range of codes\n{WRITE}");
            return Err(syn::Error::new(rows.span_open(), message));
        }
        let what = format!("expected a range of codes, found `{token}`");
        return Err(mistake(&token, &what, "", WRITE));
    }
    let class: LitInt = input.fork().parse()?;
    if class.suffix().eq_ignore_ascii_case("xx") {
        input.parse::<LitInt>()?;
        if class.suffix() != "xx" {
            let what = format!("`{class}` is not a range of codes");
            return Err(mistake(
                &class,
                &what,
                "",
                &format!("write `{}xx`", class.base10_digits()),
            ));
        }
        if input.peek(Token![..=]) {
            let what = "a class cannot be the end of a range";
            return Err(mistake(&class, what, "", "write both ends as codes: `400..=599`"));
        }
        return match class.base10_parse() {
            Ok(digit @ 1_u16..=5) => Ok(Range {
                start: digit * 100,
                end: digit * 100 + 99,
                tokens: class.to_token_stream(),
            }),
            _ => Err(mistake(
                &class,
                &format!("`{class}` is not a class of status codes"),
                "the classes are 1xx to 5xx (RFC 9110 §15)",
                WRITE,
            )),
        };
    }
    let start = literal(input)?;
    if input.peek(Token![..=]) {
        let dots: Token![..=] = input.parse()?;
        if !is_literal(input) {
            let what = "expected the end of the range";
            return Err(mistake(&quote!(#start #dots), what, "", "write a code after `..=`"));
        }
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
            "expected a range that includes both ends",
            "",
            &format!("write `{}..={last}`", start.value),
        ));
    }
    Err(mistake(
        &start,
        &format!("expected a range of codes, found `{}`", as_written(&start)),
        "",
        &format!("write both ends: `{0}..={0}`", start.value),
    ))
}
