//! Types: tokens that few ask for more.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::buffer::TokenBuffer;

use super::reader::Reader;

pub struct Type {
    tokens: TokenStream,
}

impl Type {
    pub fn new(tokens: TokenStream) -> Self {
        Self { tokens }
    }

    /// Whether it is a path to something of this name.
    pub fn is_named(&self, name: &str) -> bool {
        let buffer = TokenBuffer::new2(self.tokens.clone());
        Reader::new(&buffer).named().is_some_and(|(last, _)| last == name)
    }

    /// Whether it is `ident`, or a pointer to it: `&`, `Box` or `Arc`.
    pub fn leads_to(&self, ident: &Ident) -> bool {
        let buffer = TokenBuffer::new2(self.tokens.clone());
        let mut reader = Reader::new(&buffer);
        if reader.punct('&').is_some() {
            reader.lifetime();
            return Self::new(reader.rest()).leads_to(ident);
        }
        match reader.named() {
            Some((name, argument)) if name == "Box" || name == "Arc" => {
                argument.is_some_and(|argument| argument.leads_to(ident))
            }
            Some((name, _)) => name == *ident || name == "Self",
            None => false,
        }
    }
}

impl ToTokens for Type {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }

    fn into_token_stream(self) -> TokenStream {
        self.tokens
    }
}

impl Reader<'_> {
    /// The last name of a path that goes to the end, and the first of its arguments.
    fn named(&mut self) -> Option<(Ident, Option<Type>)> {
        self.colons();
        loop {
            let name = self.ident()?;
            let behind_colons = self.colons();
            let mut argument = None;
            let has_arguments = self.punct('<').is_some();
            if has_arguments {
                argument = self.ty(&[',', '>']).ok();
                while self.punct(',').is_some() {
                    self.until(&[',', '>']);
                }
                self.punct('>')?;
            }
            if self.is_empty() {
                return Some((name, argument));
            }
            let goes_on = if has_arguments { self.colons() } else { behind_colons };
            if !goes_on {
                return None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Ident, Span};

    use super::Type;

    fn ty(text: &str) -> Type {
        Type::new(text.parse().unwrap())
    }

    #[test]
    fn a_path_is_known_by_its_last_name() {
        for named in [
            "Option",
            "Option<u8>",
            "std::option::Option<u8>",
            "::std::option::Option::<(u8, u8)>",
            "A<B, C>::Option",
        ] {
            assert!(ty(named).is_named("Option"), "{named}");
        }
        for other in [
            "Optional<u8>",
            "Vec<Option<u8>>",
            "&Option<u8>",
            "Option::None::X",
            "dyn Option",
            "[Option; 1]",
            "Option!()",
        ] {
            assert!(!ty(other).is_named("Option"), "{other}");
        }
    }

    #[test]
    fn pointers_lead_to_what_they_point_to() {
        let ident = Ident::new("Own", Span::call_site());
        for own in [
            "Own",
            "Self",
            "Own<T>",
            "Box<Own>",
            "Box<Self>",
            "&'static Own",
            "&'a Box<Own<'a, T>>",
            "std::sync::Arc<crate::Own>",
        ] {
            assert!(ty(own).leads_to(&ident), "{own}");
        }
        for other in ["Other", "Box<Other>", "Vec<Own>", "(Own,)", "Box<dyn Own>", "Own::Other"] {
            assert!(!ty(other).leads_to(&ident), "{other}");
        }
    }
}
