//! `unknown_key`: keys that cannot be used on a `transparent` or `dynamic` variant.

use quote::ToTokens;

use crate::error::Errors;
use crate::model::{Parsed, Source, StatusAttributes};

/// A transparent variant is the problem of its field. A dynamic one has the registry's row of its
/// code, without a `type`: one `type` must not name two statuses (RFC 9457 §3.1.1).
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        let attributes = &variant.attributes;
        let mut unfit = |key: &str, at: &dyn ToTokens, kind: &str, why: &str| {
            let what = format!("`{key}` cannot be used with `{kind}`");
            errors.report(variant.location, at, &what, why, &format!("remove `{key}`"));
        };
        match &variant.status {
            Source::Dynamic(_) => {
                let why = "a dynamic variant takes it from the registry";
                of_the_row(attributes, |key, at| unfit(key, at, "dynamic", why));
            }
            Source::Transparent { fallback, .. } => {
                let why = "a transparent variant sends what its field sends";
                if fallback.is_none() {
                    of_the_row(attributes, |key, at| unfit(key, at, "transparent", why));
                    for header in &attributes.headers {
                        unfit("header", &header.key, "transparent", why);
                    }
                    if let Some(member) = attributes.members.first() {
                        unfit("members", &member.tokens, "transparent", why);
                    }
                }
                if let Some(exposure) = attributes.exposure.as_ref().filter(|it| it.exposed) {
                    let why = "the status of the field decides whether the message is sent";
                    unfit("expose", &exposure.key, "transparent", why);
                }
            }
            Source::Code(_) | Source::Missing | Source::Unreadable(_) => {}
        }
    }
}

/// Reports the keys that describe a row.
fn of_the_row(attributes: &StatusAttributes, mut unfit: impl FnMut(&str, &dyn ToTokens)) {
    for (key, text) in
        [("reason", &attributes.reason), ("title", &attributes.title), ("slug", &attributes.slug)]
    {
        if let Some(text) = text {
            unfit(key, text);
        }
    }
    if let Some(grpc) = &attributes.grpc {
        unfit("grpc", grpc);
    }
    if let Some(retry) = &attributes.retry {
        unfit("retry", &retry.tokens);
    }
}
