//! The errors of `tests/ui/ui/`, without the compiler: in a second instead of a minute, and with any
//! release of it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use proc_macro2::{LineColumn, TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Item, Token};

use crate::pipeline;

/// The errors without a code that the macros do not report themselves.
const OF_THE_COMPILER: [&str; 2] =
    ["use of deprecated constant", "attribute value must be a literal"];

/// Where an error is, and what it says.
type Error = (LineColumn, String);

#[test]
fn every_mistake_has_its_message_and_its_place() {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui/ui");
    let (mut errors, mut differences) = (0, String::new());
    for rule in fs::read_dir(ui).unwrap() {
        for file in fs::read_dir(rule.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let printed = printed(&fs::read_to_string(path.with_extension("stderr")).unwrap());
            let reported = reported(&fs::read_to_string(&path).unwrap());
            if printed != reported {
                let _ = writeln!(
                    differences,
                    "{}: printed {printed:#?}, reported {reported:#?}",
                    path.display()
                );
            }
            errors += reported.len();
        }
    }
    assert!(differences.is_empty(), "{differences}");
    println!("{errors} errors");
}

/// The errors that the compiler printed for a file, without those that it found itself, which have a
/// code.
fn printed(stderr: &str) -> Vec<Error> {
    let mut errors = vec![];
    for error in stderr.split("\n\n") {
        let Some(error) = error.trim_start().strip_prefix("error: ") else { continue };
        if OF_THE_COMPILER.iter().any(|start| error.starts_with(start)) {
            continue;
        }
        let (message, rest) = error.split_once("--> ").unwrap();
        let place = rest.lines().next().unwrap();
        let mut numbers = place.rsplit(':').map(|number| number.parse().unwrap());
        let (column, line): (usize, usize) = (numbers.next().unwrap(), numbers.next().unwrap());
        // The compiler counts columns from 1.
        errors.push((LineColumn { line, column: column - 1 }, lines(message)));
    }
    errors
}

/// Without the indentation of continued lines.
fn lines(message: &str) -> String {
    let lines: Vec<&str> = message.trim().lines().map(str::trim_start).collect();
    lines.join("\n")
}

/// What the macros report for the types and tables of a file.
fn reported(source: &str) -> Vec<Error> {
    let file: syn::File = syn::parse_str(source).unwrap();
    let mut errors = vec![];
    for item in file.items {
        of_item(item, &mut errors);
    }
    errors
}

fn of_item(mut item: Item, errors: &mut Vec<Error>) {
    let attributes = match &mut item {
        Item::Mod(module) => {
            for item in module.content.take().into_iter().flat_map(|(_, items)| items) {
                of_item(item, errors);
            }
            return;
        }
        Item::Macro(call) => {
            if call.mac.path.segments.last().unwrap().ident == "status_table" {
                collect(pipeline::table(call.mac.tokens.clone()), errors);
            }
            return;
        }
        Item::Enum(item) => &mut item.attrs,
        Item::Struct(item) => &mut item.attrs,
        Item::Union(item) => &mut item.attrs,
        _ => return,
    };
    if attributes.iter().any(derives_status) {
        // A derive does not see the `#[derive(…)]` of its type.
        attributes.retain(|attribute| !attribute.path().is_ident("derive"));
        collect(pipeline::derive(item.into_token_stream()), errors);
    }
}

fn derives_status(attribute: &Attribute) -> bool {
    let derives = Punctuated::<syn::Path, Token![,]>::parse_terminated;
    attribute.path().is_ident("derive")
        && attribute.parse_args_with(derives).is_ok_and(|derives| {
            derives.iter().any(|derive| derive.segments.last().unwrap().ident == "HttpStatus")
        })
}

/// The messages of the `::core::compile_error!` calls in an expansion.
fn collect(expansion: TokenStream, errors: &mut Vec<Error>) {
    let tokens: Vec<TokenTree> = expansion.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(name) if name == "compile_error" => {
                let Some(TokenTree::Group(text)) = tokens.get(index + 2) else { panic!("a text") };
                let text = syn::parse2::<syn::LitStr>(text.stream()).unwrap().value();
                errors.push((name.span().start(), lines(&text)));
            }
            TokenTree::Group(group) => collect(group.stream(), errors),
            _ => {}
        }
    }
}
