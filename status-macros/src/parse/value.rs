//! The values of keys.

use std::str::FromStr;

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::token::Paren;
use syn::{ExprPath, Ident, Lit, LitBool, LitInt, LitStr, Member, Path, Token};

use super::item::{Item, field};
use super::meant::{self, Pair};
use crate::error::{as_written, mistake};
use crate::messages::given_twice;
use crate::model::{
    BodyFunction, Detail, DynamicCode, Exposure, Header, MemberItem, MemberValue, Retry,
    RetryValue, SlugCase, StatusAttributes, TextValue,
};
use crate::nearest::nearest;

/// A string literal.
pub fn string(key: &Ident, input: ParseStream) -> syn::Result<LitStr> {
    if input.peek(LitStr) {
        return string_literal(input);
    }
    let mut given = TokenStream::from(input.parse::<TokenTree>()?);
    // `LOAN-001` is three tokens.
    while !input.is_empty() && !input.peek(Token![,]) {
        given.extend([input.parse::<TokenTree>()?]);
    }
    let shown = as_written(&given);
    let is_word = |c: char| c.is_ascii_alphanumeric() || "-._/:".contains(c);
    // A path is no text, and what has no separator at its end is no base.
    let is_constant =
        shown.contains("::") || key == "type_base" && !shown.ends_with(['/', ':', '#']);
    let write = if shown.chars().all(is_word) && !is_constant {
        format!("write `{key} = \"{shown}\"`")
    } else {
        format!("write `{key} = \"…\"`")
    };
    Err(mistake(
        &given,
        &format!("the value of `{key}` must be a string literal"),
        "it is checked at compile time",
        &write,
    ))
}

/// A string literal without a suffix, which rustc allows in the input of a macro.
pub fn string_literal(input: ParseStream) -> syn::Result<LitStr> {
    let text: LitStr = input.parse()?;
    suffix_error(&text).map_or(Ok(text), Err)
}

/// The error for a suffix, if the string has one.
fn suffix_error(text: &LitStr) -> Option<syn::Error> {
    if text.suffix().is_empty() {
        return None;
    }
    let what = format!("unexpected suffix `{}` on a string", text.suffix());
    Some(mistake(text, &what, "", &format!("write {:?}", text.value())))
}

/// The domain of an `ErrorInfo`: it is sent as is, and compared byte by byte.
pub fn grpc_domain(key: &Ident, input: ParseStream) -> syn::Result<LitStr> {
    let text = string(key, input)?;
    let value = text.value();
    if !value.is_empty() && value.chars().all(|c| c.is_ascii_graphic()) {
        return Ok(text);
    }
    Err(mistake(
        &text,
        &format!("invalid `{key}`: {value:?}"),
        "it is the name of the service that has the error (AIP-193)",
        "write a name such as \"shop.example\"",
    ))
}

/// The name of a case.
pub fn slug_case(key: &Ident, input: ParseStream) -> syn::Result<SlugCase> {
    one_of(&CASES, &string(key, input)?, "case")
}

/// When to try again.
pub fn retry(key: &Ident, input: ParseStream) -> syn::Result<RetryValue> {
    if !input.peek(LitStr) {
        let token: TokenTree = input.parse()?;
        let what = format!("expected a value of `{key}`, found `{token}`");
        let write = "write `retry = \"never\"`, `\"idempotent\"` or `\"always\"`";
        return Err(mistake(&token, &what, "", write));
    }
    let tokens = string_literal(input)?;
    Ok(RetryValue { retry: one_of(&RETRIES, &tokens, "value of `retry`:")?, tokens })
}

/// The value of one of the words in a list.
fn one_of<T: Copy>(list: &[(&str, T)], text: &LitStr, what: &str) -> syn::Result<T> {
    let value = text.value();
    if let Some((_, found)) = list.iter().find(|(name, _)| *name == value) {
        return Ok(*found);
    }
    let names: Vec<&str> = list.iter().map(|(name, _)| *name).collect();
    let begins = names.iter().find(|name| !value.is_empty() && name.starts_with(&value));
    let write = match nearest(&value, &names).or(begins.copied()) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => {
            let quoted: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
            format!("expected one of {}", quoted.join(", "))
        }
    };
    Err(mistake(text, &format!("unknown {what} {value:?}"), "", &write))
}

