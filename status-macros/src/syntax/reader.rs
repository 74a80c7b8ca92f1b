//! A place in the tokens, and what can be read from there.

use proc_macro2::{Delimiter, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};
use syn::Lifetime;
use syn::buffer::{Cursor, TokenBuffer};
use syn::parse::ParseStream;

use super::Type;

/// Groups without delimiters, which the fragments of a `macro_rules!` macro come in, are looked through by
/// whatever asks for one kind of token, and are one token to [`Reader::tree`].
pub struct Reader<'a> {
    at: Cursor<'a>,
}

impl<'a> Reader<'a> {
    pub fn new(buffer: &'a TokenBuffer) -> Self {
        Self { at: buffer.begin() }
    }

    /// Reads from where `input` stands, which then stands behind what has been read.
    pub fn read<T>(
        input: ParseStream,
        read: impl FnOnce(&mut Reader) -> syn::Result<T>,
    ) -> syn::Result<T> {
        input.step(|cursor| {
            let mut reader = Reader { at: *cursor };
            let value = read(&mut reader)?;
            Ok((value, reader.at))
        })
    }

    pub fn is_empty(&self) -> bool {
        let mut at = self.at;
        // A visibility that is not there comes as a group, too.
        while let Some((inside, _, behind)) = at.group(Delimiter::None) {
            if !inside.eof() {
                return false;
            }
            at = behind;
        }
        at.eof()
    }

    pub fn span(&self) -> Span {
        self.at.span()
    }

    pub fn expected(&self, what: &str) -> syn::Error {
        syn::Error::new(self.span(), format!("expected {what}"))
    }

