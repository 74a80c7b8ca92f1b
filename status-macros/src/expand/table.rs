//! What `status_table!` writes.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::row::statuses_of;
use super::{allow_deprecated, integrations, krate, table_of};
use crate::ast::Input;
use crate::{registry, status, table};

pub fn table(input: &Input, item: &table::Item) -> TokenStream {
    let krate = krate(input);
    let names: Vec<_> = input.variants.iter().map(|variant| variant.ident).collect();
    let codes: Vec<_> =
        input.variants.iter().map(|variant| variant.code().map_or(0, |code| code.value)).collect();
    let rows = statuses_of(input);
    let table = table_of(input, &quote!([]));
    let lookup = lookup(input, &names, &codes);
    let parts = TableParts {
        discriminants: Some(codes.clone()),
        names: names.clone(),
        statuses: quote! {
            #rows
            static __TABLE: #krate::Table = #table;
        },
        from_code: lookup.from_code,
        status: lookup.status,
        from_reason: from_reason(input, &names),
        from_former: from_former(input, &names),
    };
    table_item(input, item, &parts)
}

struct Lookup {
    from_code: TokenStream,
    status: TokenStream,
}

/// By a table with a place for each code from the first to the last, where not too many of them stay
/// empty, and else by a match. Such a table is looked up in fewer instructions, whatever the compiler
/// makes of a match, and is made of the rows: nothing more is written for each of them.
fn lookup(input: &Input, names: &[&Ident], codes: &[u16]) -> Lookup {
    let krate = krate(input);
    let first = codes.iter().copied().min().unwrap_or_default();
    let last = codes.iter().copied().max().unwrap_or_default();
    let span = usize::from(last - first) + 1;
    let (count, unsuffixed) = (codes.len(), Literal::usize_unsuffixed);
    let ident = input.ident;
    if span > 16 + 8 * count {
        let indices = (0..count).map(unsuffixed);
        return Lookup {
            from_code: quote! {
                match code {
                    #(#codes => ::core::option::Option::Some(#ident::#names),)*
                    _ => ::core::option::Option::None,
                }
            },
            status: quote!(&__STATUSES[match self { #(#ident::#names => #indices,)* }]),
        };
    }
    Lookup {
        from_code: quote! {
            static __VALUES: [::core::option::Option<#ident>; #span] =
                #krate::__private::values_by_code(&__STATUSES, #ident::ALL, #first);
            let place = code.wrapping_sub(#first) as usize;
            if place < #span { __VALUES[place] } else { ::core::option::Option::None }
        },
        status: quote! {
            static __ROWS: [&#krate::Status; #span] =
                #krate::__private::rows_by_code(&__STATUSES, #first);
            __ROWS[self as usize - #first as usize]
        },
    }
}

/// By a match, which no hash outdoes where there are few reasons, and else by a hash: a match grows
/// with the table, and costs the compiler most of what a big one costs.
fn from_reason(input: &Input, names: &[&Ident]) -> TokenStream {
    const FEW: usize = 64;
    let (krate, ident) = (krate(input), input.ident);
    if names.len() <= FEW {
        let reasons = input.variants.iter().map(status::reason);
        return quote! {
            match reason {
                #(#reasons => ::core::option::Option::Some(#ident::#names),)*
                _ => ::core::option::Option::None,
            }
        };
    }
    let slots = (2 * names.len()).next_power_of_two();
    quote! {
        static __PLACES: [u16; #slots] = #krate::__private::places_by_reason(&__STATUSES);
        match #krate::__private::place_of_reason(&__STATUSES, &__PLACES, reason) {
            ::core::option::Option::Some(place) => ::core::option::Option::Some(#ident::ALL[place]),
            ::core::option::Option::None => ::core::option::Option::None,
        }
    }
}

/// A function from the former phrases of the rows' codes, less those that are a reason of this table.
fn from_former(input: &Input, names: &[&Ident]) -> TokenStream {
    let ident = input.ident;
    let arms = input.variants.iter().zip(names).filter_map(|(variant, name)| {
        let entry = registry::by_code(variant.code()?.value)?;
        let free = entry.former.iter().filter(|phrase| {
            !input.variants.iter().any(|variant| status::reason(variant) == **phrase)
        });
        let free: Vec<_> = free.collect();
        (!free.is_empty())
            .then(|| quote!(#(#free)|* => ::core::option::Option::Some(#ident::#name),))
    });
    let arms: Vec<_> = arms.collect();
    if arms.is_empty() {
        return quote!(|_: &str| -> ::core::option::Option<Self> { ::core::option::Option::None });
    }
    quote! {
        |text: &str| -> ::core::option::Option<Self> {
            match text {
                #(#arms)*
                _ => ::core::option::Option::None,
            }
        }
    }
}

/// What differs between a sound table and one that has errors.
pub struct TableParts<'a> {
    pub names: Vec<&'a Ident>,
    pub discriminants: Option<Vec<u16>>,
    /// The statics `__STATUSES` and `__TABLE`.
    pub statuses: TokenStream,
    pub from_code: TokenStream,
    pub status: TokenStream,
    pub from_reason: TokenStream,
    pub from_former: TokenStream,
}

/// The enum, and all that it can do.
pub fn table_item(input: &Input, item: &table::Item, parts: &TableParts) -> TokenStream {
    let krate = krate(input);
    let ident = input.ident;
    let definition = definition(input, item, parts);
    let TableParts { names, statuses, from_code, status, from_reason, from_former, .. } = parts;
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

            // A user need not call all of these.
            #[allow(dead_code)]
            impl #ident {
                #[doc = #all_doc]
                pub const ALL: &'static [Self] = &[#(#ident::#names),*];

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
                    self.status().reason()
                }

                /// What the status means: the doc comment of its row.
                #[must_use]
                pub const fn documentation(self) -> &'static str {
                    self.status().documentation()
                }

                /// All that is known of the status.
                #[must_use]
                pub const fn status(self) -> &'static #krate::Status {
                    #status
                }
            }

            #[automatically_derived]
            impl #krate::HttpStatus for #ident {
                fn status(&self) -> &'static #krate::Status {
                    Self::status(*self)
                }
            }

            #[automatically_derived]
            impl #krate::StatusTable for #ident {
                const TABLE: &'static #krate::Table = &__TABLE;
            }

            /// The code and the reason: "503 Service Unavailable".
            #[automatically_derived]
            impl ::core::fmt::Display for #ident {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Display::fmt(Self::status(*self), f)
                }
            }

            #[automatically_derived]
            impl ::core::error::Error for #ident {}

            #[automatically_derived]
            impl ::core::convert::TryFrom<u16> for #ident {
                type Error = #krate::InvalidStatus;

                fn try_from(code: u16) -> ::core::result::Result<Self, #krate::InvalidStatus> {
                    #krate::__private::try_from_code(Self::from_code(code), code, &__TABLE)
                }
            }

            /// From the code, the reason, or both: "503", "Service Unavailable" and
            /// "503 Service Unavailable". Former phrases of registered codes are understood.
            #[automatically_derived]
            impl ::core::str::FromStr for #ident {
                type Err = #krate::InvalidStatus;

                fn from_str(text: &str) -> ::core::result::Result<Self, #krate::InvalidStatus> {
                    let former = #from_former;
                    match Self::from_reason(text) {
                        ::core::option::Option::Some(row) => ::core::result::Result::Ok(row),
                        ::core::option::Option::None => #krate::__private::parse(
                            text, Self::from_code, Self::from_reason, former, &__TABLE,
                        ),
                    }
                }
            }

            #[automatically_derived]
            impl ::core::convert::From<#ident> for u16 {
                fn from(status: #ident) -> Self {
                    status.code()
                }
            }
        };

        #integrations
    }
}

