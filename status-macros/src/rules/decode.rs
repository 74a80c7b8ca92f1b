//! `decode`: an error that a client could not get back from its problem.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Field, Member, Type};

use super::member_names::is_extension;
use crate::error::{Errors, as_written};
use crate::messages::no_such_field;
use crate::model::{Header, Origin as _, Parsed, Source, Subject, TextValue, Variant};
use crate::received::{ProblemOf, Received, problems, received};
use crate::{defaults, members, registry, types};

/// Every field of a variant is sent, so that a client can fill it.
pub fn check_fields(parsed: &Parsed, errors: &mut Errors) {
    if parsed.subject.attributes.decode.is_none() {
        return report_stray_keys(parsed, errors);
    }
    for variant in decoded(parsed) {
        let attributes = &variant.attributes;
        let mut misspelled = false;
        for (_, member) in &attributes.decode_default {
            if variant.field(member).is_none() {
                errors.push(variant.location, no_such_field(member, &variant.fields, ""));
                misspelled = true;
            }
        }
        // What could not be read, or is misspelled, may be what sends the field.
        let of_each = &parsed.subject.attributes.of_each;
        if misspelled || attributes.unread.any || of_each.unread.any {
            continue;
        }
        header_fields(parsed, variant, errors);
        for (member, field) in variant.fields.members().zip(&variant.fields) {
            let source = |problem| received(&parsed.subject, variant, &member, problem);
            let own = source(ProblemOf::Variant);
            if matches!(own, Some(Received::Member(_))) && types::borrows(&field.ty) {
                borrowed(variant, &member, &field.ty, errors);
                continue;
            }
            if problems(variant).all(|problem| source(problem).is_some()) {
                continue;
            }
            let name = as_written(&member);
            // The whole type, not only its first token.
            let at: &dyn ToTokens = match &field.ident {
                Some(ident) => ident,
                None => &field.ty,
            };
            let write = if variant.status.delegate().is_some() {
                format!(
                    "add `decode_default({name})` if its type has a `Default`, or `skip_decode`"
                )
            } else if is_source(field) {
                "add `skip_decode`: a source is for the log, and not for clients".to_owned()
            } else {
                format!(
                    "send it with {}`header(\"…\" = {name})`, or add `decode_default({name})` if its \
                     type has a `Default`, or `skip_decode`",
                    as_member(&parsed.subject, variant, &member)
                )
            };
            errors.report(
                variant.location,
                at,
                &format!(
                    "the field `{name}` is not sent, so a client cannot decode `{}`",
                    variant.ident
                ),
                "",
                &write,
            );
        }
    }
}

/// rustc's own error about such a member does not name it.
fn borrowed(variant: &Variant<Source>, member: &Member, ty: &Type, errors: &mut Errors) {
    let name = as_written(member);
    errors.report(
        variant.location,
        ty,
        &format!(
            "the field `{name}` borrows its value, so a client cannot decode `{}`",
            variant.ident
        ),
        "a client gets the value from the content that it has read",
        "use a type such as `String` or `Cow<'static, str>`, or add `skip_decode`",
    );
}

/// Of several header fields of one name, a client knows the first from the second only by their number.
fn header_fields(parsed: &Parsed, variant: &Variant<Source>, errors: &mut Errors) {
    let headers: Vec<_> = defaults::headers(&parsed.subject, variant).collect();
    for (index, header) in headers.iter().enumerate() {
        let TextValue::Field(member) = &header.value else { continue };
        let is_optional = variant.field(member).is_some_and(|ty| types::in_option(ty).is_some());
        let name = header.name.value();
        let is_same = |other: &&Header| other.name.value().eq_ignore_ascii_case(&name);
        if is_optional && headers[index + 1..].iter().any(is_same) {
            let field = as_written(member);
            errors.report(
                variant.location,
                &header.name,
                &format!("a client cannot tell whether `{name}` is the field `{field}`"),
                &format!("`{field}` may be `None`, and another `{name}` follows"),
                "write this one last, give it another name, or add `skip_decode`",
            );
        }
    }
}

/// Whether the field is the error's source, by the conventions of thiserror and its kin.
fn is_source(field: &Field) -> bool {
    field.ident.as_ref().is_some_and(|name| name == "source")
        || field
            .attrs
            .iter()
            .any(|attr| attr.path().is_ident("source") || attr.path().is_ident("from"))
}

/// The suggestion to send a field as a member. Empty if the response has no content.
fn as_member(subject: &Subject, variant: &Variant<Source>, field: &Member) -> String {
    if variant.code().is_some_and(|code| !registry::allows_content(code.value)) {
        return String::new();
    }
    let written = as_written(field);
    let is_free = |name: &str| {
        is_extension(name) && members::of(subject, variant).all(|(item, _)| item.name != name)
    };
    match field {
        Member::Named(name) if is_free(&name.unraw().to_string()) => {
            format!("`members({written})` or ")
        }
        _ => format!("`members(\"…\" = {written})` or "),
    }
}

/// The keys of a variant that mean nothing unless the type is decoded.
fn report_stray_keys(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        let mut report = |key: &str, at: &dyn ToTokens| {
            let what = format!("`{key}` requires `decode`");
            let write = format!("write `decode` on the type, or remove `{key}`");
            errors.report(variant.location, at, &what, "", &write);
        };
        if let Some(key) = &variant.attributes.skip_decode {
            report("skip_decode", key);
        }
        if let Some((key, _)) = variant.attributes.decode_default.first() {
            report("decode_default", key);
        }
    }
}

/// Without a `type`, a client tells the variants apart by their code, or by a member that is always
/// the same.
pub fn check_codes(parsed: &Parsed, errors: &mut Errors) {
    let attributes = &parsed.subject.attributes;
    if attributes.decode.is_none() || attributes.type_base.is_some() {
        return;
    }
    let with_code = |variant: &&Variant<Source>| variant.code().is_some();
    let variants: Vec<_> = decoded(parsed).filter(with_code).collect();
    for (index, variant) in variants.iter().enumerate() {
        let earlier = variants[..index].iter().find(|earlier| {
            let codes = [earlier, variant].map(|it| it.code().map(|code| code.value));
            codes[0] == codes[1] && constants(parsed, earlier) == constants(parsed, variant)
        });
        let (Some(earlier), Some(code)) = (earlier, variant.code()) else { continue };
        errors.report(
            variant.location,
            code,
            &format!(
                "a client cannot tell `{}` from `{}`: both are {}",
                variant.ident, earlier.ident, code.value
            ),
            "without a `type`, the code and the constant members identify a problem",
            "write a `type_base` on the type, give one of them another constant member, or add \
             `skip_decode`",
        );
    }
}

fn constants(parsed: &Parsed, variant: &Variant<Source>) -> Vec<(String, String)> {
    let slug = defaults::slug(&parsed.subject, &variant.attributes, &variant.name);
    defaults::constant_members(&parsed.subject, variant, &slug)
}

/// The variants that a client decodes.
fn decoded(parsed: &Parsed) -> impl Iterator<Item = &Variant<Source>> {
    parsed.variants.iter().filter(|variant| {
        variant.attributes.skip_decode.is_none()
            && !matches!(variant.status, Source::Missing | Source::Unreadable(_))
    })
}
