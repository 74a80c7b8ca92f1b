//! Readable snapshots of expansions.
//!
//! After an intended change, `UPDATE_SNAPSHOTS=1 cargo test -p status-macros` rewrites the files.

use std::path::Path;
use std::{env, fs};

use proc_macro2::{Span, TokenStream, TokenTree};

use crate::pipeline;

fn check(name: &str, expansion: TokenStream) {
    let file = pretty(expansion);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots").join(name);
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, &file).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == file, "{} is out of date; the expansion is now:\n{file}", path.display());
}

fn pretty(expansion: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(expansion).expect("the expansion is Rust"))
}

/// In an editor, a name in the attribute is the canonical row: hover and "go to definition" follow a
/// token of the expansion with the span of the user's own.
#[test]
fn a_name_in_the_attribute_is_the_canonical_row() {
    fn find(tokens: TokenStream, name: &str) -> Vec<Span> {
        let found = tokens.into_iter().flat_map(|token| match token {
            TokenTree::Group(group) => find(group.stream(), name),
            TokenTree::Ident(ident) if ident == name => vec![ident.span()],
            _ => vec![],
        });
        found.collect()
    }
    for written in [
        "NOT_FOUND",
        "NotFound",
        "StatusCode::NOT_FOUND",
        "::http::StatusCode::NOT_FOUND",
        "crate::StatusCode::NOT_FOUND",
    ] {
        let source = format!("#[doc = \"x\"] #[status({written})] struct OrderNotFound;");
        let input = tokens(&source);
        let name = written.rsplit("::").next().unwrap();
        let [theirs] = find(input.clone(), name)[..] else { panic!("one in {source}") };
        let [ours] = find(pipeline::derive(input), "NotFound")[..] else { panic!("one of ours") };
        assert_eq!((ours.start(), ours.end()), (theirs.start(), theirs.end()), "{written}");
    }
}

fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap()
}

#[test]
fn an_enum() {
    let input = tokens(
        r#"
        /// Why an order fails.
        #[derive(Debug)]
        #[status(axum, type_base = "https://shop.example/errors/", members(kind = "shop"))]
        pub enum OrderError {
            /// No order has this number.
            #[status(404, members(id))]
            OrderNotFound { id: u64 },
            /// The caller sends orders faster than its plan allows.
            #[status(429, header("Retry-After" = 0))]
            TooFast(Duration),
            /// Nobody knows this one.
            #[status(599, reason = "Out Of Range", allow(unregistered_code))]
            Odd,
            #[status(transparent)]
            Stock(#[from] StockError),
            #[status(dynamic = code, fallback = 502)]
            Upstream { code: u16 },
        }
        "#,
    );
    check("enum.rs", pipeline::derive(input));
}

#[test]
fn a_transparent_struct() {
    let input = tokens("#[status(transparent)] struct Failed(StockError);");
    check("transparent_struct.rs", pipeline::derive(input));
}

#[test]
fn a_generic_struct() {
    let input = tokens(
        r"
        /// It failed.
        #[status(500, axum, my_crate::respond)]
        struct Failed<'a, E: Debug = (), const N: usize = 4>(&'a [E; N]) where E: Send;
        ",
    );
    check("generic_struct.rs", pipeline::derive(input));
}

#[test]
fn a_table() {
    let input = tokens(
        r#"
        /// What our edge answers when an origin fails.
        #[status(allow(unregistered_code))]
        #[derive(Default)]
        pub enum EdgeError: 400..=530 {
            /// It is too large.
            #[default]
            413 ContentTooLarge,
            /// The origin refused the connection.
            521 WebServerDown "Web Server Is Down",
        }
        "#,
    );
    check("table.rs", pipeline::table(input));
}

#[test]
fn a_table_with_a_mistake() {
    let input = tokens(
        r"
        /// What our edge answers when an origin fails.
        pub enum EdgeError: 5xx {
            /// It is not ready.
            503 ServiceUnavailable,
            /// It did not answer.
            404 GatewayTimeout,
        }
        ",
    );
    check("table_with_a_mistake.rs", pipeline::table(input));
}