const RETRIES: [(&str, Retry); 3] =
    [("never", Retry::Never), ("idempotent", Retry::Idempotent), ("always", Retry::Always)];

const CASES: [(&str, SlugCase); 8] = [
    ("kebab-case", SlugCase::Kebab),
    ("snake_case", SlugCase::Snake),
    ("camelCase", SlugCase::Camel),
    ("PascalCase", SlugCase::Pascal),
    ("SCREAMING_SNAKE_CASE", SlugCase::ScreamingSnake),
    ("SCREAMING-KEBAB-CASE", SlugCase::ScreamingKebab),
    ("lowercase", SlugCase::Lower),
    ("UPPERCASE", SlugCase::Upper),
];

/// A path to a crate.
pub fn path(key: &Ident, input: ParseStream) -> syn::Result<Path> {
    let path = input.call(Path::parse_mod_style).map_err(|error| {
        let write = "write it without quotes, as in `crate = my_crate::status_core`";
        syn::Error::new(error.span(), format!("the value of `{key}` must be a path\n{write}"))
    })?;
    refuse_self(path, "write a path to the crate, such as `my_crate::status_core`")
}

/// A path to the function that makes a body.
pub fn body(key: &Ident, input: ParseStream) -> syn::Result<BodyFunction> {
    const WRITE: &str = "write it without quotes, as in `body = crate::envelope`";
    let path = function(input).map_err(|error| {
        let message = format!("the value of `{key}` must be a path to a function\n{WRITE}");
        syn::Error::new(error.span(), message)
    })?;
    no_bare_arguments(input)?;
    nothing_else(input, "the macro calls the function itself", || {
        format!("write `{key} = {}`", as_written(&path))
    })?;
    Ok(BodyFunction { key: key.clone(), path })
}

