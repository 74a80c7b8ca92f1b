//! `placeholder`: the name of a field in braces, in a text that is sent as it is.

use syn::{Lit, LitStr};

use crate::error::{Errors, as_written};
use crate::model::{Detail, MemberValue, Parsed, Source, Subject, TextValue, Variant};
use crate::{defaults, display};

/// A string that a variant sends as it is.
struct Text<'a> {
    literal: &'a LitStr,
    /// What it is, as the error calls it.
    what: String,
    why: &'static str,
    /// What is written before and after a field that replaces the string, if one can.
    field: Option<(String, &'static str)>,
    /// What to write instead of a string that is more than a placeholder.
    write: &'static str,
}

const AS_IT_IS: &str = "the string is sent as is";
const WHOLE_TEXT: &str = "name a field that holds the whole text";

/// Only the error's message is a format string. In any other text, the name of a field in braces was
/// probably meant as one.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    let with_fields = parsed.variants.iter().filter(|variant| !variant.fields.is_empty());
    for variant in with_fields.filter(|variant| !variant.attributes.unread.any) {
        for text in texts(variant) {
            let value = text.literal.value();
            let Some((name, member)) = display::placeholder(&value, &variant.fields) else {
                continue;
            };
            let write = match text.field {
                Some((before, after)) if is_only_placeholder(&value) => {
                    format!("write `{before}{}{after}`", as_written(&member))
                }
                _ => text.write.to_owned(),
            };
            errors.report(
                variant.location,
                text.literal,
                &format!("`{{{name}}}` is not replaced in {}", text.what),
                text.why,
                &format!("{write}, or add `allow(placeholder)`"),
            );
        }
        check_first_sentence(&parsed.subject, variant, errors);
    }
}

/// The strings on the variant, in the order of the fields of a problem.
fn texts(variant: &Variant<Source>) -> Vec<Text<'_>> {
    let attributes = &variant.attributes;
    let mut texts = Vec::new();
    // Elsewhere, `reason` and `title` are already errors.
    if variant.code().is_some() {
        for (key, literal, why) in [
            ("reason", &attributes.reason, AS_IT_IS),
            (
                "title",
                &attributes.title,
                "a title is the same in every occurrence (RFC 9457 §3.1.3)",
            ),
        ] {
            texts.extend(literal.iter().map(|literal| Text {
                literal,
                what: format!("`{key}`"),
                why,
                field: None,
                write: "write it without the field",
            }));
        }
    }
    if let Some(Detail { value: TextValue::Literal(literal), .. }) = &attributes.detail {
        texts.push(Text {
            literal,
            what: "`detail`".to_owned(),
            why: AS_IT_IS,
            field: Some(("detail = ".to_owned(), "")),
            write: "name a field that holds the whole text, send the error's message",
        });
    }
    // On a transparent variant, header fields and members are already errors.
    if variant.is_transparent() {
        return texts;
    }
    for header in &attributes.headers {
        let TextValue::Literal(literal) = &header.value else { continue };
        let name = header.name.value();
        // `header_grammar` accepts no text there.
        if name.eq_ignore_ascii_case("Retry-After") {
            continue;
        }
        texts.push(Text {
            literal,
            what: format!("the value of `{name}`"),
            why: AS_IT_IS,
            field: Some((format!("header({} = ", as_written(&header.name)), ")")),
            write: WHOLE_TEXT,
        });
    }
    for member in &attributes.members {
        let MemberValue::Literal(Lit::Str(literal)) = &member.value else { continue };
        texts.push(Text {
            literal,
            what: format!("the member `{}`", member.name),
            why: AS_IT_IS,
            field: Some((format!("members({} = ", as_written(&member.tokens)), ")")),
            write: WHOLE_TEXT,
        });
    }
    texts
}

/// The title that follows from the doc comment.
fn check_first_sentence(subject: &Subject, variant: &Variant<Source>, errors: &mut Errors) {
    if variant.attributes.title.is_some() || variant.code().is_none() {
        return;
    }
    let lines = variant.attrs.iter().filter_map(display::documentation);
    let lines: Vec<&LitStr> = lines.filter(|line| line.value().contains('{')).collect();
    // Finding the sentence takes longer.
    let Some(first) = lines.first() else { return };
    let Some(title) = defaults::first_sentence(subject, &variant.documentation) else { return };
    let Some((name, member)) = display::placeholder(&title, &variant.fields) else { return };
    let has_it = |line: &&&LitStr| {
        let line = line.value();
        display::placeholder(&line, &variant.fields).is_some_and(|(_, other)| other == member)
    };
    errors.report(
        variant.location,
        lines.iter().find(has_it).unwrap_or(first),
        &format!("`{{{name}}}` is not replaced in the title"),
        "the title is the first sentence of the doc comment, the same in every occurrence (RFC 9457 §3.1.3)",
        "write `title = \"…\"`, take the field out of the sentence, or add `allow(placeholder)`",
    );
}

/// Whether there is nothing around the placeholder.
fn is_only_placeholder(text: &str) -> bool {
    let inner = text.trim().strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    inner.is_some_and(|name| !name.contains(['{', '}']))
}
