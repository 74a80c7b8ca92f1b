//! The grammar of `status_table!`.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::token::Bracket;
use syn::{Attribute, Fields, Generics, Ident, LitInt, LitStr, Path, Token, Visibility, braced};

use super::keys::Target;
use super::{attribute, code, doc, value};
use crate::conditional::may_have;
use crate::error::{Errors, as_written, mistake};
use crate::model::{
    Code, Kind, Location, Model, Parsed, Range, Source, StatusAttributes, Subject, Table,
    Unreadable, Variant,
};
use crate::registry;

/// A mistake inside the table is reported to `errors`, and the rows around it are kept. Fails for an
/// input that is not a table.
pub fn table(tokens: TokenStream, errors: &mut Errors) -> syn::Result<Parsed> {
    let parser = |input: ParseStream| Syntax::parse(input, errors);
    let syntax = parser.parse2(tokens)?;
    Ok(syntax.into_model(errors))
}

/// `pub enum EdgeError: 520..=530 { … }`
struct Syntax {
    attrs: Vec<Attribute>,
    vis: Visibility,
    ident: Ident,
    /// After the colon.
    range: Option<Range>,
    rows: Vec<Row>,
    incomplete: bool,
}

/// `520 UnknownError "Web Server Returned an Unknown Error",`
struct Row {
    attrs: Vec<Attribute>,
    code: Source,
    ident: Ident,
    reason: Option<LitStr>,
}

const GRAMMAR: &str =
    "a table looks like `status_table! { pub enum Name: 5xx { 503 ServiceUnavailable, } }`";

impl Syntax {
    fn parse(input: ParseStream, errors: &mut Errors) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        expect(input, input.peek(Token![enum]), "expected `enum`")?;
        input.parse::<Token![enum]>()?;
        expect(input, input.peek(Ident), "expected the name of the table")?;
        let ident: Ident = input.parse()?;
        if input.peek(Token![<]) {
            let token: TokenTree = input.parse()?;
            return Err(mistake(
                &token,
                "a table cannot be generic",
                "its rows carry no data",
                "use `#[derive(HttpStatus)]` for a type with fields",
            ));
        }
        expect(input, !input.peek(LitInt), "expected `:` before the range")?;
        let range = if input.peek(Token![:]) {
            input.parse::<Token![:]>()?;
            let range = code::range(input);
            let range = range.map_err(|error| errors.push(Location::Type, error)).ok();
            expect(
                input,
                range.is_none() || input.peek(syn::token::Brace),
                "expected the rows of the table after its range",
            )?;
            while !input.is_empty() && !input.peek(syn::token::Brace) {
                input.parse::<TokenTree>()?;
            }
            range
        } else {
            None
        };
        expect(input, input.peek(syn::token::Brace), "expected the rows of the table")?;
        let content;
        braced!(content in input);
        let (rows, incomplete) = rows(&content, errors)?;
        if !input.is_empty() {
            let token: TokenTree = input.parse()?;
            let what = format!("unexpected `{token}` after the enum");
            let location = Location::Variant(rows.len());
            errors.report(location, &token, &what, "", "write a `status_table!` for each enum");
            input.parse::<TokenStream>()?;
        }
        Ok(Self { attrs, vis, ident, range, rows, incomplete })
    }

    fn into_model(self, errors: &mut Errors) -> Parsed {
        let Self { attrs, vis, ident, range, rows, incomplete } = self;
        let mut read = attribute::parse(&attrs, Target::Table, Location::Type, errors);
        if let Some(range) = range {
            if read.of_type.range.is_some() {
                let what = format!(
                    "the range is set twice: by `range = …` and by `: {}`",
                    as_written(&range)
                );
                errors.report(Location::Type, &range, &what, "", "remove one of them");
            }
            read.of_type.range = Some(range);
        }
        let deprecated_variant = rows.iter().any(|row| may_have(&row.attrs, "deprecated"));
        let variants = rows.into_iter().enumerate();
        let variants = variants.map(|(index, row)| row.into_variant(index, errors)).collect();
        let subject = Subject {
            deprecated: may_have(&attrs, "deprecated"),
            deprecated_variant,
            ident,
            generics: Generics::default(),
            attributes: read.of_type,
            documentation: doc::documentation(&attrs),
            lints: attribute::lints(&attrs),
            attrs,
            kind: Kind::Table(Table { vis, incomplete }),
        };
        Model { subject, variants }
    }
}

