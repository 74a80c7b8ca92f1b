//! Where a client gets the value of a field from, when it decodes a problem.

use syn::{LitStr, Member};

use crate::defaults;
use crate::members::{self, Value};
use crate::model::{DynamicCode, Header, Origin, Subject, TextValue, Variant, is_same};

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

/// Whose problem a variant is decoded from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ProblemOf {
    Variant,
    /// The `transparent` field's. Only the detail may be the variant's.
    Field,
}

/// The problems that a variant may send: with a `fallback`, both.
pub fn problems<S: Origin>(variant: &Variant<S>) -> impl Iterator<Item = ProblemOf> + Clone {
    let of_field = variant.status.delegate().map(|_| ProblemOf::Field);
    let own = (!variant.is_transparent()).then_some(ProblemOf::Variant);
    of_field.into_iter().chain(own)
}

/// What gives the value of the field `member`. `None` if it is not sent.
pub fn received<S: Origin>(
    subject: &Subject,
    variant: &Variant<S>,
    member: &Member,
    problem: ProblemOf,
) -> Option<Received> {
    let is_it = |other: &Member| is_same(other, member);
    let delegate = variant.status.delegate();
    let has_default = variant.attributes.decode_default.iter().any(|(_, field)| is_it(field));
    if has_default && (problem == ProblemOf::Field || delegate.is_none()) {
        return Some(Received::Default);
    }
    if delegate.is_some_and(|delegate| is_it(&delegate.member)) {
        return Some(Received::Delegate);
    }
    let detail = match variant.attributes.detail.as_ref().map(|detail| &detail.value) {
        Some(TextValue::Field(field)) if is_it(field) => Some(Received::Detail),
        _ => None,
    };
    if problem == ProblemOf::Field {
        return detail;
    }
    let default = has_default.then_some(Received::Default);
    sent(subject, variant, is_it).or(detail).or(default)
}

/// What a field gives to the problem of the variant itself, other than its detail.
fn sent<S: Origin>(
    subject: &Subject,
    variant: &Variant<S>,
    is_it: impl Fn(&Member) -> bool,
) -> Option<Received> {
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
    let is_from_it =
        |header: &&Header| matches!(&header.value, TextValue::Field(field) if is_it(field));
    let at = headers.iter().position(is_from_it)?;
    let name = &headers[at].name;
    let is_same_name = |other: &LitStr| other.value().eq_ignore_ascii_case(&name.value());
    let before = headers[..at].iter().filter(|header| is_same_name(&header.name)).count();
    Some(Received::Header(name.clone(), before))
}
