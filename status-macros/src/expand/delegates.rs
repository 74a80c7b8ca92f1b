//! The tables that a type's own table delegates to, and the checks of their statuses.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::row::table_static;
use super::{krate, krate_at, own_span};
use crate::defaults;
use crate::model::{Checked, Delegate, Status, Subject};
use crate::types;

/// The static `__TABLE`, with the checks that need the tables of other types. Each check is an item,
/// which `cargo check` evaluates, and is located at the field that it is about.
pub fn table_with_checks(subject: &Subject, delegates: &[&Delegate]) -> TokenStream {
    let krate = krate(subject);
    let (start, end) = defaults::range(subject);
    let (start, end) = (Literal::u16_unsuffixed(start), Literal::u16_unsuffixed(end));
    let tables = delegates.iter().map(|delegate| {
        let ty = types::with_static_lifetimes(&delegate.ty, &subject.generics);
        let span = own_span(delegate.ty.span());
        quote_spanned!(span=> <#ty as #krate::StatusTable>::TABLE,)
    });
    let table = table_static(subject, &tables.collect());
    if delegates.is_empty() {
        return table;
    }
    let count = Literal::usize_unsuffixed(delegates.len());
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
        #table

        static __CLASHES: [::core::option::Option<#krate::__private::Clash>; #count] = {
            use #krate::__private::{clashes, count, slots};
            clashes::<{ slots(count(&__TABLE)) }, #count>(&__TABLE)
        };

        #checks
    }
}

/// The fields whose tables the type's own table delegates to. A field that leads back to the type
/// itself adds no status.
pub fn delegates(checked: &Checked) -> Vec<&Delegate> {
    let ident = &checked.subject.ident;
    let listed = checked.variants.iter().filter_map(|variant| match &variant.status {
        Status::Transparent(delegate) => Some(delegate),
        Status::Row(_) | Status::Dynamic(_) => None,
    });
    listed
        .filter(|delegate| !delegate.unlisted && !types::is_or_points_to(&delegate.ty, ident))
        .collect()
}
