//! `Cause`: the parts of the original error that are logged.

#[cfg(not(feature = "tracing"))]
pub(crate) use off::Cause;
#[cfg(feature = "tracing")]
pub(crate) use on::{Cause, Sources};

#[cfg(feature = "tracing")]
mod on {
    use alloc::string::{String, ToString};
    use core::error::Error;
    use core::fmt;

    use crate::problem::lossy::LossyDisplay;

    /// A longer chain of sources is treated as a cycle.
    const LONGEST_CHAIN: usize = 64;

    #[derive(Clone)]
    pub(crate) struct Cause {
        pub text: String,
        pub sources: Option<String>,
        /// The detail of the error, if it is not its text.
        pub detail: Option<String>,
    }

    impl Cause {
        pub(crate) fn of(
            text: &LossyDisplay<'_, impl fmt::Display + ?Sized>,
            source: Option<&(dyn Error + 'static)>,
            detail: Option<&str>,
        ) -> Self {
            let text = text.to_string();
            let sources = source.map(|source| Sources(source).to_string());
            let detail = detail.filter(|detail| *detail != text).map(String::from);
            Self { text, sources, detail }
        }
    }

    /// Displays an error and its sources, separated by colons.
    pub(crate) struct Sources<'a>(pub &'a (dyn Error + 'static));

    impl fmt::Display for Sources<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}", LossyDisplay(self.0))?;
            let mut error = self.0;
            for _ in 1..LONGEST_CHAIN {
                let Some(source) = error.source() else { break };
                write!(f, ": {}", LossyDisplay(source))?;
                error = source;
            }
            Ok(())
        }
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
