//! `Language`: the language of a problem's title and detail.

use alloc::boxed::Box;

/// A language tag: subtags of letters and digits, with a hyphen between them (RFC 5646 §2.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Language(Box<str>);

impl Language {
    /// Returns `None` if the text does not have the form of a language tag. Registered tags have at
    /// most 35 characters (RFC 5646 §4.4.1).
    pub(crate) fn new(tag: &str) -> Option<Self> {
        let is_subtag = |subtag: &str| {
            (1..=8).contains(&subtag.len()) && subtag.bytes().all(|it| it.is_ascii_alphanumeric())
        };
        (tag.len() <= 35 && tag.split('-').all(is_subtag)).then(|| Self(tag.into()))
    }

    pub(crate) fn tag(&self) -> &str {
        &self.0
    }
}
