//! The registry, as status-core has it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::paths::option;
use crate::registry::{self, Registered};

/// An array of status-core's `Facts`.
pub fn registry() -> TokenStream {
    let facts = registry::all().map(|entry| {
        let registration = format_ident!("{}", entry.registration.name());
        let spec = option((!entry.spec.is_empty()).then_some(entry.spec));
        let Registered { code, cacheable, storable, content, temporary, required_headers, .. } =
            entry;
        quote! {
            Facts {
                code: #code,
                registration: Registration::#registration,
                spec: #spec,
                cacheable: #cacheable,
                storable: #storable,
                content: #content,
                temporary: #temporary,
                required_headers: &[#(#required_headers),*],
            }
        }
    });
    quote!(&[#(#facts),*])
}
