//! Reason grammar: what a reason phrase and a title may be.

use crate::ast::{Input, Source, Variant};
use crate::error::{Errors, as_written};
use crate::registry;
use crate::syntax::Text;

/// A reason is one or more of HTAB, SP, VCHAR and obs-text (RFC 9112 §4). A line break in it would
/// end the status line and let what follows pass for a header field.
pub fn check(input: &Input, variant: &Variant, errors: &mut Errors) {
    if let Some(reason) = &variant.attrs.reason {
        check_text("reason", reason, &variant.reason, errors);
    }
    if let Some(title) = &variant.attrs.title {
        check_text("title", title, &title.value, errors);
    }
    let Source::Code(code) = &variant.source else { return };
    // `unregistered_code` has told what such a code needs, where it is not waived.
    let registered = registry::by_code(code.value);
    if registered.is_none() && !input.allows(Some(variant), "unregistered_code") {
        return;
    }
    let has_phrase = registered.is_some_and(|entry| !entry.phrase.is_empty());
    if variant.attrs.reason.is_none() && !has_phrase {
        let name = variant.ident;
        let write = if input.kind.is_table() {
            format!("write it behind the name: `{} {name} \"…\"`", code.value)
        } else {
            format!("write `#[status({}, reason = \"…\")]`", code.value)
        };
        errors.report(
            code,
            &format!("`{}` needs a reason", as_written(code)),
            "the registry has no phrase for this code",
            &write,
        );
    }
}

/// Whether a reason is one: not empty, not padded, without control characters.
pub fn is_sound(reason: &str) -> bool {
    !reason.is_empty() && reason.trim() == reason && control("reason", reason).is_none()
}

fn control(key: &str, text: &str) -> Option<char> {
    text.chars().find(|c| c.is_control() && !(key == "reason" && *c == '\t'))
}

fn check_text(key: &str, literal: &Text, text: &str, errors: &mut Errors) {
    let (what, why) = if let Some(control) = control(key, text) {
        (
            format!("a {key} with the control character {control:?}"),
            match key {
                "reason" => {
                    "a line break in the status line would split the response (RFC 9112 §4)"
                }
                _ => "it is one line",
            },
        )
    } else if text.trim().is_empty() {
        (format!("an empty {key}"), "it is what a person reads first")
    } else if text.trim() != text {
        (format!("a {key} with space around it: {text:?}"), "the space would be sent, and compared")
    } else {
        return;
    };
    let mut sound = String::new();
    for c in text.chars() {
        if !(c.is_control() || c == ' ') {
            sound.push(c);
        } else if !sound.ends_with(' ') {
            sound.push(' ');
        }
    }
    let write = match sound.trim() {
        "" => String::new(),
        sound => format!("write {sound:?}"),
    };
    errors.report(literal, &what, why, &write);
}
