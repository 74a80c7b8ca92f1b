//! Paths and spans that all parts of an expansion use.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote, quote_spanned};

use crate::model::Subject;

/// The path to status-core.
pub fn krate(subject: &Subject) -> TokenStream {
    match &subject.attributes.krate {
        Some(path) => path.to_token_stream(),
        None => quote!(::status_core),
    }
}

/// The path to status-core, located at the user's token. rustc reports an error in a call at the
/// whole derive if any token of the call is located there.
pub fn krate_at(subject: &Subject, at: Span) -> TokenStream {
    let Some(path) = &subject.attributes.krate else { return quote_spanned!(at=> ::status_core) };
    let mut krate = TokenStream::new();
    for mut token in path.to_token_stream() {
        token.set_span(token.span().located_at(at));
        krate.append(token);
    }
    krate
}

/// A span of the macro's own that is located at the user's token. The arguments of a call need the
/// same kind of span as the call, or rustc reports an error about them at the whole derive.
pub fn own_span(at: Span) -> Span {
    Span::mixed_site().located_at(at)
}

/// The lint levels of the expansion. It names the type and its variants, and leaves warnings about
/// deprecated ones to the user's code.
pub fn lints(subject: &Subject) -> TokenStream {
    let deprecated =
        (subject.deprecated || subject.deprecated_variant).then(|| quote!(#[allow(deprecated)]));
    let own = &subject.lints;
    quote!(#(#own)* #deprecated)
}

pub fn option<T: ToTokens>(value: Option<T>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}
