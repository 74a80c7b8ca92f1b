//! The expansion of `status_table!`.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use syn::Attribute;

use super::decode::decode;
use super::integration::{documents, integrations, needs_problem};
use super::occurrence::body_of_table;
use super::openapi;
use super::paths::{krate, lints};
use super::row::{statuses_static, table_static};
use crate::model::{Checked, Row, Subject, Table};
use crate::plain_traits::{derived, plain_traits};
use crate::registry;
use crate::rules::{refused_on_a_row, refused_on_a_table};

pub fn table(checked: &Checked, table: &Table) -> TokenStream {
    let subject = &checked.subject;
    let rows: Vec<(&Ident, &Row)> = checked
        .variants
        .iter()
        .filter_map(|variant| variant.row().map(|row| (&variant.ident, row)))
        .collect();
    let items = checked.variants.iter().map(|variant| Item {
        ident: &variant.ident,
        attrs: &variant.attrs,
        row: variant.row(),
    });
    let statuses = statuses_static(checked);
    let static_table = table_static(subject);
    let Lookups { statics, from_code, status, row } = lookups(subject, &rows);
    let bodies = Bodies {
        statics: quote!(#statuses #static_table #statics),
        decode: decode(checked),
        from_code,
        status,
        row,
        from_reason: from_reason(subject, &rows),
        former: former(subject, &rows),
    };
    let item = table_item(subject, table, &items.collect::<Vec<_>>(), &bodies);
    let problem_check = needs_problem(checked);
    quote!(#item #problem_check)
}

/// The lookups by code, in arrays that span the first to the last code. At 62 codes, a `match` takes
/// half again as many instructions.
fn lookups(subject: &Subject, rows: &[(&Ident, &Row)]) -> Lookups {
    let (krate, ident) = (krate(subject), &subject.ident);
    let codes = rows.iter().map(|(_, row)| row.code.value);
    let first = codes.clone().min().unwrap_or_default();
    let last = codes.max().unwrap_or_default();
    let span = Literal::usize_unsuffixed(usize::from(last - first) + 1);
    let first = Literal::u16_unsuffixed(first);
    Lookups {
        statics: quote! {
            static __VALUES_BY_CODE: [::core::option::Option<#ident>; #span] =
                #krate::__private::values_by_code(&__STATUSES, &__ALL, #first);
            static __STATUSES_BY_CODE: [&#krate::Status; #span] =
                #krate::__private::statuses_by_code(&__STATUSES, #first);
            // By way of the status, a reason would be one load more.
            static __ROWS_BY_CODE: [&#krate::__private::Row; #span] =
                #krate::__private::rows_by_code(&__ROWS, #first);
        },
        from_code: quote! {
            let __index = __code.wrapping_sub(#first) as ::core::primitive::usize;
            if __index < #span { __VALUES_BY_CODE[__index] } else { ::core::option::Option::None }
        },
        status: quote!(__STATUSES_BY_CODE[self as ::core::primitive::usize - #first]),
        row: quote!(__ROWS_BY_CODE[self as ::core::primitive::usize - #first]),
    }
}

struct Lookups {
    statics: TokenStream,
    from_code: TokenStream,
    status: TokenStream,
    row: TokenStream,
}

fn from_reason(subject: &Subject, rows: &[(&Ident, &Row)]) -> TokenStream {
    let ident = &subject.ident;
    let reasons = rows.iter().map(|(_, row)| &row.reason);
    let names = rows.iter().map(|(name, _)| name);
    quote! {
        ::core::option::Option::Some(match __reason {
            #(#reasons => #ident::#names,)*
            _ => return ::core::option::Option::None,
        })
    }
}

/// The arms of a `match` from the former phrases of the rows' codes, without those that are a reason
/// in this table.
fn former(subject: &Subject, rows: &[(&Ident, &Row)]) -> TokenStream {
    let ident = &subject.ident;
    let arms = rows.iter().filter_map(|(name, row)| {
        let former = registry::by_code(row.code.value).map_or(&[][..], |entry| entry.former);
        let is_reason = |phrase: &str| rows.iter().any(|(_, other)| other.reason == phrase);
        let phrases: Vec<_> = former.iter().filter(|phrase| !is_reason(phrase)).collect();
        let arm = quote!(#(#phrases)|* => ::core::option::Option::Some(#ident::#name),);
        (!phrases.is_empty()).then_some(arm)
    });
    arms.collect()
}

/// A variant of the enum that is defined.
pub struct Item<'a> {
    pub ident: &'a Ident,
    pub attrs: &'a [Attribute],
    /// `None` in a table that has errors.
    pub row: Option<&'a Row>,
}

/// What differs between a table that is sound and one that has errors.
pub struct Bodies {
    /// The static `__TABLE`, and others that the bodies use.
    pub statics: TokenStream,
    pub from_code: TokenStream,
    pub status: TokenStream,
    pub row: TokenStream,
    pub from_reason: TokenStream,
    /// The arms of a `match` from a former phrase to its row.
    pub former: TokenStream,
    pub decode: Option<TokenStream>,
}

/// The enum and its implementations.
pub fn table_item(
    subject: &Subject,
    table: &Table,
    items: &[Item],
    bodies: &Bodies,
) -> TokenStream {
    let krate = krate(subject);
    let ident = &subject.ident;
    let definition = definition(subject, table, items);
    let Bodies { statics, from_code, status, row, from_reason, former, decode } = bodies;
    let names = items.iter().map(|item| item.ident);
    let count = Literal::usize_unsuffixed(items.len());
    let all_doc = format!("Every row of `{ident}`, in declaration order.");
    let from_code_doc = format!("The row with this code, or `None` if `{ident}` has none.");
    let from_reason_doc = format!(
        "The row with exactly this reason phrase, or `None` if `{ident}` has none. `FromStr` \
         also accepts codes and former phrases."
    );
    let body = body_of_table(subject);
    let integrations = integrations(subject, &TokenStream::new());
    let documents = documents(subject, &TokenStream::new(), &openapi::of_table(subject));
    let lints = lints(subject);
    quote! {
        #definition

        #lints
        const _: () = {
            #statics

            // rustc validates the value of a constant at each use, in time that grows with its
            // length, and that of a static once. With 500 rows, a constant would dominate a check.
            static __ALL: [#ident; #count] = [#(#ident::#names),*];

            // Not every user calls every function. rustc does not report what a macro of another crate
            // leaves unused, and to allow it would be an error where `dead_code` is forbidden. Those
            // that `HttpStatus` has too are `const` here.
            #[allow(clippy::same_name_method)]
            impl #ident {
                #[doc = #all_doc]
                pub const ALL: &'static [Self] = &__ALL;

                // The `__` keeps a unit struct or constant in the user's module from capturing a
                // parameter. Some frameworks turn a handler into a unit struct.
                #[doc = #from_code_doc]
                #[must_use]
                pub const fn from_code(__code: ::core::primitive::u16) -> ::core::option::Option<Self> {
                    #from_code
                }

                #[doc = #from_reason_doc]
                #[must_use]
                pub fn from_reason(__reason: &::core::primitive::str) -> ::core::option::Option<Self> {
                    #from_reason
                }

                /// The status code (RFC 9110 §15).
                #[must_use]
                pub const fn code(self) -> ::core::primitive::u16 {
                    self as ::core::primitive::u16
                }

                /// The reason phrase (RFC 9112 §4).
                #[must_use]
                pub const fn reason(self) -> &'static ::core::primitive::str {
                    #row.reason
                }

                /// The doc comment of the row: what the status means.
                #[must_use]
                pub const fn documentation(self) -> &'static ::core::primitive::str {
                    #row.documentation
                }

                /// The full status, with its documentation and what the registry says.
                #[must_use]
                pub const fn status(self) -> &'static #krate::Status {
                    #status
                }
            }

            #krate::__private::table_traits! { #ident { #former } { #body } }

            #decode
        };

        #integrations
        #documents
    }
}

/// The enum itself, with the user's attributes and visibility. In a table that has errors, it is
/// without the attributes that are refused: rustc would report what follows from them.
fn definition(subject: &Subject, table: &Table, items: &[Item]) -> TokenStream {
    let ident = &subject.ident;
    let (attrs, vis) = (&subject.attrs, &table.vis);
    let derives = derives(attrs);
    let is_ours =
        |attr: &&Attribute| attr.path().is_ident("status") || attr.path().is_ident("repr");
    let attrs = attrs.iter().filter(|attr| !is_ours(attr) && refused_on_a_table(attr).is_none());
    // `repr` needs a variant.
    let repr = (!items.is_empty()).then(|| quote!(#[repr(u16)]));
    let variants = items.iter().map(|item| {
        let name = item.ident;
        let is_ours = |attr: &&Attribute| attr.path().is_ident("status");
        let attrs =
            item.attrs.iter().filter(|attr| !is_ours(attr) && refused_on_a_row(attr).is_none());
        let Some(row) = item.row else { return quote!(#(#attrs)* #name) };
        let heading = heading(row.code.value, &row.reason);
        let code = Literal::u16_unsuffixed(row.code.value);
        quote!(#[doc = #heading] #(#attrs)* #name = #code)
    });
    quote! {
        #(#attrs)*
        #derives
        #repr
        #vis enum #ident {
            #(#variants,)*
        }
    }
}

/// The first line of a row's page in rustdoc, and the blank one after it: what the registry and the
/// RFCs say about its code.
///
/// "**405 Method Not Allowed** · RFC 9110 §15.5.6 · requires `Allow` · cacheable by default"
fn heading(code: u16, reason: &str) -> String {
    let mut parts = vec![format!(" **{code} {reason}**")];
    if let Some(entry) = registry::by_code(code) {
        parts.push(entry.spec.to_owned());
        parts.extend(entry.required_headers.iter().map(|name| format!("requires `{name}`")));
        if entry.cacheable {
            parts.push("cacheable by default".to_owned());
        }
        if !entry.storable && code >= 200 {
            parts.push("must not be stored".to_owned());
        }
    }
    parts.join(" · ") + "\n\n"
}

/// The traits of a plain value, without those that the user derives.
fn derives(attrs: &[Attribute]) -> TokenStream {
    let derived: Vec<String> = attrs.iter().flat_map(|attr| derived(&attr.meta)).collect();
    let added = plain_traits().into_iter().filter(|(name, _)| !derived.iter().any(|it| it == name));
    let added = added.map(|(_, path)| path);
    quote!(#[derive(#(#added),*)])
}

#[cfg(test)]
mod tests {
    use super::heading;

    #[test]
    fn the_page_of_a_row_begins_with_what_the_rfcs_require() {
        assert_eq!(heading(100, "Continue"), " **100 Continue** · RFC 9110 §15.2.1\n\n");
        assert_eq!(
            heading(405, "Method Not Allowed"),
            " **405 Method Not Allowed** · RFC 9110 §15.5.6 · requires `Allow` · cacheable by default\n\n"
        );
        assert_eq!(
            heading(428, "Precondition Required"),
            " **428 Precondition Required** · RFC 6585 §3 · must not be stored\n\n"
        );
        assert_eq!(heading(520, "Odd"), " **520 Odd**\n\n");
    }
}
