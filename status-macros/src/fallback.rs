//! What is emitted beside errors, so that no second error follows from the first: the type has its
//! traits, its table and, for `status_table!`, its variants and all that it can do. None of it is
//! ever run.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use crate::ast::{Input, Kind};
use crate::error::Errors;
use crate::expand::{self, TableParts};
use crate::table;

pub fn expand(input: &Input, errors: Errors) -> TokenStream {
    let errors = errors.into_tokens();
    let rest = match input.kind {
        Kind::Enum | Kind::Struct => derived(input),
        Kind::Table(item) => table(input, item),
    };
    quote!(#errors #rest)
}

fn derived(input: &Input) -> TokenStream {
    let krate = expand::krate(input);
    let ident = input.ident;
    let (impl_generics, ty_generics) = input.generics.for_impl();
    let bounds = expand::bounds(input);
    let statuses = statuses(input);
    let integrations = expand::integrations(input);
    quote! {
        const _: () = {
            #statuses

            #[automatically_derived]
            impl #impl_generics #krate::HttpStatus for #ident #ty_generics #bounds {
                fn status(&self) -> &'static #krate::Status {
                    #krate::__private::BROKEN
                }
            }

            #[automatically_derived]
            impl #impl_generics #krate::StatusTable for #ident #ty_generics #bounds {
                const TABLE: &'static #krate::Table = &__TABLE;
            }
        };

        #integrations
    }
}

fn table(input: &Input, item: &table::Item) -> TokenStream {
    let krate = expand::krate(input);
    let mut names: Vec<_> = Vec::new();
    for row in &item.rows {
        // `r#Name` is the same name.
        if !names.iter().any(|name: &&Ident| name.unraw() == row.ident.unraw()) {
            names.push(&row.ident);
        }
    }
    let parts = TableParts {
        names,
        discriminants: None,
        statuses: statuses(input),
        from_code: quote!({
            let _ = code;
            ::core::option::Option::None
        }),
        status: quote!(#krate::__private::BROKEN),
        row: quote!(#krate::__private::BROKEN_ROW),
        from_reason: quote!({
            let _ = reason;
            ::core::option::Option::None
        }),
        former: TokenStream::new(),
    };
    expand::table_item(input, item, &parts)
}

fn statuses(input: &Input) -> TokenStream {
    let krate = expand::krate(input);
    let table = expand::table_of(input, &quote!([]));
    quote! {
        static __STATUSES: [#krate::Status; 0] = [];
        static __TABLE: #krate::Table = #table;
    }
}
