//! Where the status of a variant comes from.

use quote::quote;
use syn::{Fields, Ident, Member, Type};

use super::keys::Attributes;
use crate::error::{Errors, as_written, mistake};
use crate::messages::no_such_field;
use crate::model::{Code, Delegate, Dynamic, DynamicCode, Location, Source, Unreadable, is_same};
use crate::types;

/// What the attributes of a variant or struct say about it.
pub fn source(
    attributes: &mut Attributes,
    fields: &Fields,
    location: Location,
    errors: &mut Errors,
) -> Source {
    let mut has_error = attributes.of_status.unread.any;
    let mut report = |at: &Ident, what: &str, why: &str, write: &str| {
        errors.report(location, at, what, why, write);
    };
    if let Some((earlier, key, name)) = conflict(attributes) {
        let what = format!("{earlier} and {name} both set the status");
        report(key, &what, "", "remove one of them");
        return Source::Unreadable(Unreadable::Key);
    }
    let is_optional = |field: &syn::Field| types::in_option(&field.ty).is_some();
    // A key that could not be read may be the one that is missing.
    if let (Some(key), None, false) = (&attributes.unlisted, &attributes.transparent, has_error) {
        report(
            key,
            "`unlisted` requires `transparent`",
            "it marks a `transparent` field whose statuses are not known at compile time",
            if attributes.code.is_some() { "remove it" } else { "write `transparent, unlisted`" },
        );
        has_error = true;
    }
    if let (Some((key, _)), None, None, false) =
        (&attributes.fallback, &attributes.dynamic, &attributes.transparent, has_error)
    {
        report(
            key,
            "`fallback` requires `dynamic` or `transparent`",
            "it is used when a `dynamic` code is outside the range of the type, or a `transparent` field is \
             `None`",
            &match (&attributes.code, field_for_code(fields)) {
                (None, Some(field)) if fields.iter().any(is_optional) => {
                    format!("add `transparent = {field}` or `dynamic = {field}`")
                }
                (None, Some(field)) => format!("add `dynamic = {field}`"),
                (None, None) => "write a code instead".to_owned(),
                (Some(_), _) => "remove it".to_owned(),
            },
        );
        has_error = true;
    }
    if let Some(code) = attributes.code.take() {
        return Source::Code(code);
    }
    let fallback = attributes.fallback.take();
    let given = if let Some((key, member)) = attributes.transparent.take() {
        transparent(&key, member, fields, attributes.unlisted.is_some(), fallback)
    } else if let Some((key, code)) = attributes.dynamic.take() {
        let Some(code) = code else {
            // A key that could not be read may be the `fallback`.
            let has_fallback = fallback.is_some() || has_error;
            errors.push(location, no_code(&key, fields, has_fallback));
            return Source::Unreadable(Unreadable::Key);
        };
        dynamic(&key, code, fields, fallback)
    } else {
        return match (attributes.unread_code, has_error) {
            (true, _) => Source::Unreadable(Unreadable::Code),
            (false, true) => Source::Unreadable(Unreadable::Key),
            (false, false) => Source::Missing,
        };
    };
    given.unwrap_or_else(|error| {
        if !has_error {
            errors.push(location, error);
        }
        Source::Unreadable(Unreadable::Key)
    })
}

/// Two things that both set the status: the name of the first, and the key and the name of the
/// second.
fn conflict(attributes: &Attributes) -> Option<(&'static str, &Ident, &'static str)> {
    let code = attributes.code.is_some().then_some("the code");
    let transparent = attributes.transparent.as_ref().map(|(key, _)| (key, "`transparent`"));
    let dynamic = attributes.dynamic.as_ref().map(|(key, _)| (key, "`dynamic`"));
    match (code, transparent, dynamic) {
        (Some(code), Some((key, name)), _) | (Some(code), None, Some((key, name))) => {
            Some((code, key, name))
        }
        (None, Some((_, transparent)), Some((key, name))) => Some((transparent, key, name)),
        _ => None,
    }
}

