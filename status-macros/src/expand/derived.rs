//! What `#[derive(HttpStatus)]` writes.

use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote, quote_spanned};
use syn::Token;
use syn::spanned::Spanned;

use super::field::{add_pattern, binding, pattern};
use super::occurrence::occurrence;
use super::row::{option, statuses_of, table_of};
use super::{allow_deprecated, bounds, inner, integrations, krate, krate_at};
use crate::ast::{Delegate, Dynamic, Input, Source, Variant};
use crate::syntax::Generics;

pub fn derived(input: &Input) -> TokenStream {
    let krate = krate(input);
    let ident = input.ident;
    let (impl_generics, ty_generics) = input.generics.for_impl();
    let bounds = bounds(input);
    let rows = statuses_of(input);
    let body = match_self(input);
    let occurrence = occurrence(input);
    let (tables, checks) = delegates(input);
    let listed = listed(input).then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics #krate::StatusTable for #ident #ty_generics #bounds {
                const TABLE: &'static #krate::Table = &__TABLE;
            }
        }
    });
    // A type whose statuses are not all known has no table to show, and one to be held to the rules.
    let table = (listed.is_some() || !tables.is_empty()).then(|| {
        let table = table_of(input, &quote!([#tables]));
        quote! {
            static __TABLE: #krate::Table = #table;

            #listed

            #checks
        }
    });
    let integrations = integrations(input);
    let allow = allow_deprecated(input);
    quote! {
        #allow
        const _: () = {
            #rows

            #[automatically_derived]
            impl #impl_generics #krate::HttpStatus for #ident #ty_generics #bounds {
                fn status(&self) -> &'static #krate::Status {
                    #body
                }

                #occurrence
            }

            #table
        };

        #integrations
    }
}

/// A `match` to the place of the row, with one look into the table behind it: a look in each arm costs
/// the compiler twice as much. A type without variants needs the place and not the reference.
fn match_self(input: &Input) -> TokenStream {
    if input.variants.is_empty() {
        return quote!(match *self {});
    }
    let mut arms = TokenStream::new();
    let mut rows = 0;
    for variant in &input.variants {
        match &variant.source {
            Source::Transparent(delegate) => arms.extend(transparent(input, variant, delegate)),
            Source::Dynamic(field) => arms.extend(dynamic(input, variant, field)),
            Source::Code(_) | Source::Missing | Source::BadCode | Source::Broken => {
                add_pattern(input, variant, &[], &mut arms);
                let place = Literal::usize_unsuffixed(rows);
                rows += 1;
                <Token![=>]>::default().to_tokens(&mut arms);
                arms.append(place);
                <Token![,]>::default().to_tokens(&mut arms);
            }
        }
    }
    if has_rows(input) {
        quote!(&__STATUSES[match self { #arms }])
    } else {
        quote!(match self { #arms })
    }
}

/// Beside variants with rows, one whose status comes from elsewhere goes its own way.
fn or_return(input: &Input, status: TokenStream) -> TokenStream {
    if has_rows(input) { quote!(return #status) } else { status }
}

fn has_rows(input: &Input) -> bool {
    input.variants.iter().any(|variant| variant.code().is_some())
}

fn transparent(input: &Input, variant: &Variant, delegate: &Delegate) -> TokenStream {
    let pattern = pattern(input, variant, &[&delegate.member]);
    let span = inner(delegate.ty.span());
    let krate = krate_at(input, span);
    let field = binding(0, span);
    let status = quote_spanned!(span=> #krate::HttpStatus::status(#field));
    let status = or_return(input, status);
    quote!(#pattern => #status,)
}

fn dynamic(input: &Input, variant: &Variant, dynamic: &Dynamic) -> TokenStream {
    let pattern = pattern(input, variant, &[&dynamic.member]);
    let (start, end) = input.range();
    let fallback = dynamic.fallback.value;
    let exposure = option(variant.attrs.exposure.as_ref().map(|exposure| exposure.exposed));
    let span = inner(dynamic.member.span());
    let field = binding(0, span);
    let here = krate_at(input, span);
    let code = quote_spanned!(span=> #here::__private::code_of(#field));
    let krate = krate(input);
    let status = quote! {
        #krate::__private::dynamic(#code, #start..=#end, #fallback, #exposure)
    };
    let status = or_return(input, status);
    quote!(#pattern => #status,)
}

/// Whether all statuses of the type are known, so that it has a table.
fn listed(input: &Input) -> bool {
    input.variants.iter().all(|variant| match &variant.source {
        Source::Transparent(delegate) => !delegate.unlisted,
        Source::Dynamic(_) => false,
        Source::Code(_) | Source::Missing | Source::BadCode | Source::Broken => true,
    })
}

/// The field of a variant whose table the type's own one hands over to.
fn delegate<'a>(input: &Input, variant: &'a Variant) -> Option<&'a Delegate<'a>> {
    match &variant.source {
        Source::Transparent(delegate) => {
            // What the type itself, behind a pointer, adds to the table is there already, and a `static` must not
            // be made from itself.
            Some(delegate).filter(|it| !it.unlisted && !it.ty.leads_to(input.ident))
        }
        _ => None,
    }
}

/// A field's type with `'static` for the lifetimes of the type that has it: a table is a `static`,
/// and the same for all of them.
fn for_ever(ty: TokenStream, generics: &Generics) -> TokenStream {
    let mut is_lifetime = false;
    let mut tokens = TokenStream::new();
    for token in ty {
        let token = match token {
            TokenTree::Ident(name)
                if is_lifetime && generics.lifetimes().any(|lifetime| lifetime.ident == name) =>
            {
                TokenTree::Ident(Ident::new("static", name.span()))
            }
            TokenTree::Group(group) => {
                let stream = for_ever(group.stream(), generics);
                let mut same = Group::new(group.delimiter(), stream);
                same.set_span(group.span());
                TokenTree::Group(same)
            }
            token => token,
        };
        is_lifetime = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        tokens.append(token);
    }
    tokens
}

/// The tables that the type's own one hands over to, and what only the compiler can check, since it
/// takes the tables of other types: an item each, so that `cargo check` evaluates it, at the field
/// whose type is held to the rules.
fn delegates(input: &Input) -> (TokenStream, TokenStream) {
    let krate = krate(input);
    let (start, end) = input.range();
    let (mut tables, mut checks) = (TokenStream::new(), TokenStream::new());
    let mut index = 0_usize;
    for variant in &input.variants {
        let Some(delegate) = delegate(input, variant) else { continue };
        let ty = for_ever(delegate.ty.to_token_stream(), input.generics);
        let span = inner(delegate.ty.span());
        let here = krate_at(input, span);
        quote_spanned!(span=> <#ty as #krate::StatusTable>::TABLE,).to_tokens(&mut tables);
        let check = quote_spanned! {span=>
            const _: () = #here::__private::hold_delegate(&__TABLE, #index, #start, #end);
        };
        check.to_tokens(&mut checks);
        index += 1;
    }
    (tables, checks)
}
