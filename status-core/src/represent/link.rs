//! Which URI references a page may link to.

/// Whether a browser can follow a URI reference without running code. A `type` can come from another
/// server, and a doc comment can have any link.
pub(crate) fn is_link(uri: &str) -> bool {
    let starts =
        |start: &str| uri.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start));
    let is_uri = !uri.contains(|c: char| c.is_control() || c.is_whitespace());
    let is_web = uri.starts_with('/') || ["http://", "https://", "mailto:"].into_iter().any(starts);
    is_uri && is_web
}
