//! The grammar of `status_table!`.

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Fields, Generics, Ident, LitInt, LitStr, Path, Token, Visibility, braced};

use super::keys::Target;
use super::{attribute, code, doc, value};
use crate::conditional::may_have;
use crate::error::{Errors, as_written, mistake};
use crate::model::{
    Code, Kind, Location, Model, Parsed, Range, Source, Subject, Table, Unreadable, Variant,
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
        let (mut rows, mut incomplete) = (Vec::new(), false);
        while !content.is_empty() {
            let location = Location::Variant(rows.len());
            let before = errors.len();
            match row(&content, location, errors) {
                Some(row) => rows.push(row),
                None => incomplete = true,
            }
            end_of_row(&content, location, errors, before)?;
        }
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
        let mut attributes = attribute::parse(&self.attrs, Target::Row, location, errors).of_status;
        attributes.reason = self.reason;
        let documentation = doc::documentation(&self.attrs);
        Variant::new(
            location,
            self.ident,
            Fields::Unit,
            self.attrs,
            self.code,
            attributes,
            documentation,
        )
    }
}

/// One row. `None` if even its name is missing, which has been reported.
fn row(input: ParseStream, location: Location, errors: &mut Errors) -> Option<Row> {
    let attrs = match input.call(Attribute::parse_outer) {
        Ok(attrs) => attrs,
        Err(error) => {
            errors.push(location, error);
            skip_row(input);
            return None;
        }
    };
    let code = if has_code(input) {
        match code::code(input) {
            Ok(code) => Source::Code(code),
            Err(error) => {
                errors.push(location, error);
                Source::Unreadable(Unreadable::Code)
            }
        }
    } else {
        Source::Missing
    };
    if !input.peek(Ident) {
        match code {
            Source::Code(code) => errors.push(location, nameless(&code)),
            Source::Missing => errors.push(location, input.error("expected a row")),
            _ => {}
        }
        return None;
    }
    let ident = input.parse().map_err(|error| errors.push(location, error)).ok()?;
    // `NotFound = 404` has no code in front of its name, and gets only that error.
    let misplaced = input.peek(Token![=]) || input.peek(Token![:]) || input.peek(LitInt);
    if matches!(code, Source::Missing) && misplaced {
        skip_row(input);
    }
    let reason: Option<LitStr> = input.peek(LitStr).then(|| input.parse().ok()).flatten();
    if let Some(error) = reason.as_ref().and_then(value::suffix_error) {
        errors.push(location, error);
    }
    Some(Row { attrs, code, ident, reason })
}

fn nameless(code: &Code) -> syn::Error {
    let row = match registry::by_code(code.value) {
        Some(entry) if !entry.phrase.is_empty() => {
            format!("{} {}", entry.code, entry.variant_name())
        }
        _ => format!("{} Name \"Reason\"", code.value),
    };
    let what = format!("expected a name after `{}`", as_written(code));
    mistake(code, &what, "", &format!("write `{row}`"))
}

/// Whether the row begins with a code. A lone name is that of the row: `NotFound` without its code.
fn has_code(input: ParseStream) -> bool {
    if code::is_literal(input) {
        return true;
    }
    let ahead = input.fork();
    if ahead.peek(Ident) || ahead.peek(Token![::]) {
        ahead.call(Path::parse_mod_style).is_ok() && ahead.peek(Ident)
    } else {
        !input.is_empty()
    }
}

fn skip_row(input: ParseStream) {
    while !input.is_empty() && !input.peek(Token![,]) {
        if input.parse::<TokenTree>().is_err() {
            return;
        }
    }
}

/// Reads the comma between two rows. Without one, the next row is read from where it begins.
/// `before` is the number of errors before this row, which gets at most one.
fn end_of_row(
    input: ParseStream,
    location: Location,
    errors: &mut Errors,
    before: usize,
) -> syn::Result<()> {
    if !input.is_empty() && !input.peek(Token![,]) {
        let token: TokenTree = input.fork().parse()?;
        if errors.len() == before {
            let found = format!("expected `,`, found `{token}`");
            let (what, why, write) = if begins_row(input) {
                ("expected `,` before this row", "", "")
            } else if input.peek(Token![=]) {
                (&*found, "the code of a row is in front of its name", "remove the value")
            } else {
                (
                    &*found,
                    "a row has a code, a name and, if the registry has no phrase for it, a reason",
                    "write `520 UnknownError \"Web Server Returned an Unknown Error\",`",
                )
            };
            errors.report(location, &token, what, why, write);
        }
        // In `502 BadGateway = 502`, the second code is not another row.
        let mut is_value = false;
        while !input.is_empty() && !input.peek(Token![,]) {
            if begins_row(input) && !is_value {
                return Ok(());
            }
            is_value = input.peek(Token![=]);
            input.parse::<TokenTree>()?;
        }
    }
    input.parse::<Option<Token![,]>>().map(drop)
}

fn begins_row(input: ParseStream) -> bool {
    input.peek(Token![#]) || input.peek(LitInt)
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
