//! The registry as status-core's `Facts`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::paths::option;
use crate::registry::{self, Registered};

/// An array of them.
pub fn registry() -> TokenStream {
    let facts = registry::all().map(|entry| {
        let registration = format_ident!("{}", entry.registration.name());
        let spec = option(Some(entry.spec));
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