impl Row {
    fn into_variant(self, index: usize, errors: &mut Errors) -> Variant<Source> {
        let location = Location::Variant(index);
        let read = attribute::parse(&self.attrs, Target::Row, location, errors);
        let code = match self.code {
            // The code in `#[status(404)]` has its own error.
            Source::Missing if read.of_type.misplaced_code => Source::Unreadable(Unreadable::Code),
            code => code,
        };
        let attributes = StatusAttributes { reason: self.reason, ..read.of_status };
        let documentation = doc::documentation(&self.attrs);
        let Self { attrs, ident, .. } = self;
        Variant::new(location, ident, Fields::Unit, attrs, code, attributes, documentation)
    }
}

/// The rows between the braces, and whether one was dropped.
fn rows(input: ParseStream, errors: &mut Errors) -> syn::Result<(Vec<Row>, bool)> {
    let (mut rows, mut incomplete) = (Vec::new(), false);
    while !input.is_empty() {
        let location = Location::Variant(rows.len());
        if let Some(comma) = input.parse::<Option<Token![,]>>()? {
            errors.report(location, &comma, "expected a row, found `,`", "", "remove the comma");
            continue;
        }
        let tokens = cut(input)?;
        let comma: Option<Token![,]> = input.parse()?;
        match row.parse2(tokens.clone()) {
            Ok(row) => {
                rows.push(row);
                if comma.is_none() && !input.is_empty() {
                    let next: TokenTree = input.fork().parse()?;
                    errors.report(location, &next, "expected `,` before this row", "", "");
                }
            }
            Err(error) => {
                errors.push(location, error);
                match broken_row.parse2(tokens) {
                    Ok(row) => rows.push(row),
                    Err(_) => incomplete = true,
                }
            }
        }
    }
    Ok((rows, incomplete))
}

/// The tokens of one row: up to its comma or, without one, to the next row.
fn cut(input: ParseStream) -> syn::Result<TokenStream> {
    let mut tokens: Vec<TokenTree> = Vec::new();
    while begins_attribute(input) {
        tokens.extend([input.parse()?, input.parse()?]);
    }
    let attrs = tokens.len();
    while !input.is_empty() {
        let is_end = match &tokens[attrs..] {
            [] => input.peek(Token![,]),
            row => {
                input.peek(Token![,]) && !is_in_front_of_reason(input)
                    || begins_attribute(input)
                    || is_whole(row) && input.peek(LitInt) && input.peek2(Ident)
            }
        };
        if is_end {
            break;
        }
        tokens.push(input.parse()?);
    }
    Ok(tokens.into_iter().collect())
}

