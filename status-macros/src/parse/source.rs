//! Where the status of a variant comes from.

use syn::{Fields, Ident, Member};

use super::keys::Attributes;
use crate::error::{Errors, as_written};
use crate::messages::no_such_field;
use crate::model::{Delegate, Dynamic, Location, Source, Unreadable, is_same};

/// What the attributes of a variant or struct say about it.
pub fn source(
    attributes: &mut Attributes,
    fields: &Fields,
    location: Location,
    errors: &mut Errors,
) -> Source {
    let mut unreadable_key = attributes.unreadable_key;
    let mut report = |at: &Ident, what: &str, why: &str, write: &str| {
        errors.report(location, at, what, why, write);
    };
    let code = attributes.code.is_some().then_some("the code");
    let transparent = attributes.transparent.as_ref().map(|key| (key, "`transparent`"));
    let dynamic = attributes.dynamic.as_ref().map(|(key, _)| (key, "`dynamic`"));
    // The later of two keys that both give the status, and the earlier one.
    let conflict = match (code, transparent, dynamic) {
        (Some(code), Some((key, name)), _) | (Some(code), None, Some((key, name))) => {
            Some((code, key, name))
        }
        (None, Some((_, transparent)), Some((key, name))) => Some((transparent, key, name)),
        _ => None,
    };
    if let Some((earlier, key, name)) = conflict {
        let what = format!("{earlier} and {name} both set the status");
        report(key, &what, "", "remove one of them");
        return Source::Unreadable(Unreadable::Key);
    }
    // A key that could not be read may be the one that is missing.
    if let (Some(key), None, false) =
        (&attributes.unlisted, &attributes.transparent, unreadable_key)
    {
        report(
            key,
            "`unlisted` requires `transparent`",
            "it marks a `transparent` field whose statuses are not known at compile time",
            "write `transparent, unlisted`",
        );
        unreadable_key = true;
    }
    if let (Some((key, _)), None, false) =
        (&attributes.fallback, &attributes.dynamic, unreadable_key)
    {
        report(
            key,
            "`fallback` requires `dynamic`",
            "it replaces a `dynamic` code outside the range of the type",
            "write `dynamic = field, fallback = 502`",
        );
        unreadable_key = true;
    }
    if let Some(code) = attributes.code.take() {
        return Source::Code(code);
    }
    if let Some(key) = attributes.transparent.take() {
        let members: Vec<Member> = fields.members().collect();
        if let ([member], Some(field)) = (members.as_slice(), fields.iter().next()) {
            return Source::Transparent(Delegate {
                member: member.clone(),
                ty: field.ty.clone(),
                unlisted: attributes.unlisted.is_some(),
            });
        }
        let (found, write) = match members.len() {
            0 => ("there is no field here".to_owned(), "remove it, and write a code"),
            count => {
                (format!("there are {count} fields here"), "keep one of them, or write a code")
            }
        };
        report(&key, "`transparent` requires exactly one field", &found, write);
        return Source::Unreadable(Unreadable::Key);
    }
    if let Some((key, member)) = attributes.dynamic.take() {
        let Some((_, fallback)) = attributes.fallback.take() else {
            if !unreadable_key {
                report(
                    &key,
                    "`dynamic` requires `fallback`",
                    "the field may hold a code outside the range of the type",
                    &format!("write `dynamic = {}, fallback = 502`", as_written(&member)),
                );
            }
            return Source::Unreadable(Unreadable::Key);
        };
        let mut named = fields.members().zip(fields);
        return match named.find(|(name, _)| is_same(name, &member)) {
            Some((_, field)) => Source::Dynamic(Dynamic { member, ty: field.ty.clone(), fallback }),
            None => {
                errors.push(location, no_such_field(&member, fields, ""));
                Source::Unreadable(Unreadable::Key)
            }
        };
    }
    match (attributes.unreadable_code, unreadable_key) {
        (true, _) => Source::Unreadable(Unreadable::Code),
        (false, true) => Source::Unreadable(Unreadable::Key),
        (false, false) => Source::Missing,
    }
}
