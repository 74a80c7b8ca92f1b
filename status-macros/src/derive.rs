//! `#[derive(HttpStatus)]`'s input, into the model.

use syn::{Data, DeriveInput};

use crate::ast::{Input, Kind, Variant};
use crate::attr::{self, Place};
use crate::doc::Documentation;
use crate::error::{Errors, mistake};

/// The model of an enum or a struct. `Err` is for a union, which has no variant to match on.
pub fn model<'a>(item: &'a DeriveInput, errors: &mut Errors) -> syn::Result<Input<'a>> {
    let (kind, of_type, variants) = match &item.data {
        Data::Enum(data) => {
            let of_type = attr::parse(&item.attrs, Place::Enum, &syn::Fields::Unit, errors).of_type;
            let mut variants = Vec::with_capacity(data.variants.len());
            for variant in &data.variants {
                errors.at_variant(variants.len());
                let attrs = attr::parse(&variant.attrs, Place::Variant, &variant.fields, errors);
                let documentation = Documentation::new(&variant.attrs);
                let (source, attrs) = (attrs.source, attrs.of_variant);
                let (ident, fields) = (&variant.ident, &variant.fields);
                variants.push(Variant::new(ident, fields, source, attrs, documentation));
            }
            (Kind::Enum, of_type, variants)
        }
        Data::Struct(data) => {
            let attrs = attr::parse(&item.attrs, Place::Struct, &data.fields, errors);
            let documentation = Documentation::new(&item.attrs);
            let (of_type, source, attrs) = (attrs.of_type, attrs.source, attrs.of_variant);
            let variant = Variant::new(&item.ident, &data.fields, source, attrs, documentation);
            (Kind::Struct, of_type, vec![variant])
        }
        Data::Union(data) => {
            return Err(mistake(
                &data.union_token,
                "`HttpStatus` is for enums and structs",
                "which field of a union is the live one cannot be told",
                "",
            ));
        }
    };
    let deprecated_variant = match &item.data {
        Data::Enum(data) => {
            data.variants.iter().any(|variant| attr::has(&variant.attrs, "deprecated"))
        }
        Data::Struct(_) | Data::Union(_) => false,
    };
    Ok(Input {
        ident: &item.ident,
        generics: &item.generics,
        kind,
        attrs: of_type,
        documentation: Documentation::new(&item.attrs),
        deprecated: attr::has(&item.attrs, "deprecated") || deprecated_variant,
        variants,
    })
}
