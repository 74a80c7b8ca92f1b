//! The extension members of a variant: those of its type and its own, with what each value means there.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{Fields, Index, Lit, LitInt, Member};

use crate::model::{MemberItem, MemberValue, Origin, Subject, Variant};

/// The value of a member in one variant.
pub enum Value<'a> {
    Field(Member),
    Literal(&'a Lit),
    Slug,
}

/// The members of a variant that is not transparent, in the order in which they are sent.
pub fn of<'a, S: Origin>(
    subject: &'a Subject,
    variant: &'a Variant<S>,
) -> impl Iterator<Item = (&'a MemberItem, Value<'a>)> {
    let shared = subject.attributes.of_each.members.iter();
    let shared = shared.filter(|item| !is_replaced(item, variant));
    shared.map(|item| (item, shared_value(item, variant))).chain(own(variant))
}

/// The variant's own members.
pub fn own<S>(variant: &Variant<S>) -> impl Iterator<Item = (&MemberItem, Value<'_>)> {
    variant.attributes.members.iter().map(|item| (item, meaning(&item.value, variant)))
}

/// The value that a member of the enum has in a variant.
pub fn shared_value<'a, S>(item: &'a MemberItem, variant: &Variant<S>) -> Value<'a> {
    match &item.value {
        // It has to mean the same in each variant.
        MemberValue::Integer(_, literal) => Value::Literal(literal),
        value => meaning(value, variant),
    }
}

/// Whether a variant replaces a member that the enum takes from the slug. Only a `dynamic` variant
/// can, because it has no slug.
pub fn is_replaced<S: Origin>(item: &MemberItem, variant: &Variant<S>) -> bool {
    let own = &variant.attributes.members;
    variant.status.is_dynamic()
        && own.iter().any(|own| own.name == item.name)
        && matches!(shared_value(item, variant), Value::Slug)
}

fn meaning<'a, S>(value: &'a MemberValue, variant: &Variant<S>) -> Value<'a> {
    match value {
        MemberValue::Name(name) => {
            let member = Member::Named(name.clone());
            if is_slug(name) && variant.field(&member).is_none() {
                Value::Slug
            } else {
                Value::Field(member)
            }
        }
        MemberValue::Integer(number, literal) => match (&variant.fields, index(number)) {
            (Fields::Unnamed(_), Some(index)) => Value::Field(Member::Unnamed(index)),
            _ => Value::Literal(literal),
        },
        MemberValue::Literal(literal) => Value::Literal(literal),
    }
}

fn is_slug(name: &Ident) -> bool {
    name.unraw() == "slug"
}

fn index(number: &LitInt) -> Option<Index> {
    let index = number.base10_parse().ok()?;
    Some(Index { index, span: number.span() })
}