    fn take<T>(&mut self, found: Option<(T, Cursor<'a>)>) -> Option<T> {
        let (token, behind) = found?;
        self.at = behind;
        Some(token)
    }

    pub fn ident(&mut self) -> Option<Ident> {
        self.take(self.at.ident())
    }

    /// This one identifier.
    pub fn word(&mut self, word: &str) -> Option<Ident> {
        self.take(self.at.ident().filter(|(ident, _)| ident == word))
    }

    pub fn lifetime(&mut self) -> Option<Lifetime> {
        self.take(self.at.lifetime())
    }

    pub fn literal(&mut self) -> Option<Literal> {
        self.take(self.at.literal())
    }

    pub fn is_punct(&self, mark: char) -> bool {
        self.at.punct().is_some_and(|(punct, _)| punct.as_char() == mark)
    }

    pub fn punct(&mut self, mark: char) -> Option<Punct> {
        self.take(self.at.punct().filter(|(punct, _)| punct.as_char() == mark))
    }

    /// Whether `::` stands here, which is read then.
    pub fn colons(&mut self) -> bool {
        let before = self.at;
        let found = self.punct(':').is_some() && self.punct(':').is_some();
        if !found {
            self.at = before;
        }
        found
    }

    /// The end, or a comma, which is read.
    pub fn comma(&mut self) -> syn::Result<()> {
        if self.is_empty() || self.punct(',').is_some() {
            Ok(())
        } else {
            Err(self.expected("`,`"))
        }
    }

    /// What stands in these delimiters.
    pub fn group(&mut self, delimiter: Delimiter) -> Option<Self> {
        let (inside, _, behind) = self.at.group(delimiter)?;
        self.at = behind;
        Some(Self { at: inside })
    }

    pub fn tree(&mut self) -> Option<TokenTree> {
        self.take(self.at.token_tree())
    }

    /// All that has not been read.
    pub fn rest(&self) -> TokenStream {
        self.at.token_stream()
    }

    /// A type, which one of `marks` ends.
    pub fn ty(&mut self, marks: &[char]) -> syn::Result<Type> {
        let missing = self.expected("a type");
        let tokens = self.until(marks);
        if tokens.is_empty() { Err(missing) } else { Ok(Type::new(tokens)) }
    }

    /// The tokens before the first of `marks` that stands in no angle brackets, or before the end.
    pub fn until(&mut self, marks: &[char]) -> TokenStream {
        self.before(&|token, _| match token {
            TokenTree::Punct(punct) => marks.contains(&punct.as_char()),
            _ => false,
        })
    }

    /// The tokens before the first that `ends` them and stands in no angle brackets, or before the end. It is told
    /// whether a token is the last.
    pub fn before(&mut self, ends: &dyn Fn(&TokenTree, bool) -> bool) -> TokenStream {
        let mut tokens = TokenStream::new();
        let mut depth = 0_usize;
        // The `>` of `->` closes nothing.
        let mut in_arrow = false;
        while let Some((token, behind)) = self.at.token_tree() {
            if depth == 0 && !in_arrow && ends(&token, behind.eof()) {
                break;
            }
            let mut begins_arrow = false;
            if let TokenTree::Punct(punct) = &token {
                match punct.as_char() {
                    '<' => depth += 1,
                    '>' if !in_arrow => depth = depth.saturating_sub(1),
                    '-' => begins_arrow = punct.spacing() == Spacing::Joint,
                    _ => {}
                }
            }
            in_arrow = begins_arrow;
            tokens.append(token);
            self.at = behind;
        }
        tokens
    }

    /// Goes on to the comma behind an expression, which is that of a discriminant. A `<` begins a list of types where
    /// an operand is due, behind `::` and in the type of a cast; behind an operand it compares.
    pub fn skip_expression(&mut self) {
        /// Words that an operand follows.
        const OPENING: [&str; 7] = ["break", "else", "if", "in", "match", "return", "while"];
        let mut is_due = true;
        while !self.is_empty() && !self.is_punct(',') {
            if is_due && self.skip_list() {
                is_due = false;
            } else if self.colons() {
                self.skip_list();
            } else if self.word("as").is_some() {
                self.skip_cast();
                is_due = false;
            } else if let Some(ident) = self.ident() {
                is_due = OPENING.iter().any(|word| ident == word);
            } else if let Some(TokenTree::Punct(punct)) = self.tree() {
                // `<<` is one mark.
                if punct.as_char() == '<' && punct.spacing() == Spacing::Joint {
                    self.punct('<');
                }
                is_due = punct.as_char() != '?';
            } else {
                is_due = false;
            }
        }
    }

    /// The type of a cast: marks before a path, or something in parentheses.
    fn skip_cast(&mut self) {
        while self.punct('*').is_some() || self.punct('&').is_some() || self.lifetime().is_some() {}
        if self.group(Delimiter::Parenthesis).is_some() {
            return;
        }
        let mut list_may_follow = true;
        loop {
            if self.colons() {
                list_may_follow = true;
            } else if list_may_follow && self.skip_list() {
                list_may_follow = false;
            } else if self.at.ident().is_some_and(|(ident, _)| ident != "as") {
                self.ident();
                list_may_follow = true;
            } else {
                return;
            }
        }
    }

    /// Whether a list in angle brackets stands here, which is read then.
    fn skip_list(&mut self) -> bool {
        let begins = self.punct('<').is_some();
        if begins {
            self.until(&['>']);
            self.punct('>');
        }
        begins
    }

    /// A path of names. It returns the one that is the whole of it, and an empty one for a longer path.
    pub fn path(&mut self) -> Option<String> {
        let mut is_longer = self.colons();
        loop {
            let name = self.ident()?;
            if !self.colons() {
                return Some(if is_longer { String::new() } else { name.to_string() });
            }
            is_longer = true;
        }
    }

    /// `pub`, `pub(crate)` and its kind, or nothing.
    pub fn visibility(&mut self) -> TokenStream {
        let mut tokens = TokenStream::new();
        let Some(public) = self.word("pub") else { return tokens };
        public.to_tokens(&mut tokens);
        // In `pub (u8, u8)` the parentheses are the type of a field.
        let mut ahead = Self { at: self.at };
        if let Some(mut inside) = ahead.group(Delimiter::Parenthesis) {
            let scope = inside.ident().map(|ident| ident.to_string()).unwrap_or_default();
            let is_scope = match scope.as_str() {
                "in" => inside.path().is_some(),
                "crate" | "self" | "super" => true,
                _ => false,
            };
            if is_scope && inside.is_empty() {
                tokens.extend(self.tree());
            }
        }
        tokens
    }
}
