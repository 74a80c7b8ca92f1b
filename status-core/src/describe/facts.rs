//! What the pages say about a status, in the same words in HTML and in Markdown.

use alloc::format;
use alloc::string::String;

use super::entry::CatalogStatus;
use crate::canonical::registry;
use crate::class::Class;

/// The doc comment, if it says more than the title.
pub(super) fn documentation(status: &CatalogStatus) -> &str {
    let documentation = status.documentation.trim();
    if documentation == status.title.trim() { "" } else { documentation }
}

/// Whether a client may try again.
pub(super) fn retry(status: &CatalogStatus) -> String {
    let may = match status.retry.as_str() {
        "always" => "Yes: the server did not act on the request.",
        "idempotent" => "Yes, if the request is idempotent. Another one may have taken effect.",
        _ => "Not the same request.",
    };
    let is_retry_after = |name: &str| name.eq_ignore_ascii_case("Retry-After");
    let field = status.header_fields.iter().find(|field| is_retry_after(&field.name));
    let when = match field.map(|field| field.optional) {
        Some(false) => " Retry-After tells when.",
        Some(true) => " Retry-After, if it is sent, tells when.",
        None => "",
    };
    [may, when].concat()
}

/// Whether the problem has a detail.
pub(super) fn detail(status: &CatalogStatus) -> &'static str {
    if status.exposed && has_content(status) {
        "Says what happened this time."
    } else {
        "Not sent."
    }
}

/// Whether the response has content. Without a detail and members, only that of an error has.
pub(super) fn has_content(status: &CatalogStatus) -> bool {
    let is_error = Class::from_code(status.code).is_some_and(Class::is_error);
    registry::facts(status.code).content
        && (is_error || status.exposed || !status.members.is_empty())
}

/// How often a member or header field is there.
pub(super) const fn presence(optional: bool) -> &'static str {
    if optional { "sometimes" } else { "always" }
}

/// The code, its reason and its specification.
pub(super) fn status(status: &CatalogStatus) -> String {
    let CatalogStatus { code, reason, spec, .. } = status;
    match spec {
        Some(spec) => format!("{code} {reason} ({spec})"),
        None => format!("{code} {reason}"),
    }
}

/// The name of the type with this path.
pub(super) fn name(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}