/// A path to a function, which may have generic arguments.
fn function(input: ParseStream) -> syn::Result<ExprPath> {
    if input.peek(Token![#]) {
        return Err(input.error("expected a path"));
    }
    input.parse()
}

/// Rejects generic arguments that are written as in a type.
fn no_bare_arguments(input: ParseStream) -> syn::Result<()> {
    if !input.peek(Token![<]) {
        return Ok(());
    }
    let token: TokenTree = input.fork().parse()?;
    let why = "in a path to a function, generic arguments follow `::`";
    Err(mistake(&token, "expected `,`, found `<`", why, "write `::<`"))
}

/// A path to a macro or a crate, which cannot begin with `Self`.
pub fn refuse_self(path: Path, write: &str) -> syn::Result<Path> {
    if path.segments.iter().any(|segment| segment.ident == "Self") {
        return Err(mistake(
            &path,
            &format!("`{}` is not a path to a macro or a crate", as_written(&path)),
            "`Self` is a type",
            write,
        ));
    }
    Ok(path)
}

/// `expose` or `redact`.
pub fn expose(key: &Ident, exposed: bool, read: &mut StatusAttributes) -> syn::Result<()> {
    match (&read.exposure, &read.detail) {
        (Some(earlier), _) if earlier.exposed == exposed => Err(given_twice(key)),
        (Some(Exposure { key: earlier, .. }), _) | (None, Some(Detail { key: earlier, .. })) => {
            Err(not_together(earlier, key))
        }
        (None, None) => {
            read.exposure = Some(Exposure { exposed, key: key.clone() });
            Ok(())
        }
    }
}

/// `detail = value`.
pub fn detail(key: &Ident, input: ParseStream, read: &mut StatusAttributes) -> syn::Result<()> {
    let value = text(input)?;
    let why = "`detail` is a string or a field";
    let other = || "put such text in the error's message, and write `expose`".to_owned();
    match &value {
        TextValue::Literal(_) => nothing_else(input, why, other)?,
        TextValue::Field(first) => nothing_behind_field(first, input, why, |meant| match meant {
            Some(meant) => format!("write `detail = {}`", as_written(&meant)),
            None => other(),
        })?,
    }
    match (&read.detail, &read.exposure) {
        (Some(_), _) => Err(given_twice(key)),
        (None, Some(exposure)) => Err(not_together(&exposure.key, key)),
        (None, None) => {
            read.detail = Some(Detail { key: key.clone(), value });
            Ok(())
        }
    }
}

fn not_together(earlier: &Ident, key: &Ident) -> syn::Error {
    let what = format!("`{earlier}` and `{key}` cannot be used together");
    mistake(key, &what, "", "remove one of them")
}

/// A string, or a field that holds it.
fn text(input: ParseStream) -> syn::Result<TextValue> {
    if input.peek(LitStr) {
        string_literal(input).map(TextValue::Literal)
    } else {
        field(input).map(TextValue::Field)
    }
}

/// A field, or a function of fields.
pub fn dynamic_code(input: ParseStream) -> syn::Result<DynamicCode> {
    const WHY: &str = "the code comes from a field or from a function of fields";
    let ahead = input.fork();
    let is_call = |path: &ExprPath| {
        path.qself.is_some() || path.path.get_ident().is_none() || ahead.peek(Paren)
    };
    let Some(path) = function(&ahead).ok().filter(is_call) else {
        let token: Option<TokenTree> = input.fork().parse().ok();
        if let Some(token @ (TokenTree::Punct(_) | TokenTree::Group(_))) = token {
            let what = format!("expected a field, found `{token}`");
            return Err(mistake(&token, &what, WHY, &call_of("path::to::function")));
        }
        let field = field(input)?;
        no_bare_arguments(input)?;
        nothing_behind_field(&field, input, WHY, |meant| match meant {
            Some(meant) if meant::is_self(&field) => {
                format!("write `dynamic = {}`", as_written(&meant))
            }
            Some(meant) => {
                format!("write `dynamic = path::to::function({})`", as_written(&meant))
            }
            None => call_of("path::to::function"),
        })?;
        return Ok(DynamicCode::Field(field));
    };
    function(input)?;
    no_bare_arguments(input)?;
    let written = as_written(&path);
    if input.peek(Paren) {
        let list: Group = input.parse()?;
        let fields = |input: ParseStream| {
            Punctuated::<Member, Token![,]>::parse_terminated_with(input, field)
        };
        if let Ok(fields) = fields.parse2(list.stream()) {
            nothing_else(input, WHY, || call_of(&written))?;
            return Ok(DynamicCode::Function(path, fields.into_iter().collect()));
        }
        let what =
            format!("the arguments of `{written}` must be fields, found `{}`", as_written(&list));
        return Err(mistake(&list, &what, WHY, &call_of(&written)));
    }
    nothing_else(input, WHY, || call_of(&written))?;
    let what = format!("`{written}` requires its arguments");
    Err(mistake(&path, &what, WHY, &call_of(&written)))
}

fn call_of(function: &str) -> String {
    format!("write `dynamic = {function}(field)`")
}

/// Rejects what follows a field. `write` gets the field that an expression such as `self.id` names.
fn nothing_behind_field(
    first: &Member,
    input: ParseStream,
    why: &str,
    write: impl FnOnce(Option<Member>) -> String,
) -> syn::Result<()> {
    let meant = meant::field_before_a_dot(first, &input.fork()).ok().flatten();
    nothing_else(input, why, || write(meant))
}

/// Rejects tokens that would make the value a longer expression, such as a macro or a method call.
/// A missing comma has its own error.
fn nothing_else(input: ParseStream, why: &str, write: impl FnOnce() -> String) -> syn::Result<()> {
    let token: Option<TokenTree> = input.fork().parse().ok();
    match token {
        Some(token @ (TokenTree::Punct(_) | TokenTree::Group(_))) if !input.peek(Token![,]) => {
            let what = format!("expected `,`, found `{token}`");
            Err(mistake(&token, &what, why, &write()))
        }
        _ => Ok(()),
    }
}

/// A field alone, as the value of `key`.
pub fn only_field(key: &Ident, input: ParseStream) -> syn::Result<Member> {
    let first = field(input)?;
    nothing_behind_field(&first, input, &format!("the value of `{key}` is a field"), |meant| {
        format!("write `{key} = {}`", as_written(&meant.unwrap_or_else(|| first.clone())))
    })?;
    Ok(first)
}

/// `members(id, "retryAfter" = after, code = slug, kind = "order")`.
pub fn members(key: &Ident, input: ParseStream) -> syn::Result<Vec<MemberItem>> {
    let list: Group = input.parse()?;
    let items = |input: ParseStream| Punctuated::<Item, Token![,]>::parse_terminated(input);
    let items = items.parse2(list.stream())?;
    if items.is_empty() {
        return Err(not_a_member(key, &list));
    }
    items
        .into_iter()
        .map(|Item(tokens)| {
            if tokens.is_empty() {
                return Err(not_a_member(key, &list));
            }
            let Ok(Written { name, suffix, tokens, value }) = syn::parse2(tokens.clone()) else {
                return Err(not_a_member(key, &tokens));
            };
            suffix.map_or(Ok(()), Err)?;
            Ok(MemberItem { name, tokens, value: member_value(value)? })
        })
        .collect()
}

fn not_a_member(key: &Ident, at: &dyn ToTokens) -> syn::Error {
    let meant = meant::pair(at.to_token_stream()).and_then(|Pair { name, value, .. }| {
        let is_number = syn::parse2::<LitInt>(value.clone()).is_ok();
        let value = if is_number { Some(as_written(&value)) } else { meant::value(value) };
        Some(format!("write `{name} = {}`", value?))
    });
    let write = meant.unwrap_or_else(|| format!("write `{key}(id, code = slug)`"));
    mistake(
        at,
        &format!("expected a field or `name = value` in `{key}`, found `{}`", as_written(at)),
        "a value is a field, a string, an integer, a bool, or `slug`",
        &write,
    )
}

/// A member as it is written, which may have an impossible value.
struct Written {
    name: String,
    /// The error for a suffix on the name.
    suffix: Option<syn::Error>,
    tokens: TokenStream,
    value: WrittenValue,
}

enum WrittenValue {
    Name(Ident),
    Bool(LitBool),
    Text(LitStr),
    Number(Option<Token![-]>, LitInt),
}

impl Parse for Written {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.peek(LitStr) {
            let name: LitStr = input.parse()?;
            input.parse::<Token![=]>()?;
            let (suffix, tokens) = (suffix_error(&name), name.to_token_stream());
            return Ok(Self { name: name.value(), suffix, tokens, value: input.parse()? });
        }
        let name: Ident = input.parse()?;
        let (text, tokens) = (name.unraw().to_string(), name.to_token_stream());
        let is_assigned = input.parse::<Option<Token![=]>>()?.is_some();
        let value = if is_assigned { input.parse()? } else { WrittenValue::Name(name) };
        Ok(Self { name: text, suffix: None, tokens, value })
    }
}

