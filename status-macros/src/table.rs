//! `status_table!`'s grammar, into the same model.

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitInt, Token, braced};

use crate::ast::{Code, Input, Kind, Range, Source, Variant};
use crate::attr::{self, Place};
use crate::doc::Documentation;
use crate::error::{Errors, as_written, mistake};
use crate::syntax::{self, Attribute, Fields, Generics, Path, Text};
use crate::{code, registry};

/// `pub enum EdgeError: 520..=530 { … }`
pub struct Item {
    pub attrs: Vec<Attribute>,
    pub vis: TokenStream,
    pub ident: Ident,
    /// Behind the colon, where there is one.
    pub range: Option<Range>,
    pub rows: Vec<Row>,
    /// A table has none of either; the model borrows them.
    generics: Generics,
    fields: Fields,
}

/// `520 UnknownError "Web Server Returned an Unknown Error",`
pub struct Row {
    pub attrs: Vec<Attribute>,
    pub code: RowCode,
    pub ident: Ident,
    pub reason: Option<Text>,
}

pub enum RowCode {
    Given(Code),
    Missing,
    /// Wrong, which has been reported.
    Broken,
}

/// What is wrong inside of the table is reported to `errors`, and the rows around it are kept. `Err`
/// is for an input in which no table can be recognised.
pub fn parse(tokens: TokenStream, errors: &mut Errors) -> syn::Result<Item> {
    (|input: ParseStream| item(input, errors)).parse2(tokens)
}

/// The model of a table.
pub fn model<'a>(item: &'a Item, errors: &mut Errors) -> Input<'a> {
    let of_table = attr::parse(&item.attrs, Place::Table, &item.fields, errors);
    let mut variants = Vec::with_capacity(item.rows.len());
    for row in &item.rows {
        errors.at_variant(variants.len());
        let mut attrs = attr::parse(&row.attrs, Place::Row, &item.fields, errors).of_variant;
        attrs.reason.clone_from(&row.reason);
        let source = match &row.code {
            RowCode::Given(code) => Source::Code(code.clone()),
            RowCode::Missing => Source::Missing,
            RowCode::Broken => Source::BadCode,
        };
        let documentation = Documentation::new(&row.attrs);
        variants.push(Variant::new(&row.ident, &item.fields, source, attrs, documentation));
    }
    errors.at_type();
    let mut attrs = of_table.of_type;
    if let Some(range) = &item.range {
        if attrs.range.is_some() {
            errors.report(
                range,
                &format!(
                    "`range` in `#[status(…)]` and `{}` both say the range",
                    as_written(range)
                ),
                "",
                "write it behind the name of the table alone",
            );
        }
        attrs.range = Some(range.clone());
    }
    Input {
        deprecated: attr::has(&item.attrs, "deprecated"),
        deprecated_variant: item.rows.iter().any(|row| attr::has(&row.attrs, "deprecated")),
        ident: &item.ident,
        generics: &item.generics,
        kind: Kind::Table(item),
        attrs,
        documentation: Documentation::new(&item.attrs),
        variants,
    }
}

const GRAMMAR: &str =
    "write `status_table! { /// … pub enum Name: 5xx { /// … 503 ServiceUnavailable, } }`";

fn item(input: ParseStream, errors: &mut Errors) -> syn::Result<Item> {
    let attrs = syntax::attributes(input)?;
    let vis = syntax::visibility(input)?;
    expect(input, input.peek(Token![enum]), "a table is an enum")?;
    input.parse::<Token![enum]>()?;
    expect(input, input.peek(Ident), "the name of the table is missing")?;
    let ident: Ident = input.parse()?;
    if input.peek(Token![<]) {
        let token: TokenTree = input.parse()?;
        return Err(mistake(
            &token,
            "a table has no generic parameters",
            "its rows are codes and carry no fields",
            "use `#[derive(HttpStatus)]` for a type that carries something",
        ));
    }
    expect(input, !input.peek(LitInt), "a colon stands between the name and the range")?;
    let range = if input.peek(Token![:]) {
        input.parse::<Token![:]>()?;
        let range = code::parse_range(input).map_err(|error| errors.push(error)).ok();
        while !input.is_empty() && !input.peek(syn::token::Brace) {
            input.parse::<TokenTree>()?;
        }
        range
    } else {
        None
    };
    expect(input, input.peek(syn::token::Brace), "the rows of the table are missing")?;
    let content;
    braced!(content in input);
    let mut rows = Vec::new();
    while !content.is_empty() {
        let sound = errors.len();
        errors.at_variant(rows.len());
        if let Some(row) = row(&content, errors) {
            rows.push(row);
        }
        end_of_row(&content, errors, sound)?;
    }
    if !input.is_empty() {
        errors.at_variant(rows.len());
        let token: TokenTree = input.parse()?;
        let what = format!("`{token}` stands behind the table");
        errors.report(&token, &what, "one `status_table!` holds one enum", "");
        input.parse::<TokenStream>()?;
    }
    let generics = Generics::default();
    Ok(Item { attrs, vis, ident, range, rows, generics, fields: Fields::unit() })
}

