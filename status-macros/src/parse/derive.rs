//! The input of `#[derive(HttpStatus)]`.

use proc_macro2::TokenStream;
use syn::{Attribute, Data, DeriveInput, Fields, Ident};

use super::attribute;
use super::doc;
use super::keys::{Keys, Target};
use crate::error::{Errors, mistake};
use crate::model::{Kind, Location, Model, Parsed, Source, Subject, Variant};

/// An enum or a struct. `Err` is for a union and for what is no type.
pub fn derive(tokens: TokenStream, errors: &mut Errors) -> syn::Result<Parsed> {
    let DeriveInput { attrs, ident, generics, data, .. } = syn::parse2(tokens)?;
    let deprecated = attribute::has(&attrs, "deprecated");
    let documentation = doc::documentation(&attrs);
    let (kind, of_type, variants) = match data {
        Data::Enum(data) => {
            let mut keys = attribute::keys(&attrs, Target::Enum, Location::Type, errors);
            keys.of_type.allow = keys.allow;
            let variants = data.variants.into_iter().enumerate().map(|(index, variant)| {
                let location = Location::Variant(index);
                let keys = attribute::keys(&variant.attrs, Target::Variant, location, errors);
                status(location, variant.ident, variant.attrs, variant.fields, keys, errors)
            });
            let variants = variants.collect();
            (Kind::Enum, keys.of_type, variants)
        }
        Data::Struct(data) => {
            let location = Location::Variant(0);
            let mut keys = attribute::keys(&attrs, Target::Struct, location, errors);
            let of_type = std::mem::take(&mut keys.of_type);
            let variant = status(location, ident.clone(), attrs, data.fields, keys, errors);
            (Kind::Struct, of_type, vec![variant])
        }
        Data::Union(data) => {
            return Err(mistake(
                &data.union_token,
                "`HttpStatus` can be derived for enums and structs only",
                "nothing tells which field of a union is in use",
                "",
            ));
        }
    };
    let deprecated_variant =
        variants.iter().any(|variant| attribute::has(&variant.attrs, "deprecated"));
    let subject = Subject {
        ident,
        generics,
        kind,
        attributes: of_type,
        documentation,
        deprecated,
        deprecated_variant,
    };
    Ok(Model { subject, variants })
}

/// A variant, or a struct as the one status that it is.
fn status(
    location: Location,
    ident: Ident,
    attrs: Vec<Attribute>,
    fields: Fields,
    mut keys: Keys,
    errors: &mut Errors,
) -> Variant<Source> {
    attribute::refuse_on_fields(&fields, location, errors);
    let source = attribute::source(&mut keys, &fields, location, errors);
    let documentation = doc::documentation(&attrs);
    let mut attributes = keys.of_status;
    attributes.allow = keys.allow;
    Variant::new(location, ident, fields, attrs, source, attributes, documentation)
}
