//! `Cause`: the parts of the original error that are logged.

#[cfg(not(feature = "tracing"))]
pub(crate) use off::Cause;
#[cfg(feature = "tracing")]
pub(crate) use on::{Cause, sources};

#[cfg(feature = "tracing")]
mod on {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;
    use core::error::Error;
    use core::{fmt, iter};

    use crate::problem::lossy::LossyDisplay;

    /// A longer chain of sources is treated as a cycle.
    const LONGEST_CHAIN: usize = 64;

    #[derive(Clone)]
    pub(crate) struct Cause {
        pub text: String,
        pub sources: Option<String>,
        /// The error's own detail, if it differs from its message.
        pub detail: Option<String>,
    }

    impl Cause {
        pub(crate) fn of(
            text: &LossyDisplay<'_, impl fmt::Display + ?Sized>,
            source: Option<&(dyn Error + 'static)>,
            detail: Option<&str>,
        ) -> Self {
            let text = text.to_string();
            let sources = sources(&text, source);
            let detail = detail.filter(|detail| *detail != text).map(String::from);
            Self { text, sources, detail }
        }
    }

    /// The messages of an error's sources, separated by colons. A message that the preceding one
    /// ends with is omitted.
    pub(crate) fn sources(message: &str, source: Option<&(dyn Error + 'static)>) -> Option<String> {
        let mut around = String::from(message);
        let mut shown: Vec<String> = Vec::new();
        let chain = iter::successors(source, |&error| error.source());
        for error in chain.take(LONGEST_CHAIN) {
            let text = LossyDisplay(error).to_string();
            if !ends_with(&around, &text) {
                shown.push(text.clone());
            }
            around = text;
        }
        (!shown.is_empty()).then(|| shown.join(": "))
    }

    /// Whether the text ends with these words, and not with a part of a longer one.
    fn ends_with(text: &str, words: &str) -> bool {
        let before = text.strip_suffix(words);
        before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use core::error::Error;

    use crate::problem::lossy::LossyDisplay;

    #[derive(Clone)]
    pub(crate) struct Cause;

    impl Cause {
        pub(crate) fn of<E: ?Sized>(
            _: &LossyDisplay<'_, E>,
            _: Option<&(dyn Error + 'static)>,
            _: Option<&str>,
        ) -> Self {
            Self
        }
    }
}
