//! Defaults for what `#[status]` leaves out: range, reason, slug, title, exposure, and the body that
//! follows from them.

use std::fmt::Write as _;

use quote::ToTokens;
use syn::Lit;

use crate::members::{self, Value};
use crate::model::{
    Code, DocLine, Documentation, Header, Kind, Origin, SlugCase, StatusAttributes, Subject,
    TypeAttributes, Variant,
};
use crate::{case, registry, sentence};

/// `range`. By default, 4xx and 5xx for a derived type, and every code for a table.
pub fn range(subject: &Subject) -> (u16, u16) {
    match (&subject.attributes.range, &subject.kind) {
        (Some(range), _) => (range.start, range.end),
        (None, Kind::Table(_)) => (100, 599),
        (None, Kind::Enum | Kind::Struct) => (400, 599),
    }
}

/// `reason`, or the registry's phrase. Empty if there is neither.
pub fn reason(attributes: &StatusAttributes, code: &Code) -> String {
    match &attributes.reason {
        Some(reason) => reason.value(),
        None => registry::by_code(code.value).map_or_else(String::new, |it| it.phrase.to_owned()),
    }
}

/// `slug`, or the variant's name in the case of the type, after its prefix.
pub fn slug(subject: &Subject, attributes: &StatusAttributes, name: &str) -> String {
    if let Some(slug) = &attributes.slug {
        return slug.value();
    }
    let TypeAttributes { slug_case, slug_prefix, .. } = &subject.attributes;
    let prefix = slug_prefix.as_ref().map_or_else(String::new, syn::LitStr::value);
    prefix + &case::convert(name, slug_case.unwrap_or(SlugCase::Kebab))
}

/// `title`, or the first sentence of the documentation if problems have a `type`, or the reason:
/// without a `type`, a title is the reason (RFC 9457 §4.2.1).
pub fn title(
    subject: &Subject,
    attributes: &StatusAttributes,
    documentation: &Documentation,
    reason: &str,
) -> String {
    if let Some(title) = &attributes.title {
        return title.value();
    }
    first_sentence(subject, documentation).unwrap_or_else(|| reason.to_owned())
}

/// The first sentence of the documentation, if it is the title of a problem that has no `title`.
/// `None` too if only the compiler knows a part of the documentation.
pub fn first_sentence(subject: &Subject, documentation: &Documentation) -> Option<String> {
    subject.attributes.type_base.as_ref()?;
    let lines = documentation.lines.iter().map(|line| match line {
        DocLine::Text(text) => Some(text.as_str()),
        DocLine::Macro(_) => None,
    });
    sentence::first(lines.collect::<Option<Vec<_>>>()?)
}

/// `type_base` and slug.
pub fn type_uri(subject: &Subject, slug: &str) -> Option<String> {
    subject.attributes.type_base.as_ref().map(|base| base.value() + slug)
}

/// Whether the client sees the text of the error: by default, for a 4xx and not for a 5xx. The text of
/// a table's row only repeats the code and the reason.
pub fn exposed(subject: &Subject, attributes: &StatusAttributes, code: &Code) -> bool {
    !subject.kind.is_table()
        && attributes.detail.is_none()
        && exposure(subject, attributes).unwrap_or(code.value < 500)
}

/// The header fields that a variant sends: those of its type, and its own.
pub fn headers<'a, S>(
    subject: &'a Subject,
    variant: &'a Variant<S>,
) -> impl Iterator<Item = &'a Header> {
    subject.attributes.of_each.headers.iter().chain(&variant.attributes.headers)
}

/// `expose` or `redact` on the variant, or on its type.
pub fn exposure(subject: &Subject, attributes: &StatusAttributes) -> Option<bool> {
    let chosen = attributes.exposure.as_ref().or(subject.attributes.of_each.exposure.as_ref());
    chosen.map(|exposure| exposure.exposed)
}

/// The name and JSON of each member that is the same in every occurrence.
pub fn constant_members<S: Origin>(
    subject: &Subject,
    variant: &Variant<S>,
    slug: &str,
) -> Vec<(String, String)> {
    let constants = members::of(subject, variant).filter_map(|(item, value)| {
        let mut json = String::new();
        match value {
            Value::Field(_) => return None,
            Value::Slug => json_string(slug, &mut json),
            Value::Literal(Lit::Str(text)) => json_string(&text.value(), &mut json),
            Value::Literal(Lit::Int(number)) => json.push_str(number.base10_digits()),
            Value::Literal(literal) => json = literal.to_token_stream().to_string(),
        }
        Some((item.name.clone(), json))
    });
    constants.collect()
}

/// The problem in JSON, as it is sent when the occurrence adds nothing to it (RFC 9457 §3).
pub fn body(
    type_uri: Option<&str>,
    title: &str,
    code: u16,
    members: &[(String, String)],
) -> String {
    let mut body = String::from("{");
    if let Some(type_uri) = type_uri {
        body.push_str("\"type\":");
        json_string(type_uri, &mut body);
        body.push(',');
    }
    body.push_str("\"title\":");
    json_string(title, &mut body);
    // Writing to a String cannot fail.
    let _ = write!(body, ",\"status\":{code}");
    for (name, json) in members {
        body.push(',');
        json_string(name, &mut body);
        body.push(':');
        body.push_str(json);
    }
    body.push('}');
    body
}

/// A JSON string (RFC 8259 §7), quotes included.
fn json_string(text: &str, json: &mut String) {
    // Most texts need no escape, and then this is JSON too. The standard library is optimized even where
    // macros are not: the loop below would be 0.5% of what a variant costs `cargo check`.
    let start = json.len();
    // Writing to a String cannot fail.
    let _ = write!(json, "{text:?}");
    if json.len() == start + text.len() + 2 {
        return;
    }
    json.truncate(start);
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

    proptest! {
        // Failures are fixed, not recorded.
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn json_is_what_serde_json_writes(text in any::<String>()) {
            let mut json = String::new();
            json_string(&text, &mut json);
            prop_assert_eq!(json, serde_json::to_string(&text).unwrap());
        }

        #[test]
        fn awkward_json_is_what_serde_json_writes(
            text in r#"([\x00-\x1f"\\/\x7f\u{2028}\u{2029}\u{feff}\u{10ffff}]|\\ud800|\\u|é){0,40}"#,
        ) {
            let mut json = String::new();
            json_string(&text, &mut json);
            prop_assert_eq!(json, serde_json::to_string(&text).unwrap());
        }
    }

    /// One string is written after another.
    #[test]
    fn json_does_not_depend_on_what_is_before_it() {
        for text in ["", "a", "ab", "abcde", "\u{1}", "\u{1}a", "\u{1}abcde", "\u{1}\u{1}abcdefgh"]
        {
            for before in 0..16 {
                let mut json = "-".repeat(before);
                json_string(text, &mut json);
                assert_eq!(json[before..], serde_json::to_string(text).unwrap());
            }
        }
    }
}
