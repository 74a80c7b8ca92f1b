//! The expansion of `#[derive(HttpStatus)]`.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::bounds::{predicates, where_clause};
use super::delegates::{acyclic_impls, delegates, table_with_checks};
use super::integration::{integrations, needs_problem};
use super::occurrence::occurrence;
use super::paths::{krate, krate_at, lints, option, own_span};
use super::pattern::{binding, pattern};
use super::row::statuses_static;
use crate::defaults;
use crate::model::{Checked, Delegate, Dynamic, Status, Subject, Variant};
use crate::registry;

pub fn derived(checked: &Checked) -> TokenStream {
    let subject = &checked.subject;
    let krate = krate(subject);
    let ident = &subject.ident;
    let (impl_generics, ty_generics, _) = subject.generics.split_for_impl();
    let predicates = predicates(checked);
    let bounds = where_clause(&predicates);
    let statuses = statuses_static(checked);
    let status = status(checked);
    let occurrence = occurrence(checked);
    let delegates = delegates(checked);
    let listed = is_listed(checked).then(|| {
        let acyclic = acyclic_impls(subject, &delegates);
        quote! {
            #[automatically_derived]
            impl #impl_generics #krate::StatusTable for #ident #ty_generics #bounds {
                const TABLE: &'static #krate::Table = &__TABLE;
            }

            #acyclic
        }
    });
    // A type whose statuses are not all known has no `StatusTable`. Those that are known are still
    // checked.
    let table =
        (listed.is_some() || !delegates.is_empty()).then(|| table_with_checks(subject, &delegates));
    let integrations = integrations(subject, &predicates);
    let problem_check = needs_problem(checked);
    let lints = lints(subject);
    quote! {
        #lints
        const _: () = {
            #statuses

            #[automatically_derived]
            impl #impl_generics #krate::HttpStatus for #ident #ty_generics #bounds {
                fn status(&self) -> &'static #krate::Status {
                    #status
                }

                #occurrence
            }

            #table

            #listed
        };

        #problem_check
        #integrations
    }
}

/// The body of `status`.
fn status(checked: &Checked) -> TokenStream {
    let subject = &checked.subject;
    if checked.variants.is_empty() {
        return quote!(match *self {});
    }
    let mut rows = 0;
    let arms = checked.variants.iter().map(|variant| match &variant.status {
        Status::Row(_) => {
            let pattern = pattern(subject, variant, &[]);
            let index = Literal::usize_unsuffixed(rows);
            rows += 1;
            quote!(#pattern => #index,)
        }
        Status::Transparent(delegate) => transparent(subject, variant, delegate),
        Status::Dynamic(field) => dynamic(subject, variant, field),
    });
    let arms: TokenStream = arms.collect();
    if rows == 0 {
        return quote!(match self { #arms });
    }
    // An index in each arm would cost the compiler three times as much.
    quote!(&__STATUSES[match self { #arms }])
}

fn transparent(subject: &Subject, variant: &Variant<Status>, delegate: &Delegate) -> TokenStream {
    let pattern = pattern(subject, variant, &[&delegate.member]);
    let span = own_span(delegate.ty.span());
    let krate = krate_at(subject, span);
    let field = binding(0, span);
    let status = quote_spanned!(span=> #krate::HttpStatus::status(#field));
    quote!(#pattern => return #status,)
}

fn dynamic(subject: &Subject, variant: &Variant<Status>, dynamic: &Dynamic) -> TokenStream {
    let pattern = pattern(subject, variant, &[&dynamic.member]);
    let (start, end) = defaults::range(subject);
    let [start, end, fallback] = [start, end, dynamic.fallback.value].map(Literal::u16_unsuffixed);
    let exposure = option(defaults::exposure(subject, &variant.attributes));
    let span = own_span(dynamic.member.span());
    let field = binding(0, span);
    let here = krate_at(subject, span);
    let code = quote_spanned!(span=> #here::__private::code_of(#field));
    let lacking = registry::codes_lacking(|name| {
        let mut sent = defaults::headers(subject, variant);
        sent.any(|header| header.name.value().eq_ignore_ascii_case(name))
    });
    let lacking = lacking.map(Literal::u16_unsuffixed);
    let krate = krate(subject);
    quote! {
        #pattern => return #krate::__private::dynamic(
            #code,
            #start..=#end,
            #fallback,
            &[#(#lacking),*],
            #exposure,
        ),
    }
}

/// Whether all statuses of the type are known, so that it has a table.
fn is_listed(checked: &Checked) -> bool {
    checked.variants.iter().all(|variant| match &variant.status {
        Status::Row(_) => true,
        Status::Transparent(delegate) => !delegate.unlisted,
        Status::Dynamic(_) => false,
    })
}
