//! Model to tokens. It cannot fail: the rules have seen to that.
//!
//! The tokens cite `::status_core` and `::core` alone, so that they hold wherever they stand, and
//! hold no `#[cfg]`: that would be evaluated in the user's crate.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote, quote_spanned};

use crate::ast::{Input, Kind};

mod bounds;
mod derived;
mod field;
mod integration;
mod occurrence;
mod places;
mod row;
mod table;

pub use bounds::bounds;
pub use integration::integrations;
pub use row::{registry, table_of};
pub use table::{TableParts, table_item};

pub fn expand(input: &Input) -> TokenStream {
    match input.kind {
        Kind::Enum | Kind::Struct => derived::derived(input),
        Kind::Table(item) => table::table(input, item),
    }
}

/// Where status-core is.
pub fn krate(input: &Input) -> TokenStream {
    match &input.attrs.krate {
        Some(path) => path.to_token_stream(),
        None => quote!(::status_core),
    }
}

/// The path to status-core, located at the user's token.
fn krate_at(input: &Input, at: Span) -> TokenStream {
    // A call that is ours in any of its tokens is reported at the whole derive.
    let Some(path) = &input.attrs.krate else { return quote_spanned!(at=> ::status_core) };
    let mut krate = TokenStream::new();
    for mut token in path.to_token_stream() {
        token.set_span(token.span().located_at(at));
        krate.append(token);
    }
    krate
}

/// A span of ours that is located at the user's token. A call and its arguments need the same kind
/// of span, or an error about an argument points at the whole derive.
fn inner(at: Span) -> Span {
    Span::mixed_site().located_at(at)
}

/// Naming a deprecated type or row is the user's own affair, and not for us to warn of.
pub fn allow_deprecated(input: &Input) -> Option<TokenStream> {
    (input.deprecated || input.deprecated_variant).then(|| quote!(#[allow(deprecated)]))
}
