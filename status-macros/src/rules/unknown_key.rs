//! `unknown_key`: keys that cannot be used on a `transparent` or `dynamic` variant.

use quote::ToTokens;

use crate::error::Errors;
use crate::model::{Parsed, Source};

/// A transparent variant is the problem of its field. A dynamic one has the registry's row of its
/// code, without a `type`: one `type` must not name two statuses (RFC 9457 §3.1.1).
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        let attributes = &variant.attributes;
        let (kind, why, is_transparent) = match &variant.status {
            Source::Transparent { fallback: None, .. } => {
                ("transparent", "a transparent variant sends what its field sends", true)
            }
            Source::Dynamic(_) => {
                ("dynamic", "a dynamic variant takes it from the registry", false)
            }
            Source::Code(_)
            | Source::Transparent { .. }
            | Source::Missing
            | Source::Unreadable(_) => continue,
        };
        let mut unfit = |key: &str, at: &dyn ToTokens| {
            let what = format!("`{key}` cannot be used with `{kind}`");
            errors.report(variant.location, at, &what, why, &format!("remove `{key}`"));
        };
        for (key, text) in [
            ("reason", &attributes.reason),
            ("title", &attributes.title),
            ("slug", &attributes.slug),
        ] {
            if let Some(text) = text {
                unfit(key, text);
            }
        }
        if let Some(grpc) = &attributes.grpc {
            unfit("grpc", grpc);
        }
        if is_transparent {
            for header in &attributes.headers {
                unfit("header", &header.key);
            }
            if let Some(member) = attributes.members.first() {
                unfit("members", &member.tokens);
            }
            if let Some(exposure) = &attributes.exposure {
                unfit(if exposure.exposed { "expose" } else { "redact" }, &exposure.key);
            }
            if let Some(detail) = &attributes.detail {
                unfit("detail", &detail.key);
            }
        }
    }
}