impl Parse for WrittenValue {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.peek(LitBool) {
            input.parse().map(Self::Bool)
        } else if input.peek(LitStr) {
            input.parse().map(Self::Text)
        } else if input.peek(Ident::peek_any) {
            input.call(Ident::parse_any).map(Self::Name)
        } else {
            Ok(Self::Number(input.parse()?, input.parse()?))
        }
    }
}

fn member_value(written: WrittenValue) -> syn::Result<MemberValue> {
    let (sign, number) = match written {
        WrittenValue::Name(name) => return Ok(MemberValue::Name(name)),
        WrittenValue::Bool(value) => return Ok(MemberValue::Literal(Lit::Bool(value))),
        WrittenValue::Text(text) => {
            return suffix_error(&text).map_or(Ok(MemberValue::Literal(Lit::Str(text))), Err);
        }
        WrittenValue::Number(sign, number) => (sign, number),
    };
    let digits = format!("{}{}", sign.map_or("", |_| "-"), number.base10_digits());
    // Without a suffix, a large number would not fit the type that rustc infers.
    let (value, suffix) = integer(&digits, number.suffix()).ok_or_else(|| {
        let ty = match number.suffix() {
            "" => "`i64` or `u64`".to_owned(),
            suffix => format!("`{suffix}`"),
        };
        mistake(
            &number,
            &format!("`{digits}` does not fit {ty}"),
            "an integer member has at most 64 bits",
            &match integer(&digits, "") {
                Some((value, _)) => format!("write `{value}`"),
                None => "write it as a string".to_owned(),
            },
        )
    })?;
    let literal = Lit::Int(LitInt::new(&(value + suffix), number.span()));
    Ok(match (sign, number.suffix()) {
        (None, "") => MemberValue::Integer(number, literal),
        _ => MemberValue::Literal(literal),
    })
}

