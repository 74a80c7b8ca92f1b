//! Syntactic questions about the type of a field.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, GenericParam, Generics, PathArguments, Type};

/// The `T` of an `Option<T>`.
pub fn in_option(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) => Some(inner),
        _ => None,
    }
}

/// Whether the type is `ident`, or a `&`, `Box`, `Rc`, `Arc` or `Cow` of it.
///
/// Only `Self` and the bare name match: `stock::Error` is not the `Error` being derived.
pub fn is_or_points_to(ty: &Type, ident: &Ident) -> bool {
    match ungrouped(ty) {
        Type::Reference(reference) => is_or_points_to(&reference.elem, ident),
        Type::Path(path) if path.qself.is_none() => {
            let Some(last) = path.path.segments.last() else { return false };
            let pointers = ["Box", "Rc", "Arc", "Cow"];
            if pointers.iter().any(|pointer| last.ident == pointer) {
                let PathArguments::AngleBracketed(arguments) = &last.arguments else {
                    return false;
                };
                return arguments.args.iter().any(|argument| {
                    matches!(argument, GenericArgument::Type(it) if is_or_points_to(it, ident))
                });
            }
            let bare = path.path.leading_colon.is_none() && path.path.segments.len() == 1;
            bare && (last.ident == *ident || last.ident == "Self")
        }
        _ => false,
    }
}

/// Whether the type called `ident` occurs anywhere in the type, as `Self` or by its bare name.
pub fn mentions_self(ty: &Type, ident: &Ident) -> bool {
    mentions(ty.to_token_stream(), &|name| name == ident || name == "Self")
}

/// Whether a `&` occurs anywhere in the type.
pub fn borrows(ty: &Type) -> bool {
    fn any(tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Punct(punct) => punct.as_char() == '&',
            TokenTree::Group(group) => any(group.stream()),
            TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        })
    }
    any(ty.to_token_stream())
}

/// Whether the type says `Self`.
pub fn mentions_self_word(ty: &Type) -> bool {
    mentions(ty.to_token_stream(), &|name| name == "Self")
}

/// Whether a type parameter or a const parameter occurs anywhere in the type.
pub fn mentions_parameter(ty: &Type, generics: &Generics) -> bool {
    mentions(ty.to_token_stream(), &|name| {
        generics.params.iter().any(|param| match param {
            GenericParam::Type(param) => param.ident == *name,
            GenericParam::Const(param) => param.ident == *name,
            GenericParam::Lifetime(_) => false,
        })
    })
}

/// Whether a name occurs other than as a later segment of a path: the `T` of `other::T` is not a
/// parameter.
fn mentions(tokens: TokenStream, is_meant: &dyn Fn(&Ident) -> bool) -> bool {
    let mut colons = 0;
    for token in tokens {
        let found = match &token {
            TokenTree::Ident(ident) => colons < 2 && is_meant(ident),
            TokenTree::Group(group) => mentions(group.stream(), is_meant),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        };
        if found {
            return true;
        }
        let is_colon = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':');
        colons = if is_colon { colons + 1 } else { 0 };
    }
    false
}

/// The type with `'static` for each lifetime parameter: a table is a `static`, shared by all
/// lifetimes.
pub fn with_static_lifetimes(ty: &Type, generics: &Generics) -> TokenStream {
    replace_lifetimes(ty.to_token_stream(), &|name| {
        generics.lifetimes().any(|param| param.lifetime.ident == *name)
    })
}

fn replace_lifetimes(tokens: TokenStream, is_own: &dyn Fn(&Ident) -> bool) -> TokenStream {
    let mut after_quote = false;
    let replaced = tokens.into_iter().map(|token| {
        let token = match token {
            TokenTree::Ident(name) if after_quote && is_own(&name) => {
                TokenTree::Ident(Ident::new("static", name.span()))
            }
            TokenTree::Group(group) => {
                let stream = replace_lifetimes(group.stream(), is_own);
                let mut replaced = Group::new(group.delimiter(), stream);
                replaced.set_span(group.span());
                TokenTree::Group(replaced)
            }
            token => token,
        };
        after_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        token
    });
    replaced.collect()
}

