//! `source_in_detail`: a message for clients that contains the message of the error's source.

use crate::error::{Errors, as_written};
use crate::model::{Parsed, Source};
use crate::{defaults, display};

/// The message of a 4xx is sent to the client, and that of its source was written for a log: it has
/// hosts, users and statements in it. So sending it takes an explicit key.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        let attributes = &variant.attributes;
        // The message of a transparent field is checked where its type is derived.
        let (code, field, exposure) = match &variant.status {
            Source::Code(code) if code.value < 500 => {
                (as_written(code), None, defaults::exposure(&parsed.subject, attributes))
            }
            Source::Dynamic(_) => {
                ("4xx".to_owned(), None, defaults::exposure(&parsed.subject, attributes))
            }
            Source::Transparent { delegate, .. } => {
                let exposure = attributes.exposure.as_ref().map(|exposure| exposure.exposed);
                ("4xx".to_owned(), Some(&delegate.member), exposure)
            }
            _ => continue,
        };
        // Without a field, there is no source.
        if variant.fields.is_empty() || attributes.detail.is_some() || exposure.is_some() {
            continue;
        }
        // thiserror has one message on an enum for each variant that has none.
        let shared = &parsed.subject.attrs;
        let mention = display::source_in_message(&variant.fields, &variant.attrs, shared, field);
        let Some(mention) = mention else { continue };
        let name = &variant.ident;
        let write = if field.is_some() {
            "write `redact` to withhold the message, `detail = \"…\"` to send something else, or take the \
             source out of it"
        } else {
            "write `redact` to withhold the message, `expose` to send it, or `detail = \"…\"` to send \
             something else"
        };
        let place = if mention.in_documentation {
            "its doc comment, which displaydoc and snafu take as the message"
        } else {
            "its message"
        };
        errors.report(
            variant.location,
            &mention.at,
            &format!("`{name}` sends the message of its source to the client"),
            &format!(
                "the field `{}` is in {place}, and a {code} sends its message as the detail",
                mention.field
            ),
            write,
        );
    }
}
