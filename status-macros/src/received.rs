//! Where a client gets the value of a field from, when it decodes a problem.

use syn::{LitStr, Member};

use crate::defaults;
use crate::members::{self, Value};
use crate::model::{DynamicCode, Origin, Subject, TextValue, Variant, is_same};

/// What gives the value of a field.
pub enum Received {
    /// An extension member of this name.
    Member(String),
    /// The header field of this name, with the number of fields of that name before it.
    Header(LitStr, usize),
    /// The `detail`.
    Detail,
    /// The status code.
    Code,
    /// The problem itself, which the field's type decodes.
    Delegate,
    /// `decode_default`.
    Default,
}

/// What gives the value of the field `member`. `None` if it is never sent.
pub fn received<S: Origin>(
    subject: &Subject,
    variant: &Variant<S>,
    member: &Member,
) -> Option<Received> {
    let is_it = |other: &Member| is_same(other, member);
    if variant.attributes.decode_default.iter().any(|(_, field)| is_it(field)) {
        return Some(Received::Default);
    }
    if variant.status.delegate().is_some_and(|delegate| is_it(&delegate.member)) {
        return Some(Received::Delegate);
    }
    let mut members = members::of(subject, variant);
    let sent = members.find_map(|(item, value)| match value {
        Value::Field(field) if is_it(&field) => Some(item.name.clone()),
        _ => None,
    });
    if let Some(name) = sent {
        return Some(Received::Member(name));
    }
    if let Some(dynamic) = variant.status.dynamic() {
        if matches!(&dynamic.code, DynamicCode::Field(field) if is_it(field)) {
            return Some(Received::Code);
        }
    }
    let headers: Vec<_> = defaults::headers(subject, variant).collect();
    let given = headers
        .iter()
        .position(|header| matches!(&header.value, TextValue::Field(field) if is_it(field)));
    if let Some(at) = given {
        let name = &headers[at].name;
        let is_same_name = |other: &LitStr| other.value().eq_ignore_ascii_case(&name.value());
        let before = headers[..at].iter().filter(|header| is_same_name(&header.name)).count();
        return Some(Received::Header(name.clone(), before));
    }
    let detail = variant.attributes.detail.as_ref().map(|detail| &detail.value);
    match detail {
        Some(TextValue::Field(field)) if is_it(field) => Some(Received::Detail),
        _ => None,
    }
}
