//! What `status_table!` writes.

use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use quote::quote;

use super::places::places;
use super::row::statuses_of;
use super::{allow_deprecated, integrations, krate, table_of};
use crate::ast::Input;
use crate::syntax::Meta;
use crate::{registry, table};

pub fn table(input: &Input, item: &table::Item) -> TokenStream {
    let krate = krate(input);
    let codes: Vec<_> =
        input.variants.iter().map(|variant| variant.code().map_or(0, |code| code.value)).collect();
    let rows = statuses_of(input);
    let table = table_of(input, &quote!([]));
    let lookup = lookup(input, &codes);
    let parts = TableParts {
        names: input.variants.iter().map(|variant| variant.ident).collect(),
        discriminants: Some(codes),
        statuses: quote! {
            #rows
            static __TABLE: #krate::Table = #table;
        },
        from_code: lookup.from_code,
        status: lookup.status,
        row: lookup.row,
        from_reason: from_reason(input),
        former: former(input),
    };
    table_item(input, item, &parts)
}

struct Lookup {
    from_code: TokenStream,
    status: TokenStream,
    row: TokenStream,
}

/// Each code has a place in a table, which takes fewer instructions than what the compiler makes of a match. It is
/// made of the rows, so that nothing more is written for each, and the one from a code begins at 0, for a
/// subtraction would be one instruction more.
fn lookup(input: &Input, codes: &[u16]) -> Lookup {
    let (krate, ident) = (krate(input), input.ident);
    let first = codes.iter().copied().min().unwrap_or_default();
    let last = codes.iter().copied().max().unwrap_or_default();
    let end = usize::from(last) + 1;
    let (span, count) = (end - usize::from(first), codes.len());
    let from_code = quote! {
        static __VALUES: [::core::option::Option<#ident>; #end] =
            #krate::__private::values_by_code(&__STATUSES, &__ALL);
        let place = code as usize;
        if place < #end { __VALUES[place] } else { ::core::option::Option::None }
    };
    // The rows are such a table themselves where they stand in the order of their codes, without a gap.
    if codes.iter().copied().eq(first..=last) {
        let status = quote!(&__STATUSES[self as usize - #first as usize]);
        let row = quote!(__ROWS[self as usize - #first as usize]);
        return Lookup { from_code, status, row };
    }
    // Far apart, a pointer for each code between them would be more than a match is.
    let (status, row) = if span > 16 + 8 * count {
        let names = input.variants.iter().map(|variant| variant.ident);
        let places = (0..count).map(Literal::usize_unsuffixed);
        let place = quote!(match self { #(#ident::#names => #places,)* });
        (quote!(&__STATUSES[#place]), quote!(__ROWS[#place]))
    } else {
        let status = quote! {
            static __BY_CODE: [&#krate::Status; #span] =
                #krate::__private::statuses_by_code(&__STATUSES, #first);
            __BY_CODE[self as usize - #first as usize]
        };
        // Not by way of the status: that would be one load more for each reason.
        let row = quote! {{
            static __BY_CODE: [&#krate::__private::Row; #span] =
                #krate::__private::rows_by_code(&__ROWS, #first);
            __BY_CODE[self as usize - #first as usize]
        }};
        (status, row)
    };
    Lookup { from_code, status, row }
}

/// By a match, which no hash outdoes where there are few reasons, and else by a hash: a match grows
/// with the table, and costs the compiler most of what a big one costs.
fn from_reason(input: &Input) -> TokenStream {
    const FEW: usize = 64;
    let (krate, ident) = (krate(input), input.ident);
    let reasons: Vec<&str> = input.variants.iter().map(|variant| &*variant.reason).collect();
    if reasons.len() <= FEW {
        let names = input.variants.iter().map(|variant| variant.ident);
        return quote! {
            ::core::option::Option::Some(match reason {
                #(#reasons => #ident::#names,)*
                _ => return ::core::option::Option::None,
            })
        };
    }
    let places = places(&reasons);
    let slots = places.len();
    let places = places.into_iter().map(Literal::u16_unsuffixed);
    quote! {
        static __PLACES: [u16; #slots] = [#(#places),*];
        match #krate::__private::place_of_reason(&__STATUSES, &__PLACES, reason) {
            ::core::option::Option::Some(place) => ::core::option::Option::Some(__ALL[place]),
            ::core::option::Option::None => ::core::option::Option::None,
        }
    }
}

/// The former phrases of the rows' codes, less those that are a reason of this table: the arms of a
/// match on a text.
fn former(input: &Input) -> TokenStream {
    let ident = input.ident;
    let mut arms = TokenStream::new();
    for variant in &input.variants {
        let entry = variant.code().and_then(|code| registry::by_code(code.value));
        let former = entry.map_or(&[][..], |entry| entry.former);
        let is_reason = |phrase: &str| input.variants.iter().any(|row| row.reason == phrase);
        let free: Vec<_> = former.iter().filter(|phrase| !is_reason(phrase)).collect();
        if !free.is_empty() {
            let name = variant.ident;
            arms.extend(quote!(#(#free)|* => ::core::option::Option::Some(#ident::#name),));
        }
    }
    arms
}

/// What differs between a sound table and one that has errors.
pub struct TableParts<'a> {
    pub names: Vec<&'a Ident>,
    pub discriminants: Option<Vec<u16>>,
    /// The statics `__STATUSES` and `__TABLE`.
    pub statuses: TokenStream,
    pub from_code: TokenStream,
    pub status: TokenStream,
    /// The row of `self`, as a place.
    pub row: TokenStream,
    pub from_reason: TokenStream,
    /// The arms of a match on a text.
    pub former: TokenStream,
}

/// The enum, and all that it can do.
pub fn table_item(input: &Input, item: &table::Item, parts: &TableParts) -> TokenStream {
    let krate = krate(input);
    let ident = input.ident;
    let given = given(item);
    let definition = definition(input, item, parts, &given);
    // What would be derived looks the name up by a match, which costs more than all the rows.
    let debug = (!given.iter().any(|name| name == "Debug")).then(|| quote!(: Debug));
    let TableParts { names, statuses, from_code, status, row, from_reason, former, .. } = parts;
    let count = names.len();
    let (all_doc, from_code_doc, from_reason_doc) = (
        format!("Every row of `{ident}`, in the order of its declaration."),
        format!("The row with this code, or `None` where `{ident}` has none."),
        format!("The row with this reason, to the letter, or `None` where `{ident}` has none."),
    );
    let integrations = integrations(input);
    let allow = allow_deprecated(input);
    quote! {
        #definition

        #allow
        const _: () = {
            #statuses

            // The compiler looks at each value again wherever a constant is used, and at a static's once.
            static __ALL: [#ident; #count] = [#(#ident::#names),*];

            // A user need not call all of these.
            #[allow(dead_code)]
            impl #ident {
                #[doc = #all_doc]
                pub const ALL: &'static [Self] = &__ALL;

                #[doc = #from_code_doc]
                #[must_use]
                pub const fn from_code(code: u16) -> ::core::option::Option<Self> {
                    #from_code
                }

                #[doc = #from_reason_doc]
                #[must_use]
                pub fn from_reason(reason: &str) -> ::core::option::Option<Self> {
                    #from_reason
                }

                /// The status code (RFC 9110 §15).
                #[must_use]
                pub const fn code(self) -> u16 {
                    self as u16
                }

                /// The reason phrase (RFC 9112 §4).
                #[must_use]
                pub const fn reason(self) -> &'static str {
                    #row.reason
                }

                /// What the status means: the doc comment of its row.
                #[must_use]
                pub const fn documentation(self) -> &'static str {
                    #row.documentation
                }

                /// All that is known of the status.
                #[must_use]
                pub const fn status(self) -> &'static #krate::Status {
                    #status
                }
            }

            #krate::__private::table_traits! { #ident #debug { #former } }
        };

        #integrations
    }
}

/// The enum itself, with the user's attributes and visibility.
fn definition(
    input: &Input,
    item: &table::Item,
    parts: &TableParts,
    given: &[String],
) -> TokenStream {
    let ident = input.ident;
    let vis = &item.vis;
    let attrs = item.attrs.iter().filter(|attr| !attr.is("status"));
    let derives = derives(given);
    let repr = (!parts.names.is_empty()).then(|| quote!(#[repr(u16)]));
    // Of several rows with one name, the first is the one that the list has.
    let mut left = item.rows.iter();
    let mut before = None;
    let rows = parts.names.iter().enumerate().map(|(index, name)| {
        let row = left.find(|row| row.ident == **name);
        let attrs = row.into_iter().flat_map(|row| &row.attrs);
        let attrs = attrs.filter(|attr| !attr.is("status"));
        let code = parts.discriminants.as_ref().and_then(|codes| codes.get(index));
        let heading = code.map(|code| {
            let variant = &input.variants[index];
            let heading = heading(*code, &variant.reason);
            quote!(#[doc = #heading])
        });
        // What follows the code before it is the discriminant without being said: each that is said is a constant
        // of its own to the compiler, which looks at all of them for each value of the table.
        let is_said = |code: &&u16| before.is_none_or(|before: u16| before + 1 != **code);
        let said = code.filter(is_said).map(|code| quote!(= #code));
        before = code.copied();
        quote!(#heading #(#attrs)* #name #said)
    });
    quote! {
        #(#attrs)*
        #derives
        #repr
        #vis enum #ident {
            #(#rows,)*
        }
    }
}

/// The first line of a row's page, and the blank one behind it: what the registry and the RFCs say of its code.
///
/// "**405 Method Not Allowed** · RFC 9110 §15.5.6 · needs `Allow` · cacheable by default"
fn heading(code: u16, reason: &str) -> String {
    let mut heading = format!(" **{code} {reason}**");
    let mut add = |part: &[&str]| {
        heading.push_str(" · ");
        for word in part {
            heading.push_str(word);
        }
    };
    if let Some(entry) = registry::by_code(code) {
        add(&[entry.spec]);
        for name in entry.required_headers {
            add(&["needs `", name, "`"]);
        }
        if entry.cacheable {
            add(&["cacheable by default"]);
        }
        if !entry.storable && code >= 200 {
            add(&["must not be stored"]);
        }
    }
    heading.push_str("\n\n");
    heading
}

/// The traits of a plain value, less those that the user derives, and without `Debug`.
fn derives(given: &[String]) -> TokenStream {
    let ours = [
        ("Clone", quote!(::core::clone::Clone)),
        ("Copy", quote!(::core::marker::Copy)),
        ("PartialEq", quote!(::core::cmp::PartialEq)),
        ("Eq", quote!(::core::cmp::Eq)),
        ("PartialOrd", quote!(::core::cmp::PartialOrd)),
        ("Ord", quote!(::core::cmp::Ord)),
        ("Hash", quote!(::core::hash::Hash)),
    ];
    let added = ours.iter().filter(|(name, _)| !given.iter().any(|given| given == name));
    let added = added.map(|(_, path)| path);
    quote!(#[derive(#(#added),*)])
}

/// The names of the traits that the user derives.
fn given(item: &table::Item) -> Vec<String> {
    let mut given = Vec::new();
    for attr in item.attrs.iter().filter(|attr| attr.is("derive")) {
        // What is no list of paths is the compiler's to tell.
        let Meta::List(list) = &attr.meta else { continue };
        let mut path = None;
        for token in list.clone() {
            match token {
                TokenTree::Ident(ident) => path = Some(ident.to_string()),
                TokenTree::Punct(punct) if punct.as_char() == ',' => given.extend(path.take()),
                _ => {}
            }
        }
        given.extend(path);
    }
    given
}

#[cfg(test)]
mod tests {
    use super::heading;

    #[test]
    fn a_rows_page_begins_with_what_the_rfcs_demand() {
        assert_eq!(heading(100, "Continue"), " **100 Continue** · RFC 9110 §15.2.1\n\n");
        assert_eq!(
            heading(405, "Method Not Allowed"),
            " **405 Method Not Allowed** · RFC 9110 §15.5.6 · needs `Allow` · cacheable by default\n\n"
        );
        assert_eq!(
            heading(428, "Precondition Required"),
            " **428 Precondition Required** · RFC 6585 §3 · must not be stored\n\n"
        );
        assert_eq!(heading(520, "Odd"), " **520 Odd**\n\n");
    }
}
