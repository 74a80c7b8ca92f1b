//! `content`: something to send in a response that has no content.

use quote::ToTokens;

use crate::error::{Errors, as_written};
use crate::model::{Integration, Parsed};
use crate::registry;

/// A response with 1xx, 204, 205 or 304 ends with its header section (RFC 9110 §15.2, §15.3.5,
/// §15.3.6, §15.4.5), so that members and a detail would never arrive. And a handler must return a
/// final response: a server turns an interim one into a 500.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    let mut integrations = parsed.subject.attributes.integrations.iter();
    let framework = integrations.find_map(|integration| match integration {
        Integration::Named(name) if name != "serde" => Some(name),
        Integration::Named(_) | Integration::Macro(_) => None,
    });
    for variant in &parsed.variants {
        let code = variant.code().filter(|code| !registry::allows_content(code.value));
        let Some(code) = code else { continue };
        let written = as_written(code);
        if let Some(name) = framework.filter(|_| code.value < 200) {
            errors.report(
                variant.location,
                code,
                &format!("`{written}` is an interim response, which `{name}` cannot send"),
                "a final response must follow it (RFC 9110 §15.2)",
                &format!("write another code, or remove `{name}`"),
            );
        }
        let mut without_content = |key: &str, at: &dyn ToTokens| {
            errors.report(
                variant.location,
                at,
                &format!("`{key}` cannot be used with `{written}`"),
                "a response with 1xx, 204, 205 or 304 has no content (RFC 9110 §15)",
                &format!("remove `{key}`, or write another code"),
            );
        };
        if let Some(member) = variant.attributes.members.first() {
            without_content("members", &member.tokens);
        }
        if let Some(exposure) = variant.attributes.exposure.as_ref().filter(|it| it.exposed) {
            without_content("expose", &exposure.key);
        }
        if let Some(detail) = &variant.attributes.detail {
            without_content("detail", &detail.key);
        }
    }
}