/// A type that comes from a fragment of a `macro_rules!` macro is in an invisible group.
fn ungrouped(mut ty: &Type) -> &Type {
    while let Type::Group(group) = ty {
        ty = &group.elem;
    }
    ty
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Ident, Span};
    use quote::ToTokens;
    use syn::{Generics, Type};

    use super::{
        in_option, is_or_points_to, mentions_parameter, mentions_self, with_static_lifetimes,
    };

    fn ty(text: &str) -> Type {
        syn::parse_str(text).unwrap()
    }

    #[test]
    fn an_option_is_known_by_its_last_segment() {
        for option in ["Option<u8>", "std::option::Option<u8>", "::std::option::Option::<u8>"] {
            let inner = ty(option);
            let inner = in_option(&inner).unwrap();
            assert_eq!(inner.to_token_stream().to_string(), "u8", "{option}");
        }
        for other in [
            "Optional<u8>",
            "Vec<Option<u8>>",
            "&Option<u8>",
            "Option::None::X",
            "dyn Option",
            "[Option; 1]",
            "Option!()",
            "Option",
            "Option<'a>",
        ] {
            assert!(in_option(&ty(other)).is_none(), "{other}");
        }
    }

    #[test]
    fn only_self_and_the_bare_name_are_the_type_itself() {
        let ident = Ident::new("Own", Span::call_site());
        for own in [
            "Own",
            "Self",
            "Own<T>",
            "Box<Own>",
            "Box<Self>",
            "&'static Own",
            "&'a Box<Own<'a, T>>",
            "std::sync::Arc<Own>",
            "Rc<Self>",
            "Box<Cow<'static, Own>>",
        ] {
            assert!(is_or_points_to(&ty(own), &ident), "{own}");
        }
        for other in [
            "Other",
            "Box<Other>",
            "Vec<Own>",
            "(Own,)",
            "Box<dyn Own>",
            "Own::Other",
            "other::Own",
            "super::Own",
            "::own::Own",
            "Box<other::Own>",
            "Arc<other::Own<T>>",
            "&'static other::Own",
            "<Own as Iterator>::Item",
            "<T as Pointers>::Box<Own>",
        ] {
            assert!(!is_or_points_to(&ty(other), &ident), "{other}");
        }
        assert!(mentions_self(&ty("Traced<Own<T>>"), &ident));
        assert!(mentions_self(&ty("[Self; 1]"), &ident));
        assert!(!mentions_self(&ty("Traced<other::Own>"), &ident));
    }

    #[test]
    fn a_parameter_is_the_first_segment_of_a_path() {
        let generics: Generics = syn::parse_str("<'a, T: Clone, const N: usize>").unwrap();
        for generic in ["T", "Vec<T>", "T::Item", "<T as X>::Y", "[u8; N]", "&'a [T]", "fn(T)"] {
            assert!(mentions_parameter(&ty(generic), &generics), "{generic}");
        }
        for concrete in ["u8", "other::T", "::T", "Vec<other::T>", "&'a U", "a::N"] {
            assert!(!mentions_parameter(&ty(concrete), &generics), "{concrete}");
        }
    }

    #[test]
    fn own_lifetimes_become_static() {
        let generics: Generics = syn::parse_str("<'a>").unwrap();
        for (given, expected) in [
            ("&'a Error<'a>", "&'static Error<'static>"),
            ("Box<dyn for<'b> Fn(&'b u8) + 'a>", "Box<dyn for<'b> Fn(&'b u8) + 'static>"),
        ] {
            let replaced = with_static_lifetimes(&ty(given), &generics).to_string();
            assert_eq!(replaced, ty(expected).to_token_stream().to_string());
        }
    }
}
