//! The tables that a type's own table delegates to, and the checks that need them.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericParam, parse_quote};

use super::bounds::arguments;
use super::paths::{krate, krate_at, own_span};
use super::row::{table_expression, table_static};
use crate::defaults;
use crate::model::{Checked, Delegate, Status, Subject};
use crate::types;

/// The static `__TABLE`, with the checks that need the tables of other types. Each check is an item,
/// which `cargo check` evaluates, and is located at the field that it is about.
pub fn table_with_checks(subject: &Subject, delegates: &[&Delegate]) -> TokenStream {
    if delegates.is_empty() {
        return table_static(subject);
    }
    let krate = krate(subject);
    let (start, end) = defaults::range(subject);
    let (start, end) = (Literal::u16_unsuffixed(start), Literal::u16_unsuffixed(end));
    let count = Literal::usize_unsuffixed(delegates.len());
    let tables: Vec<TokenStream> = delegates
        .iter()
        .map(|delegate| {
            let ty = types::with_static_lifetimes(&delegate.ty, &subject.generics);
            let span = own_span(delegate.ty.span());
            let here = krate_at(subject, span);
            quote_spanned!(span=> #here::__private::DelegateField::<#ty>::DELEGATE.table())
        })
        .collect();
    let table = table_expression(subject, &tables);
    let check_cycles = check_cycles(subject);
    let checks = delegates.iter().enumerate().map(|(index, delegate)| {
        let span = own_span(delegate.ty.span());
        let here = krate_at(subject, span);
        let index = Literal::usize_unsuffixed(index);
        quote_spanned! {span=>
            const _: () = #here::__private::check_delegate(
                &__TABLE,
                #index,
                #start,
                #end,
                &__CLASHES[#index],
            );
        }
    });
    let checks: TokenStream = checks.collect();
    quote! {
        static __TABLE: #krate::Table = {
            use #krate::__private::NoStatus as _;
            #check_cycles
            #table
        };

        static __CLASHES: [::core::option::Option<#krate::__private::Clash>; #count] = {
            use #krate::__private::{clashes, count, slots};
            clashes::<{ slots(count(&__TABLE)) }, #count>(&__TABLE)
        };

        #checks
    }
}

/// The check that the delegates do not lead back to the type. It comes before the table, which rustc
/// could not evaluate if it contained itself. The type parameters of a generic type are not in scope
/// in a static, so a generic type is not checked.
fn check_cycles(subject: &Subject) -> Option<TokenStream> {
    let mut params = subject.generics.params.iter();
    if !params.all(|param| matches!(param, GenericParam::Lifetime(_))) {
        return None;
    }
    let (krate, ident) = (krate(subject), &subject.ident);
    let lifetimes = subject.generics.lifetimes().map(|_| quote!('static));
    Some(quote! {
        use #krate::__private::{Cycles, Unchecked as _};
        let () = Cycles::<#ident<#(#lifetimes),*>>::CHECK;
    })
}

/// Lets the check of another type go on through this one.
pub fn acyclic_impls(subject: &Subject, delegates: &[&Delegate]) -> TokenStream {
    let (krate, ident) = (krate(subject), &subject.ident);
    let (impl_generics, _, where_clause) = subject.generics.split_for_impl();
    let arguments = arguments(&subject.generics);
    let mut generics = subject.generics.clone();
    generics.params.push(parse_quote!(__Length));
    if delegates.is_empty() {
        let (with_length, _, _) = generics.split_for_impl();
        return quote! {
            #[automatically_derived]
            impl #with_length #krate::__private::Acyclic<__Length> for #ident #arguments
            #where_clause
            {
            }
        };
    }
    let types: Vec<_> = delegates.iter().map(|delegate| &delegate.ty).collect();
    let predicates = &mut generics.make_where_clause().predicates;
    for ty in &types {
        predicates.push(parse_quote!(#ty: #krate::__private::Acyclic<__Length>));
    }
    let (with_length, _, with_delegates) = generics.split_for_impl();
    let message = format!(
        "the `transparent` variants of `{ident}` form a cycle, or a chain of more than 32 types\n\
         the table of `{ident}` would contain itself\n\
         write `#[status(transparent, unlisted)]` on each of them, or `Self` for `{ident}` itself"
    );
    let error = quote_spanned!(own_span(ident.span())=> ::core::panic!(#message));
    quote! {
        #[automatically_derived]
        impl #with_length #krate::__private::Acyclic<#krate::__private::Next<__Length>>
            for #ident #arguments
        #with_delegates
        {
            const CHECK: () = {
                #(let () = <#types as #krate::__private::Acyclic<__Length>>::CHECK;)*
            };
        }

        #[automatically_derived]
        impl #impl_generics #krate::__private::Acyclic<#krate::__private::End>
            for #ident #arguments
        #where_clause
        {
            const CHECK: () = #error;
        }
    }
}

/// The fields whose tables the type's own table delegates to. A field that leads back to the type
/// itself adds no status.
pub fn delegates(checked: &Checked) -> Vec<&Delegate> {
    let ident = &checked.subject.ident;
    let listed = checked.variants.iter().filter_map(|variant| match &variant.status {
        Status::Transparent { delegate, .. } => Some(&**delegate),
        Status::Row(_) | Status::Dynamic(_) => None,
    });
    listed
        .filter(|delegate| !delegate.unlisted && !types::is_or_points_to(&delegate.ty, ident))
        .collect()
}
