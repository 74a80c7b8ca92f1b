//! The expansion of `#[derive(HttpStatus)]`.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::Member;
use syn::spanned::Spanned;

use super::bounds::{arguments, predicates, where_clause};
use super::decode::decode;
use super::delegates::{acyclic_impls, delegates, table_with_checks};
use super::integration::{documents, integrations, needs_problem};
use super::occurrence::occurrence;
use super::openapi;
use super::paths::{krate, krate_at, lints, option, own_span};
use super::pattern::{bind, binding, pattern};
use super::row::statuses_static;
use crate::defaults;
use crate::model::{Checked, Delegate, Dynamic, DynamicCode, Status, Subject, TextValue, Variant};
use crate::{registry, types};

pub fn derived(checked: &Checked) -> TokenStream {
    let subject = &checked.subject;
    let krate = krate(subject);
    let ident = &subject.ident;
    let (impl_generics, _, _) = subject.generics.split_for_impl();
    let arguments = arguments(&subject.generics);
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
            impl #impl_generics #krate::StatusTable for #ident #arguments #bounds {
                const TABLE: &'static #krate::Table = &__TABLE;
            }

            #acyclic
        }
    });
    // A type whose statuses are not all known has no `StatusTable`. Those that are known are still
    // checked.
    let table =
        (listed.is_some() || !delegates.is_empty()).then(|| table_with_checks(subject, &delegates));
    let decode = decode(checked);
    let integrations = integrations(subject, &predicates);
    let documents =
        openapi::of_derived(checked).map(|document| documents(subject, &predicates, &document));
    let problem_check = needs_problem(checked);
    let lints = lints(subject);
    quote! {
        #lints
        const _: () = {
            #statuses

            #[automatically_derived]
            impl #impl_generics #krate::HttpStatus for #ident #arguments #bounds {
                fn status(&self) -> &'static #krate::Status {
                    #status
                }

                #occurrence
            }

            #table

            #listed

            #decode

            #documents
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
    let arms = checked.variants.iter().map(|variant| {
        let row = variant.row().map(|_| {
            rows += 1;
            Literal::usize_unsuffixed(rows - 1)
        });
        match &variant.status {
            Status::Row(_) => {
                let pattern = pattern(subject, variant, &[]);
                quote!(#pattern => #row,)
            }
            Status::Transparent { delegate, .. } => transparent(subject, variant, delegate, row),
            Status::Dynamic(dynamic) => self::dynamic(subject, variant, dynamic),
        }
    });
    let arms: TokenStream = arms.collect();
    if rows == 0 {
        return quote!(match self { #arms });
    }
    // An index in each arm would cost the compiler three times as much.
    quote!(&__STATUSES[match self { #arms }])
}

/// The arm that returns the status of the field, or is the index of the variant's own row for
/// `None`.
fn transparent(
    subject: &Subject,
    variant: &Variant<Status>,
    delegate: &Delegate,
    row: Option<Literal>,
) -> TokenStream {
    let pattern = pattern(subject, variant, &[&delegate.member]);
    let span = own_span(delegate.ty.span());
    let krate = krate_at(subject, span);
    let field = binding(0, span);
    let status = quote_spanned!(span=> #krate::HttpStatus::status(#field));
    match row {
        None => quote!(#pattern => return #status,),
        Some(row) => quote! {
            #pattern => match #field {
                ::core::option::Option::Some(#field) => return #status,
                ::core::option::Option::None => #row,
            },
        },
    }
}

fn dynamic(subject: &Subject, variant: &Variant<Status>, dynamic: &Dynamic) -> TokenStream {
    let (start, end) = defaults::range(subject);
    let [start, end, fallback] = [start, end, dynamic.fallback.value].map(Literal::u16_unsuffixed);
    let krate = krate(subject);
    let exposure = match defaults::exposure(subject, &variant.attributes) {
        _ if variant.attributes.detail.is_some() => Some(quote!(Detail)),
        Some(true) => Some(quote!(Message)),
        Some(false) => Some(quote!(Redacted)),
        None => None,
    };
    let exposure = option(exposure.map(|it| quote!(#krate::__private::Exposure::#it)));
    let mut fields = Vec::new();
    let code = match &dynamic.code {
        DynamicCode::Field(member) => {
            let field = bind(member.clone(), &mut fields);
            let span = own_span(member.span());
            let here = krate_at(subject, span);
            if variant.field(member).is_some_and(|ty| types::in_option(ty).is_some()) {
                quote_spanned!(span=> #here::__private::code_of(::core::option::Option::as_ref(#field)))
            } else {
                quote_spanned! {span=>
                    #here::__private::code_of(::core::option::Option::Some(#field))
                }
            }
        }
        DynamicCode::Function(path, members) => {
            let members: Vec<_> =
                members.iter().map(|member| bind(member.clone(), &mut fields)).collect();
            let span = own_span(path.span());
            let here = krate_at(subject, span);
            quote_spanned! {span=>
                {
                    use #here::__private::NotAnOption as _;
                    #here::__private::code_of(
                        #here::__private::Returned(#path(#(#members),*)).option().as_ref(),
                    )
                }
            }
        }
    };
    let lacking = lacking(subject, variant, &mut fields);
    let pattern = pattern(subject, variant, &fields.iter().collect::<Vec<_>>());
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

/// The codes that require a header field which is not sent. If an `Option` gives the value, that is
/// only known at run time, and the code of a field that is sent becomes 0, which no status has.
fn lacking(
    subject: &Subject,
    variant: &Variant<Status>,
    fields: &mut Vec<Member>,
) -> Vec<TokenStream> {
    let codes = registry::requiring_headers().filter_map(|(code, names)| {
        let code = Literal::u16_unsuffixed(code);
        let mut missing = Vec::new();
        for name in names {
            let headers = defaults::headers(subject, variant);
            let mut given =
                headers.filter(|it| it.name.value().eq_ignore_ascii_case(name)).peekable();
            if given.peek().is_none() {
                return Some(quote!(#code));
            }
            let optional = given.map(|header| match &header.value {
                TextValue::Field(member) if types::in_option(variant.field(member)?).is_some() => {
                    Some(bind(member.clone(), fields))
                }
                _ => None,
            });
            if let Some(optional) = optional.collect::<Option<Vec<_>>>() {
                missing.push(quote!(#(::core::option::Option::is_none(#optional))&&*));
            }
        }
        (!missing.is_empty()).then(|| quote!(if #(#missing)||* { #code } else { 0 }))
    });
    codes.collect()
}

/// Whether all statuses of the type are known, so that it has a table.
fn is_listed(checked: &Checked) -> bool {
    checked.variants.iter().all(|variant| match &variant.status {
        Status::Row(_) => true,
        Status::Transparent { delegate, .. } => !delegate.unlisted,
        Status::Dynamic(_) => false,
    })
}
