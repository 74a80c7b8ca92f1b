//! `unknown_key`: keys that name a field of a packed struct.

use proc_macro2::Group;
use syn::token::Paren;
use syn::{Attribute, Member};

use crate::error::{Errors, as_written};
use crate::members::{self, Value};
use crate::model::{DynamicCode, Parsed, Source, TextValue};

/// The expansion borrows the fields that keys name, and a field of a packed struct may not be aligned
/// (E0793).
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    if !is_packed(&parsed.subject.attrs) {
        return;
    }
    for variant in &parsed.variants {
        let mut used: Vec<Member> = match &variant.status {
            Source::Transparent { delegate, .. } => vec![delegate.member.clone()],
            Source::Dynamic(dynamic) => match &dynamic.code {
                DynamicCode::Field(member) => vec![member.clone()],
                DynamicCode::Function(_, members) => members.clone(),
            },
            Source::Code(_) | Source::Missing | Source::Unreadable(_) => Vec::new(),
        };
        let texts = variant.attributes.headers.iter().map(|header| &header.value);
        let texts = texts.chain(variant.attributes.detail.iter().map(|detail| &detail.value));
        used.extend(texts.filter_map(|text| match text {
            TextValue::Field(member) => Some(member.clone()),
            TextValue::Literal(_) => None,
        }));
        used.extend(members::own(variant).filter_map(|(_, value)| match value {
            Value::Field(member) => Some(member),
            Value::Literal(_) | Value::Slug => None,
        }));
        // A member that names no field has an error of its own.
        if let Some(member) = used.iter().find(|member| variant.field(member).is_some()) {
            errors.report(
                variant.location,
                member,
                &format!("the field `{}` of a packed struct cannot be used", as_written(member)),
                "`#[derive(HttpStatus)]` borrows it, and it may not be aligned (E0793)",
                "remove `packed`",
            );
        }
    }
}

fn is_packed(attrs: &[Attribute]) -> bool {
    let mut packed = false;
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("repr")) {
        // rustc reports what is wrong in a `repr`.
        let _ = attr.parse_nested_meta(|meta| {
            packed |= meta.path.is_ident("packed");
            // The alignment, as in `packed(2)`.
            if meta.input.peek(Paren) {
                meta.input.parse::<Group>()?;
            }
            Ok(())
        });
    }
    packed
}
