//! A warning for each waiver that waives nothing.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::rules::Waivers;

/// A macro cannot emit a warning on stable Rust, but the use of a deprecated item is one. It is
/// reported at the user's own token, from which the use has its span.
pub fn warnings(waivers: &Waivers) -> TokenStream {
    let warnings = waivers.unused().map(|rule| {
        let item = Ident::new(&rule.to_string(), Span::call_site());
        let note = format!("`allow({rule})` has no effect here; remove it");
        quote! {
            const _: () = {
                #[deprecated(note = #note)]
                const #item: () = ();
                #rule
            };
        }
    });
    warnings.collect()
}
