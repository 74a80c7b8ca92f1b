//! Unknown key: keys that do not fit a variant whose status is not its own.

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
    let mut unfit = |key: &str, at: &dyn ToTokens| {
        let what = format!("`{key}` does not fit a variant that is {kind}");
        errors.report(at, &what, why, &format!("leave out `{key}` or {kind}"));
    };
    for (key, text) in [("reason", &attrs.reason), ("title", &attrs.title), ("slug", &attrs.slug)] {
        if let Some(text) = text {
            unfit(key, text);
        }
    }
    if let Some(grpc) = &attrs.grpc {
        unfit("grpc", &grpc.tokens);
    }
    if matches!(variant.source, Source::Transparent(_)) {
        for header in &attrs.headers {
            unfit("header", &header.key);
        }
        if let Some(member) = attrs.members.first() {
            unfit("members", member);
        }
        if let Some(exposure) = &attrs.exposure {
            unfit(if exposure.exposed { "expose" } else { "redact" }, &exposure.key);
        }
    }
}