fn transparent(
    key: &Ident,
    member: Option<Member>,
    fields: &Fields,
    unlisted: bool,
    fallback: Option<(Ident, Code)>,
) -> syn::Result<Source> {
    let (member, ty) = field_with_status(key, member, fields)?;
    let ty = in_option(key, &member, ty, fallback.as_ref().map(|(key, _)| key))?;
    let is_optional = fallback.is_some();
    let delegate = Box::new(Delegate { member, ty: ty.clone(), is_optional, unlisted });
    Ok(Source::Transparent { delegate, fallback: fallback.map(|(_, code)| code) })
}

/// `dynamic` has no value.
fn no_code(key: &Ident, fields: &Fields, has_fallback: bool) -> syn::Error {
    let Some(field) = field_for_code(fields) else {
        let why = "there is no field here";
        return mistake(key, "`dynamic` requires a field", why, "write a code instead");
    };
    let fallback = if has_fallback { "" } else { ", fallback = 502" };
    let write = format!("write `dynamic = {field}{fallback}`");
    mistake(key, "`dynamic` requires a value", "", &write)
}

/// The only field, or `field` for one of several. `None` if there is none.
fn field_for_code(fields: &Fields) -> Option<String> {
    let mut members = fields.members();
    let first = members.next()?;
    Some(if members.next().is_none() { as_written(&first) } else { "field".to_owned() })
}

fn dynamic(
    key: &Ident,
    code: DynamicCode,
    fields: &Fields,
    fallback: Option<(Ident, Code)>,
) -> syn::Result<Source> {
    let Some((_, fallback)) = fallback else {
        let (why, written) = match &code {
            DynamicCode::Field(member) => ("the field may hold", as_written(member)),
            DynamicCode::Function(path, members) => {
                ("the function may return", as_written(&quote!(#path(#(#members),*))))
            }
        };
        return Err(mistake(
            key,
            "`dynamic` requires `fallback`",
            &format!("{why} a code outside the range of the type"),
            &format!("write `dynamic = {written}, fallback = 502`"),
        ));
    };
    let members = match &code {
        DynamicCode::Field(member) => std::slice::from_ref(member),
        DynamicCode::Function(_, members) => members,
    };
    members.iter().try_for_each(|member| type_of(member, fields).map(|_| ()))?;
    Ok(Source::Dynamic(Dynamic { code, fallback }))
}

/// The type that has the status: with a `fallback`, the one in the `Option`.
fn in_option<'f>(
    key: &Ident,
    member: &Member,
    ty: &'f Type,
    fallback: Option<&Ident>,
) -> syn::Result<&'f Type> {
    match (types::in_option(ty), fallback) {
        (Some(inner), Some(_)) => Ok(inner),
        (None, None) => Ok(ty),
        (Some(_), None) => Err(mistake(
            key,
            "`transparent` on an `Option` requires `fallback`",
            &format!("the field `{}` may be `None`", as_written(member)),
            &format!("write `transparent = {}, fallback = 500`", as_written(member)),
        )),
        (None, Some(fallback)) => Err(mistake(
            fallback,
            "`fallback` requires an `Option`",
            &format!(
                "it is used for `None`, and the type of `{}` is not written as an `Option`",
                as_written(member)
            ),
            "remove it, or write the type as `Option<…>`",
        )),
    }
}

/// The field of a transparent variant: the one that the key names, or the only one.
fn field_with_status<'f>(
    key: &Ident,
    member: Option<Member>,
    fields: &'f Fields,
) -> syn::Result<(Member, &'f Type)> {
    if let Some(member) = member {
        let ty = type_of(&member, fields)?;
        return Ok((member, ty));
    }
    let mut all = fields.members().zip(fields);
    match (all.next(), all.next()) {
        (Some((member, field)), None) => Ok((member, &field.ty)),
        (None, _) => Err(mistake(
            key,
            "`transparent` requires a field",
            "there is no field here",
            "remove it, and write a code",
        )),
        (Some((member, _)), Some(_)) => Err(mistake(
            key,
            "`transparent` requires the name of a field",
            &format!("there are {} fields here", fields.len()),
            &format!("write `transparent = {}`, or a code", as_written(&member)),
        )),
    }
}

fn type_of<'f>(member: &Member, fields: &'f Fields) -> syn::Result<&'f Type> {
    let mut all = fields.members().zip(fields);
    let found = all.find(|(name, _)| is_same(name, member));
    found.map(|(_, field)| &field.ty).ok_or_else(|| no_such_field(member, fields, ""))
}
