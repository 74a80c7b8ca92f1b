//! `missing_header`: a status without a header field that its response must have.

use syn::Member;

use crate::error::{Errors, as_written};
use crate::model::{Code, Header, Parsed, Source, Subject, TextValue, Variant};
use crate::{defaults, registry, types};

const UPGRADE: &str = "`header(\"Upgrade\" = \"websocket\")`";
const CONNECTION: &str = "`header(\"Connection\" = \"upgrade\")`";

/// A client cannot act on a 401 without a challenge, or on a 405 without the allowed methods: RFC
/// 9110 says MUST (§11.6.1, §15.5.6, §11.7.1, §15.5.22). The rows of a table have no fields.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    if parsed.subject.kind.is_table() {
        return;
    }
    for variant in &parsed.variants {
        let Some(code) = variant.written_code() else { continue };
        let Some(entry) = registry::by_code(code.value) else { continue };
        // A header field that could not be read may be the one that is required.
        let of_each = &parsed.subject.attributes.of_each;
        if of_each.unread.header || variant.attributes.unread.header {
            continue;
        }
        if entry.required_headers.contains(&"Upgrade") {
            upgrade_without_connection(&parsed.subject, variant, code, errors);
        }
        for name in entry.required_headers {
            let headers = defaults::headers(&parsed.subject, variant);
            let given: Vec<&Header> = headers.filter(|header| is(header, name)).collect();
            let optional: Vec<&Member> =
                given.iter().filter_map(|header| optional(variant, header)).collect();
            if optional.len() < given.len() {
                continue;
            }
            let written = as_written(code);
            let article = if name.starts_with(['A', 'U']) { "an" } else { "a" };
            let requires = format!("`{written}` requires {article} `{name}` header");
            if let Some(field) = optional.first() {
                errors.report(
                    variant.location,
                    field,
                    &format!("{requires}, but `{}` may be `None`", as_written(field)),
                    &format!("a client cannot act on the response without it ({})", entry.spec),
                    "use a field that is not an `Option`, or add `allow(missing_header)`",
                );
                continue;
            }
            let add = match *name {
                "Allow" => "`header(\"Allow\" = \"GET, HEAD\")`".to_owned(),
                "Upgrade" if sends_connection_upgrade(&parsed.subject, variant) => {
                    UPGRADE.to_owned()
                }
                "Upgrade" => format!("{UPGRADE} and {CONNECTION}"),
                _ => format!("`header(\"{name}\" = \"Bearer\")`"),
            };
            errors.report(
                variant.location,
                code,
                &requires,
                &format!("a client cannot act on the response without it ({})", entry.spec),
                &format!("add {add}, or `allow(missing_header)`"),
            );
        }
    }
}

/// Each sender of `Upgrade` has to send `Connection: upgrade` too, so that no proxy passes it on (RFC
/// 9110 §7.8). The error for a missing `Upgrade` asks for both.
fn upgrade_without_connection(
    subject: &Subject,
    variant: &Variant<Source>,
    code: &Code,
    errors: &mut Errors,
) {
    let upgrade = defaults::headers(subject, variant).find(|header| is(header, "Upgrade"));
    let Some(upgrade) = upgrade.filter(|_| !sends_connection_upgrade(subject, variant)) else {
        return;
    };
    errors.report(
        variant.location,
        &upgrade.name,
        &format!("`{}` requires `Connection: upgrade` with its `Upgrade` header", as_written(code)),
        "without it, a proxy may pass `Upgrade` on (RFC 9110 §7.8)",
        &format!("add {CONNECTION}, or `allow(missing_header)`"),
    );
}

fn sends_connection_upgrade(subject: &Subject, variant: &Variant<Source>) -> bool {
    let is_upgrade = |option: &str| option.trim().eq_ignore_ascii_case("upgrade");
    let mut headers = defaults::headers(subject, variant);
    headers.any(|header| {
        is(header, "Connection")
            && match &header.value {
                TextValue::Literal(value) => value.value().split(',').any(is_upgrade),
                TextValue::Field(_) => true,
            }
    })
}

fn is(header: &Header, name: &str) -> bool {
    header.name.value().eq_ignore_ascii_case(name)
}

/// The field that gives the value of a header field, if it is an `Option`.
fn optional<'a>(variant: &Variant<Source>, header: &'a Header) -> Option<&'a Member> {
    let TextValue::Field(member) = &header.value else { return None };
    types::in_option(variant.field(member)?).map(|_| member)
}
