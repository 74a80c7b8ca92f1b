//! Changes tokens at random.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// Pseudo-random numbers, the same in every run (xorshift64*).
pub struct Numbers(pub u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// Less than `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap()
    }
}

fn strange(numbers: &mut Numbers, depth: usize) -> TokenTree {
    const WORDS: [&str; 22] = [
        "status",
        "crate",
        "self",
        "Self",
        "enum",
        "struct",
        "union",
        "pub",
        "where",
        "range",
        "transparent",
        "dynamic",
        "fallback",
        "allow",
        "NOT_FOUND",
        "NotFound",
        "r#match",
        "_",
        "doc",
        "cfg",
        "Größe",
        "header",
    ];
    const LITERALS: [&str; 16] = [
        "404",
        "0",
        "600",
        "5xx",
        "6xx",
        "99999999999999999999999999999999",
        "0x194",
        "1e9",
        "4.0",
        "\"\"",
        "\"a\\r\\nb\"",
        "'x'",
        "b\"x\"",
        "404u16",
        "\"Not Found\"",
        "c\"x\"",
    ];
    const PUNCTUATION: [char; 14] =
        [',', '=', '#', ':', '.', '-', '<', '>', '!', '&', ';', '|', '\'', '?'];
    match numbers.below(9) {
        0..=2 => {
            let word = WORDS[numbers.below(WORDS.len())];
            match word.strip_prefix("r#") {
                Some(raw) => Ident::new_raw(raw, Span::call_site()).into(),
                None => Ident::new(word, Span::call_site()).into(),
            }
        }
        3..=4 => LITERALS[numbers.below(LITERALS.len())].parse::<Literal>().unwrap().into(),
        5..=7 => {
            let spacing = if numbers.below(2) == 0 { Spacing::Alone } else { Spacing::Joint };
            // A lifetime's quote is always joint.
            match PUNCTUATION[numbers.below(PUNCTUATION.len())] {
                '\'' => Punct::new(',', spacing).into(),
                mark => Punct::new(mark, spacing).into(),
            }
        }
        _ => {
            let delimiters =
                [Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket, Delimiter::None];
            let inside = if depth == 0 { 0 } else { numbers.below(4) };
            let stream: TokenStream = (0..inside).map(|_| strange(numbers, depth - 1)).collect();
            let can_be = stream.clone().into_iter().all(|token| can_be_a_fragment(&token));
            let delimiters = if can_be { &delimiters[..] } else { &delimiters[..3] };
            Group::new(delimiters[numbers.below(delimiters.len())], stream).into()
        }
    }
}

/// Whether the token can be a fragment of a `macro_rules!` macro that declares a type. A punctuation
/// mark alone cannot, nor can the braces around fields and variants.
fn can_be_a_fragment(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(_) => false,
        TokenTree::Group(group) => group.delimiter() != Delimiter::Brace,
        TokenTree::Ident(_) | TokenTree::Literal(_) => true,
    }
}

/// Changes a token here and there, at any depth.
pub fn mutate(stream: TokenStream, numbers: &mut Numbers, rate: usize) -> TokenStream {
    let mut tokens: Vec<TokenTree> = Vec::new();
    for token in stream {
        let token = match token {
            TokenTree::Group(group) => {
                Group::new(group.delimiter(), mutate(group.stream(), numbers, rate)).into()
            }
            token => token,
        };
        match numbers.below(rate * 6) {
            0 => {}
            1 => tokens.extend([token.clone(), token]),
            2 => tokens.push(strange(numbers, 3)),
            3 => tokens.extend([token, strange(numbers, 3)]),
            4 => {
                tokens.push(token);
                let other = numbers.below(tokens.len());
                let last = tokens.len() - 1;
                // A quote and its lifetime stay together.
                let quote =
                    |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == '\'');
                if !tokens.iter().any(quote) {
                    tokens.swap(other, last);
                }
            }
            5 if can_be_a_fragment(&token) => {
                tokens.push(Group::new(Delimiter::None, token.into()).into());
            }
            _ => tokens.push(token),
        }
    }
    tokens.into_iter().collect()
}