fn begins_attribute(input: ParseStream) -> bool {
    input.peek(Token![#]) && input.peek2(Bracket)
}

/// Whether the comma is the one in `499 Odd, "Odd One",`.
fn is_in_front_of_reason(input: ParseStream) -> bool {
    let ahead = input.fork();
    let is_reason = ahead.parse::<Token![,]>().is_ok() && ahead.parse::<LitStr>().is_ok();
    is_reason && (ahead.is_empty() || ahead.peek(Token![,]))
}

/// Whether the tokens can be a whole row. In `NotFound = 404 Gone`, no row begins after the `=`.
fn is_whole(row: &[TokenTree]) -> bool {
    matches!(row, [_, .., TokenTree::Ident(_) | TokenTree::Literal(_)])
}

fn row(input: ParseStream) -> syn::Result<Row> {
    let attrs = input.call(Attribute::parse_outer)?;
    if let (Some(last), true) = (attrs.last(), input.is_empty()) {
        let write = "write one such as `503 ServiceUnavailable`";
        return Err(mistake(last, "expected a row after this", "", write));
    }
    let vis: Visibility = input.parse()?;
    if !matches!(vis, Visibility::Inherited) {
        let what = format!("`{}` cannot be used on a row", as_written(&vis));
        return Err(mistake(&vis, &what, "a row is as visible as its table", "remove it"));
    }
    if !has_code(input) {
        return row_without_code(attrs, input);
    }
    let code = code::code(input)?;
    if !input.peek(Ident) {
        let what = format!("expected a name after `{}`", as_written(&code));
        return Err(mistake(&code, &what, "", &write(&code, None, None, input)?));
    }
    let ident: Ident = input.parse()?;
    let reason = reason(input)?;
    if !input.is_empty() {
        return Err(unexpected(input, &write(&code, Some(&ident), reason.as_ref(), input)?));
    }
    Ok(Row { attrs, code: Source::Code(code), ident, reason })
}

/// Whether the row begins with a code. A lone name is that of the row: `NotFound` without its code.
fn has_code(input: ParseStream) -> bool {
    let ahead = input.fork();
    if code::is_literal(input) || !(ahead.peek(Ident) || ahead.peek(Token![::])) {
        return true;
    }
    let path = ahead.call(Path::parse_mod_style);
    path.is_ok_and(|path| path.get_ident().is_none() || ahead.peek(Ident))
}

/// A row that has only a name. That it has no code is reported by a rule, also for `NotFound = 404`.
fn row_without_code(attrs: Vec<Attribute>, input: ParseStream) -> syn::Result<Row> {
    let ident = input.parse()?;
    if input.peek(Token![=]) || input.peek(Token![:]) || input.peek(LitInt) {
        input.parse::<TokenStream>()?;
    }
    let reason = reason(input)?;
    if !input.is_empty() {
        return Err(unexpected(input, "write the code before the name"));
    }
    Ok(Row { attrs, code: Source::Missing, ident, reason })
}

fn reason(input: ParseStream) -> syn::Result<Option<LitStr>> {
    if input.peek(LitStr) { value::string_literal(input).map(Some) } else { Ok(None) }
}

/// The error for what follows a row.
fn unexpected(input: ParseStream, write: &str) -> syn::Error {
    let token: TokenTree = match input.fork().parse() {
        Ok(token) => token,
        Err(error) => return error,
    };
    let what = format!("unexpected `{}` in a row", as_written(&token));
    if matches!(token, TokenTree::Group(_)) && string(&token).is_none() {
        let write = "use `#[derive(HttpStatus)]` for a type with fields";
        return mistake(&token, &what, "the rows of a table carry no data", write);
    }
    let why = "a row has a code, a name and, if the registry has no phrase for it, a reason";
    mistake(&token, &what, why, write)
}

/// The row to write, from what has been read of it and what is left.
fn write(
    code: &Code,
    ident: Option<&Ident>,
    reason: Option<&LitStr>,
    rest: ParseStream,
) -> syn::Result<String> {
    let rest: Vec<TokenTree> = rest.fork().parse::<TokenStream>()?.into_iter().collect();
    let value = code.value;
    let entry = registry::by_code(value).filter(|entry| !entry.phrase.is_empty());
    if let Some(entry) = entry {
        let name = ident.map_or_else(|| entry.variant_name(), Ident::to_string);
        return Ok(format!("write `{value} {name}`"));
    }
    let name_in = |token: &TokenTree| syn::parse2::<Ident>(token.to_token_stream()).ok();
    let name = ident.cloned().or_else(|| rest.iter().find_map(name_in));
    let name = name.map_or("Name".to_owned(), |name| name.to_string());
    let reason = reason.cloned().or_else(|| rest.iter().find_map(string));
    let reason = reason.map_or("Reason".to_owned(), |reason| reason.value());
    Ok(format!("write `{value} {name} {reason:?}`"))
}

/// The string in `"Odd One"` and `("Odd One")`.
fn string(token: &TokenTree) -> Option<LitStr> {
    let tokens = match token {
        TokenTree::Group(group) => group.stream(),
        token => token.to_token_stream(),
    };
    syn::parse2(tokens).ok()
}

/// A row that has an error, so that using its name is not another. Fails if it has no name.
fn broken_row(input: ParseStream) -> syn::Result<Row> {
    let attrs = input.call(Attribute::parse_outer).unwrap_or_default();
    let _: syn::Result<Visibility> = input.parse();
    if has_code(input) {
        let _: syn::Result<Code> = code::code(input);
    }
    while !input.peek(Ident) {
        input.parse::<TokenTree>()?;
    }
    let ident = input.parse()?;
    input.parse::<TokenStream>()?;
    Ok(Row { attrs, code: Source::Unreadable(Unreadable::Key), ident, reason: None })
}

/// Reports what is missing, at the token that is in its place.
fn expect(input: ParseStream, found: bool, what: &str) -> syn::Result<()> {
    if found {
        return Ok(());
    }
    let message = format!("{what}\n{GRAMMAR}");
    match input.fork().parse::<TokenTree>() {
        Ok(token) => Err(syn::Error::new_spanned(token, message)),
        Err(_) => Err(syn::Error::new(input.span(), message)),
    }
}
