//! Unknown key: keys that do not fit a variant whose status is not its own.

use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::ast::{Source, Variant};
use crate::error::Errors;

/// A transparent variant is its field's problem, whole. A dynamic one is the registry's row of
/// whatever code is found: one `type` URI must not name two statuses (RFC 9457 §3.1.1), so it has none.
pub fn check(variant: &Variant, errors: &mut Errors) {
    let attrs = &variant.attrs;
    let (kind, why) = match &variant.source {
        Source::Transparent(_) => {
            ("`transparent`", "all that a transparent variant sends is its field's own")
        }
        Source::Dynamic(_) => {
            ("`dynamic`", "the row of a dynamic variant is the registry's, of whatever code it has")
        }
        Source::Code(_) | Source::Missing | Source::BadCode | Source::Broken => return,
    };
    let mut unfit = texts(variant);
    unfit.extend(attrs.grpc.iter().map(|grpc| ("grpc", grpc.tokens.clone())));
    if matches!(variant.source, Source::Transparent(_)) {
        unfit.extend(attrs.headers.iter().map(|header| ("header", header.key.to_token_stream())));
        unfit.extend(attrs.members.first().map(|member| ("members", member.to_token_stream())));
        unfit.extend(attrs.exposure.iter().map(|exposure| {
            let key = if exposure.exposed { "expose" } else { "redact" };
            (key, exposure.key.to_token_stream())
        }));
    }
    for (key, at) in unfit {
        let what = format!("`{key}` does not fit a variant that is {kind}");
        errors.report(&at, &what, why, &format!("leave out `{key}` or {kind}"));
    }
}

fn texts(variant: &Variant) -> Vec<(&'static str, TokenStream)> {
    let attrs = &variant.attrs;
    [("reason", &attrs.reason), ("title", &attrs.title), ("slug", &attrs.slug)]
        .into_iter()
        .filter_map(|(key, text)| Some((key, text.as_ref()?.to_token_stream())))
        .collect()
}
