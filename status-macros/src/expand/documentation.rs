//! Documentation as an expression.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::model::{DocLine, Documentation};

/// The whole text, its lines joined as rustdoc joins them.
impl ToTokens for Documentation {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let has_macro = self.lines.iter().any(|line| matches!(line, DocLine::Macro(_)));
        let parts: Vec<TokenStream> = self.lines.iter().map(part).collect();
        if has_macro {
            // Only the compiler can join the text of a macro with the others.
            let mut parts = parts.iter();
            let first = parts.next();
            quote!(::core::concat!(#first #(, "\n", #parts)*)).to_tokens(tokens);
            return;
        }
        let texts = self.lines.iter().filter_map(|line| match line {
            DocLine::Text(text) => Some(text.as_str()),
            DocLine::Macro(_) => None,
        });
        texts.collect::<Vec<_>>().join("\n").trim().to_tokens(tokens);
    }
}

fn part(line: &DocLine) -> TokenStream {
    match line {
        DocLine::Text(text) => text.to_token_stream(),
        DocLine::Macro(call) => call.clone(),
    }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;
    use syn::Attribute;
    use syn::parse::Parser;

    use crate::parse;

    fn expression(text: &str) -> String {
        let attrs = Attribute::parse_outer.parse_str(text).unwrap();
        parse::documentation(&attrs).to_token_stream().to_string()
    }

    #[test]
    fn lines_are_joined_as_rustdoc_joins_them() {
        let joined = expression(
            r##"#[doc = " First."] #[doc = ""] #[doc(hidden)] #[doc = r#"   indented  "#]"##,
        );
        assert_eq!(joined, r#""First.\n\n  indented""#);
    }

    #[test]
    fn a_macro_is_left_to_the_compiler() {
        let joined = expression(r#"#[doc = " First."] #[doc = include_str!("order.md")]"#);
        assert_eq!(joined, r#":: core :: concat ! ("First." , "\n" , include_str ! ("order.md"))"#);
    }
}
