//! The extension members of a variant: those of its type and its own, with what each value means there.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{Fields, Index, Lit, LitInt, Member};

use crate::model::{MemberItem, MemberValue, Subject, Variant};

/// The value of a member in one variant.
pub enum Value<'a> {
    Field(Member),
    Literal(&'a Lit),
    Slug,
}

/// The members of a variant that is not transparent, in the order in which they are sent.
pub fn of<'a, S>(
    subject: &'a Subject,
    variant: &'a Variant<S>,
) -> impl Iterator<Item = (&'a MemberItem, Value<'a>)> {
    let shared = subject.attributes.of_each.members.iter().map(|item| {
        let value = match &item.value {
            // It has to mean the same in each variant.
            MemberValue::Integer(_, literal) => Value::Literal(literal),
            value => meaning(value, variant),
        };
        (item, value)
    });
    let own = variant.attributes.members.iter();
    shared.chain(own.map(|item| (item, meaning(&item.value, variant))))
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