/// The enum itself, with the user's attributes and visibility.
fn definition(input: &Input, item: &table::Item, parts: &TableParts) -> TokenStream {
    let ident = input.ident;
    let vis = &item.vis;
    let attrs = item.attrs.iter().filter(|attr| !attr.path().is_ident("status"));
    let derives = derives(item);
    let repr = (!parts.names.is_empty()).then(|| quote!(#[repr(u16)]));
    let rows = parts.names.iter().enumerate().map(|(index, name)| {
        // The names are those of the rows, less the ones given twice.
        let row = item.rows.iter().find(|row| row.ident == **name);
        let attrs = row.into_iter().flat_map(|row| &row.attrs);
        let attrs = attrs.filter(|attr| !attr.path().is_ident("status"));
        let code = parts.discriminants.as_ref().and_then(|codes| codes.get(index));
        let heading = code.map(|code| {
            let variant = &input.variants[index];
            let heading = heading(*code, &status::reason(variant));
            quote!(#[doc = #heading] #[doc = ""])
        });
        let code = code.map(|code| quote!(= #code));
        quote!(#heading #(#attrs)* #name #code)
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

/// The first line of a row's page: what the registry and the RFCs say of its code.
///
/// "**405 Method Not Allowed** · RFC 9110 §15.5.6 · needs `Allow` · cacheable by default"
fn heading(code: u16, reason: &str) -> String {
    let mut parts = vec![format!(" **{code} {reason}**")];
    if let Some(entry) = registry::by_code(code) {
        parts.push(entry.spec.to_owned());
        parts.extend(entry.required_headers.iter().map(|name| format!("needs `{name}`")));
        parts.extend(entry.cacheable.then(|| "cacheable by default".to_owned()));
        parts.extend((!entry.storable && code >= 200).then(|| "must not be stored".to_owned()));
    }
    parts.join(" · ")
}

/// The traits of a plain value, less those that the user derives.
fn derives(item: &table::Item) -> TokenStream {
    let mut given = Vec::new();
    for attr in item.attrs.iter().filter(|attr| attr.path().is_ident("derive")) {
        // What is no list of paths is the compiler's to tell.
        let _ = attr.parse_nested_meta(|meta| {
            given.extend(meta.path.segments.last().map(|last| last.ident.to_string()));
            Ok(())
        });
    }
    let ours = [
        ("Clone", quote!(::core::clone::Clone)),
        ("Copy", quote!(::core::marker::Copy)),
        ("Debug", quote!(::core::fmt::Debug)),
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

#[cfg(test)]
mod tests {
    use super::heading;

    #[test]
    fn a_rows_page_begins_with_what_the_rfcs_demand() {
        assert_eq!(heading(100, "Continue"), " **100 Continue** · RFC 9110 §15.2.1");
        assert_eq!(
            heading(405, "Method Not Allowed"),
            " **405 Method Not Allowed** · RFC 9110 §15.5.6 · needs `Allow` · cacheable by default"
        );
        assert_eq!(
            heading(428, "Precondition Required"),
            " **428 Precondition Required** · RFC 6585 §3 · must not be stored"
        );
        assert_eq!(heading(520, "Odd"), " **520 Odd**");
    }
}
