//! What a variant's status says where its author leaves it to us: reason, title, slug, and the fixed
//! part of its problem.

use std::fmt::Write as _;

use crate::ast::{Input, Variant};

/// `title = "…"`, or the documentation's first sentence where problems have a `type`. Without one,
/// a title is the reason (RFC 9457 §4.2.1).
pub fn title(input: &Input, variant: &Variant) -> String {
    if let Some(title) = &variant.attrs.title {
        return title.value.clone();
    }
    let sentence = input.attrs.type_base.as_ref().and(variant.documentation.first_sentence());
    sentence.unwrap_or_else(|| variant.reason.clone().into_owned())
}

/// Whether `Display` is sent: a client's mistake is told to it, a server's is nobody else's business.
/// A table's `Display` repeats the code and the reason, which is no detail.
pub fn exposed(input: &Input, variant: &Variant) -> bool {
    let of_client = variant.code().is_some_and(|code| code.value < 500);
    let chosen = variant.attrs.exposure.as_ref().map(|exposure| exposure.exposed);
    !input.kind.is_table() && chosen.unwrap_or(of_client)
}

/// The problem as it is sent where the occurrence adds nothing (RFC 9457 §3).
pub fn body(type_uri: &str, title: &str, code: u16) -> String {
    let mut body = String::with_capacity(type_uri.len() + title.len() + 40);
    body.push('{');
    if !type_uri.is_empty() {
        body.push_str("\"type\":");
        json(type_uri, &mut body);
        body.push(',');
    }
    body.push_str("\"title\":");
    json(title, &mut body);
    // Writing to a String cannot fail.
    let _ = write!(body, ",\"status\":{code}}}");
    body
}

/// `OrderNotFound` and `Order Not_Found` to `order-not-found`.
pub fn kebab_case(name: &str) -> String {
    let mut kebab = String::with_capacity(name.len() + 8);
    let mut before = None;
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let parts = matches!(letter, '_' | '-' | ' ');
        // A capital begins a word behind a small letter, and as the last one of `HTTPError`'s run.
        let begins = letter.is_uppercase()
            && before.is_some_and(|before: char| {
                !before.is_uppercase() || letters.peek().is_some_and(|behind| behind.is_lowercase())
            });
        if (parts || begins) && !kebab.is_empty() && !kebab.ends_with('-') {
            kebab.push('-');
        }
        before = Some(letter);
        if letter.is_ascii() && !parts {
            kebab.push(letter.to_ascii_lowercase());
        } else if !parts {
            kebab.extend(letter.to_lowercase());
        }
    }
    kebab.trim_end_matches('-').to_owned()
}

/// A JSON string (RFC 8259 §7), quotes included.
fn json(text: &str, json: &mut String) {
    // Rust escapes all that JSON does, and a text in which it finds nothing is the same to both. It is the quickest to
    // find that out in a build without optimisation, which is how macros are compiled.
    let quoted = format!("{text:?}");
    if quoted.len() == text.len() + 2 {
        json.push_str(&quoted);
        return;
    }
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            c if c < ' ' => {
                // Writing to a String cannot fail.
                let _ = write!(json, "\\u{:04x}", u32::from(c));
            }
            c => json.push(c),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_become_slugs() {
        for (name, slug) in [
            ("OrderNotFound", "order-not-found"),
            ("HTTPError", "http-error"),
            ("IOError", "io-error"),
            ("Md5Mismatch", "md5-mismatch"),
            ("E404", "e404"),
            ("Snake_Case", "snake-case"),
            ("not_found", "not-found"),
            ("_Private_", "private"),
            ("A", "a"),
            ("__", ""),
        ] {
            assert_eq!(kebab_case(name), slug, "{name}");
        }
    }

    proptest! {
        // A failure is to be seen and mended, not kept in a file.
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn json_is_what_serde_json_writes(text in any::<String>()) {
            let mut json = String::new();
            super::json(&text, &mut json);
            prop_assert_eq!(json, serde_json::to_string(&text).unwrap());
        }

        #[test]
        fn awkward_json_is_what_serde_json_writes(
            text in r#"([\x00-\x1f"\\/\x7f\u{2028}\u{2029}\u{feff}\u{10ffff}]|\\ud800|\\u|é){0,40}"#,
        ) {
            let mut json = String::new();
            super::json(&text, &mut json);
            prop_assert_eq!(json, serde_json::to_string(&text).unwrap());
        }
    }
}
