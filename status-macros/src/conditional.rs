//! Attributes inside `#[cfg_attr(…)]`, which a function-like macro sees before the compiler resolves them.

use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

/// The attributes inside the `cfg_attr`s among these.
pub fn conditional(attrs: &[Attribute]) -> Vec<Meta> {
    let mut found = Vec::new();
    for attr in attrs {
        collect(&attr.meta, &mut found);
    }
    found
}

fn collect(meta: &Meta, found: &mut Vec<Meta>) {
    let Meta::List(list) = meta else { return };
    if !list.path.is_ident("cfg_attr") {
        return;
    }
    let parser = Punctuated::<Meta, Token![,]>::parse_terminated;
    let Ok(metas) = list.parse_args_with(parser) else { return };
    // The first is the condition.
    for meta in metas.into_iter().skip(1) {
        collect(&meta, found);
        found.push(meta);
    }
}

/// Whether one of the attributes is called `name`, or may become one that is.
pub fn may_have(attrs: &[Attribute], name: &str) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident(name))
        || conditional(attrs).iter().any(|meta| meta.path().is_ident(name))
}
