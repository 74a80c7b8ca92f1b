//! Placeholders that are emitted along with errors, so that one mistake does not cause others: the
//! traits of the type, its table and, for `status_table!`, the enum. They never run.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use crate::error::Errors;
use crate::expand::{self, Bodies, Item};
use crate::model::{Kind, Parsed, Subject, Table};

pub fn expand(parsed: &Parsed, errors: Errors) -> TokenStream {
    let errors = errors.into_tokens();
    let rest = match &parsed.subject.kind {
        Kind::Enum | Kind::Struct => derived(&parsed.subject),
        Kind::Table(table) => table_item(parsed, table),
    };
    quote!(#errors #rest)
}

fn derived(subject: &Subject) -> TokenStream {
    let krate = expand::krate(subject);
    let ident = &subject.ident;
    let (impl_generics, _, where_clause) = subject.generics.split_for_impl();
    let arguments = expand::arguments(&subject.generics);
    let statics = statics(subject);
    let decode = decode(subject);
    let predicates = expand::own_predicates(subject);
    let integrations = expand::integrations(subject, &predicates);
    let documents = expand::documents(subject, &predicates, &expand::document_of_table(subject));
    quote! {
        const _: () = {
            #statics

            #[automatically_derived]
            impl #impl_generics #krate::HttpStatus for #ident #arguments #where_clause {
                fn status(&self) -> &'static #krate::Status {
                    #krate::__private::BROKEN
                }
            }

            #[automatically_derived]
            impl #impl_generics #krate::StatusTable for #ident #arguments #where_clause {
                const TABLE: &'static #krate::Table = &__TABLE;
            }

            #decode
        };

        #integrations
        #documents
    }
}

fn table_item(parsed: &Parsed, table: &Table) -> TokenStream {
    let subject = &parsed.subject;
    let krate = expand::krate(subject);
    let mut names: Vec<&Ident> = Vec::new();
    let mut items = Vec::new();
    for row in &parsed.variants {
        // If two rows share a name, keep the first. `r#Name` is the same name.
        if !names.iter().any(|name| name.unraw() == row.ident.unraw()) {
            names.push(&row.ident);
            items.push(Item { ident: &row.ident, attrs: &row.attrs, row: None });
        }
    }
    let bodies = Bodies {
        statics: statics(subject),
        from_code: quote!({
            let _ = __code;
            ::core::option::Option::None
        }),
        status: quote!(#krate::__private::BROKEN),
        row: quote!(#krate::__private::BROKEN_ROW),
        from_reason: quote!({
            let _ = __reason;
            ::core::option::Option::None
        }),
        former: TokenStream::new(),
        decode: decode(subject),
    };
    expand::table_item(subject, table, &items, &bodies)
}

fn decode(subject: &Subject) -> Option<TokenStream> {
    subject.attributes.decode.as_ref()?;
    let body = quote!(::core::option::Option::None);
    Some(expand::decode_impls(subject, &expand::own_predicates(subject), &body))
}

fn statics(subject: &Subject) -> TokenStream {
    let krate = expand::krate(subject);
    let table = expand::table_static(subject);
    quote! {
        static __STATUSES: [#krate::Status; 0] = [];
        #table
    }
}
