//! `#[derive(HttpStatus)]`'s input, into the model.

use syn::Ident;

use crate::ast::{Input, Kind, TypeAttrs, Variant};
use crate::attr::{self, Attrs, Place};
use crate::doc::Documentation;
use crate::error::{Errors, mistake};
use crate::syntax::{self, Attribute, Data, Fields, Item};

/// The model of an enum or a struct. `Err` is for a union, which has no variant to match on.
pub fn model<'a>(item: &'a Item, errors: &mut Errors) -> syn::Result<Input<'a>> {
    let (kind, of_type, variants) = match &item.data {
        Data::Enum(list) => {
            let of_type = attr::parse(&item.attrs, Place::Enum, &Fields::unit(), errors).of_type;
            let mut variants = Vec::with_capacity(list.len());
            for syntax::Variant { ident, attrs, fields } in list {
                errors.at_variant(variants.len());
                variants.push(variant(ident, attrs, fields, Place::Variant, errors).1);
            }
            (Kind::Enum, of_type, variants)
        }
        Data::Struct(fields) => {
            let (of_type, variant) =
                variant(&item.ident, &item.attrs, fields, Place::Struct, errors);
            (Kind::Struct, of_type, vec![variant])
        }
        Data::Union(word) => {
            return Err(mistake(
                word,
                "`HttpStatus` is for enums and structs",
                "which field of a union is the live one cannot be told",
                "",
            ));
        }
    };
    let deprecated_variant = match &item.data {
        Data::Enum(list) => list.iter().any(|variant| attr::has(&variant.attrs, "deprecated")),
        Data::Struct(_) | Data::Union(_) => false,
    };
    Ok(Input {
        ident: &item.ident,
        generics: &item.generics,
        kind,
        attrs: of_type,
        documentation: Documentation::new(&item.attrs),
        deprecated: attr::has(&item.attrs, "deprecated"),
        deprecated_variant,
        variants,
    })
}

/// A variant, or a struct and what its attributes say of it as a type.
fn variant<'a>(
    ident: &'a Ident,
    attrs: &'a [Attribute],
    fields: &'a Fields,
    place: Place,
    errors: &mut Errors,
) -> (TypeAttrs, Variant<'a>) {
    let Attrs { of_type, of_variant, source } = attr::parse(attrs, place, fields, errors);
    let documentation = Documentation::new(attrs);
    (of_type, Variant::new(ident, fields, source, of_variant, documentation))
}