/// One row, or `None` where not even its name is there, which has been reported.
fn row(input: ParseStream, errors: &mut Errors) -> Option<Row> {
    let attrs = match syntax::attributes(input) {
        Ok(attrs) => attrs,
        Err(error) => {
            errors.push(error);
            // What is left of the row would be read as one without a doc comment.
            while !input.is_empty() && !input.peek(Token![,]) {
                input.parse::<TokenTree>().ok()?;
            }
            return None;
        }
    };
    let code = if has_code(input) {
        code::parse(input).map_or_else(
            |error| {
                errors.push(error);
                RowCode::Broken
            },
            RowCode::Given,
        )
    } else {
        RowCode::Missing
    };
    if !input.peek(Ident) {
        match code {
            RowCode::Given(code) => {
                let (value, name) = match registry::by_code(code.value) {
                    Some(entry) if !entry.phrase.is_empty() => (entry.code, entry.variant_name()),
                    _ => (404, "NotFound".to_owned()),
                };
                let write = format!("write the name behind the code: `{value} {name}`");
                errors.report(&code, &format!("`{}` has no name", as_written(&code)), "", &write);
            }
            RowCode::Missing => errors.push(input.error("a row is missing here")),
            RowCode::Broken => {}
        }
        return None;
    }
    let ident = input.parse().map_err(|error| errors.push(error)).ok()?;
    // `NotFound = 404` lacks its code where one belongs, and that is its one error.
    let misplaced = || input.peek(Token![=]) || input.peek(Token![:]) || input.peek(LitInt);
    if matches!(code, RowCode::Missing) && misplaced() {
        while !input.is_empty() && !input.peek(Token![,]) {
            input.parse::<TokenTree>().map_err(|error| errors.push(error)).ok()?;
        }
    }
    let reason = Text::parse(input);
    if let Some(Err(error)) = reason.as_ref().map(Text::check) {
        errors.push(error);
    }
    Some(Row { attrs, code, ident, reason })
}

/// Whether a code stands here. A name alone is the row's own: `NotFound` without its code.
fn has_code(input: ParseStream) -> bool {
    if code::is_literal(input) {
        return true;
    }
    let ahead = input.fork();
    if ahead.peek(Ident) || ahead.peek(Token![::]) {
        ahead.call(Path::parse).is_ok() && ahead.peek(Ident)
    } else {
        !input.is_empty()
    }
}

/// Between two rows stands a comma. Without one, the next row is read from where it begins. `sound`
/// is the number of errors before this row: one that has its error gets no second.
fn end_of_row(input: ParseStream, errors: &mut Errors, sound: usize) -> syn::Result<()> {
    if !input.is_empty() && !input.peek(Token![,]) {
        let token: TokenTree = input.fork().parse()?;
        if errors.len() == sound && begins_row(input) {
            errors.report(&token, "a comma is missing in front of this row", "", "");
        } else if errors.len() == sound {
            errors.report(
                &token,
                &format!("`{token}` stands where a comma belongs"),
                "a row has a code, a name and, where the registry has no phrase for it, a reason",
                "write `520 UnknownError \"Web Server Returned an Unknown Error\",`",
            );
        }
        while !input.is_empty() && !input.peek(Token![,]) {
            if begins_row(input) {
                return Ok(());
            }
            input.parse::<TokenTree>()?;
        }
    }
    input.parse::<Option<Token![,]>>().map(drop)
}

fn begins_row(input: ParseStream) -> bool {
    input.peek(Token![#]) || input.peek(LitInt)
}

/// Says what is missing at the token that stands in its place.
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
