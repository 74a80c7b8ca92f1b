//! The input of `#[derive(HttpStatus)]`.

use proc_macro2::TokenStream;
use syn::{Attribute, Data, DeriveInput, Fields, Ident};

use super::attribute;
use super::doc;
use super::keys::{Attributes, Target};
use super::source::source;
use crate::error::{Errors, mistake};
use crate::model::{Kind, Location, Model, Parsed, Source, Subject, Variant};

/// An enum or a struct. Fails for a union, and for tokens that are not a type.
pub fn derive(tokens: TokenStream, errors: &mut Errors) -> syn::Result<Parsed> {
    let DeriveInput { attrs, ident, generics, data, .. } = syn::parse2(tokens)?;
    let deprecated = attribute::has(&attrs, "deprecated");
    let lints = attribute::lints(&attrs);
    let documentation = doc::documentation(&attrs);
    let (kind, of_type, variants) = match data {
        Data::Enum(data) => {
            let read = attribute::parse(&attrs, Target::Enum, Location::Type, errors);
            let variants = data.variants.into_iter().enumerate().map(|(index, variant)| {
                let location = Location::Variant(index);
                let syn::Variant { attrs, ident, fields, .. } = variant;
                let read = attribute::parse(&attrs, Target::Variant, location, errors);
                self::variant(location, ident, attrs, fields, read, errors)
            });
            let variants = variants.collect();
            (Kind::Enum, read.of_type, variants)
        }
        Data::Struct(data) => {
            let location = Location::Variant(0);
            let mut read = attribute::parse(&attrs, Target::Struct, location, errors);
            let of_type = std::mem::take(&mut read.of_type);
            let variant =
                variant(location, ident.clone(), attrs.clone(), data.fields, read, errors);
            (Kind::Struct, of_type, vec![variant])
        }
        Data::Union(data) => {
            return Err(mistake(
                &data.union_token,
                "`HttpStatus` cannot be derived for a union",
                "a union does not record which of its fields is in use",
                "use an enum",
            ));
        }
    };
    let deprecated_variant = variants.iter().any(|variant| {
        let of_fields = variant.fields.iter().map(|field| &field.attrs);
        attribute::has(&variant.attrs, "deprecated")
            || of_fields.chain([&variant.attrs]).any(|attrs| attribute::allow_deprecated(attrs))
    });
    let subject = Subject {
        ident,
        generics,
        kind,
        attributes: of_type,
        attrs,
        documentation,
        lints,
        deprecated,
        deprecated_variant,
    };
    Ok(Model { subject, variants })
}

/// A variant, or a struct as the only variant of its type.
fn variant(
    location: Location,
    ident: Ident,
    attrs: Vec<Attribute>,
    fields: Fields,
    mut read: Attributes,
    errors: &mut Errors,
) -> Variant<Source> {
    attribute::refuse_on_fields(&fields, location, errors);
    let source = source(&mut read, &fields, location, errors);
    let documentation = doc::documentation(&attrs);
    Variant::new(location, ident, fields, attrs, source, read.of_status, documentation)
}