/// The value in decimal digits, and its type. `None` if it does not fit.
fn integer(digits: &str, suffix: &str) -> Option<(String, &'static str)> {
    fn parsed<T: FromStr + ToString>(
        digits: &str,
        ty: &'static str,
    ) -> Option<(String, &'static str)> {
        digits.parse::<T>().ok().map(|value| (value.to_string(), ty))
    }
    match suffix {
        "" => parsed::<i64>(digits, "i64").or_else(|| parsed::<u64>(digits, "u64")),
        "i8" => parsed::<i8>(digits, "i8"),
        "i16" => parsed::<i16>(digits, "i16"),
        "i32" => parsed::<i32>(digits, "i32"),
        "i64" => parsed::<i64>(digits, "i64"),
        "isize" => parsed::<isize>(digits, "isize"),
        "u8" => parsed::<u8>(digits, "u8"),
        "u16" => parsed::<u16>(digits, "u16"),
        "u32" => parsed::<u32>(digits, "u32"),
        "u64" => parsed::<u64>(digits, "u64"),
        "usize" => parsed::<usize>(digits, "usize"),
        _ => None,
    }
}

/// `decode_default(source, 0)`.
pub fn fields(key: &Ident, input: ParseStream) -> syn::Result<Vec<Member>> {
    let list: Group = input.parse()?;
    let parser = Punctuated::<Member, Token![,]>::parse_terminated;
    match parser.parse2(list.stream()) {
        Ok(fields) if !fields.is_empty() => Ok(fields.into_iter().collect()),
        _ => {
            let what = format!("expected the names of fields in `{key}{}`", as_written(&list));
            Err(mistake(&list, &what, "", &format!("write `{key}(source)`")))
        }
    }
}

/// `allow(missing_docs, missing_header)`.
pub fn rules(key: &Ident, input: ParseStream) -> syn::Result<Vec<Ident>> {
    let list: Group = input.parse()?;
    match Punctuated::<Ident, Token![,]>::parse_terminated.parse2(list.stream()) {
        Ok(names) if !names.is_empty() => Ok(names.into_iter().collect()),
        _ => {
            let what = format!("expected the names of rules in `{key}{}`", as_written(&list));
            Err(mistake(&list, &what, "", "write `allow(missing_docs)`"))
        }
    }
}

/// `header("Name" = value)`.
pub fn header(key: &Ident, input: ParseStream) -> syn::Result<Header> {
    const WHY: &str = "the name is a string, and the value is a string or a field of the variant";
    let list: Group = input.parse()?;
    let parser = |input: ParseStream| {
        let name = string_literal(input)?;
        input.parse::<Token![=]>()?;
        let value = text(input)?;
        input.parse::<Option<Token![,]>>()?;
        Ok(Header { key: key.clone(), name, value })
    };
    if let Ok(header) = parser.parse2(list.stream()) {
        return Ok(header);
    }
    let what = format!("expected `\"Name\" = value` in `{key}{}`", as_written(&list));
    let Some(Pair { name, is_assigned, value, is_followed }) = meant::pair(list.stream()) else {
        return Err(mistake(&list, &what, WHY, "write `header(\"Retry-After\" = after)`"));
    };
    let is_string = name.starts_with('"');
    let name = if is_string { name } else { format!("{:?}", meant::header_name(&name)) };
    let is_number = !is_assigned && syn::parse2::<LitInt>(value.clone()).is_ok();
    let meant = if is_number { Some(format!("\"{value}\"")) } else { meant::value(value.clone()) };
    let write = match meant {
        Some(meant) if is_followed => {
            format!(
                "write `{key}({name} = {meant})`, and repeat `{key}(…)` for each further header field"
            )
        }
        Some(meant) => format!("write `{key}({name} = {meant})`"),
        None => format!("write `{key}({name} = field)`, with a field that holds the value"),
    };
    if is_string && is_assigned && !is_followed {
        let what = format!("expected a string or a field, found `{}`", as_written(&value));
        return Err(mistake(&value, &what, "", &write));
    }
    Err(mistake(&list, &what, WHY, &write))
}
