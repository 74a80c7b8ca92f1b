//! What happened, for those who run the service: one event for each response that tells of an error.

#[cfg(feature = "tracing")]
pub(crate) use on::{Cause, of_error, of_problem};

/// Without the feature, nobody is told and nothing is kept.
#[cfg(not(feature = "tracing"))]
pub(crate) use off::{Cause, of_error, of_problem};

#[cfg(feature = "tracing")]
mod on {
    use alloc::string::{String, ToString};
    use core::error::Error;
    use core::fmt;

    use crate::Status;
    use crate::problem::{Occurrence, Problem, Text};

    /// More sources than this are a chain that leads back to itself.
    const LONGEST_CHAIN: usize = 64;

    /// What a problem keeps of the error that it was made of, for the event.
    #[derive(Clone)]
    pub(crate) struct Cause {
        text: String,
        sources: Option<String>,
    }

    impl Cause {
        pub(crate) fn of<E: Occurrence + ?Sized>(error: &E) -> Self {
            let sources = error.source_error().map(|source| Sources(source).to_string());
            Self { text: Text(error).to_string(), sources }
        }
    }

    pub(crate) fn of_error<E: Occurrence + ?Sized>(error: &E, status: &Status) {
        emit(status, &Text(error), error.source_error().map(Sources));
    }

    pub(crate) fn of_problem(problem: &Problem, cause: Option<&Cause>) {
        let Some(Cause { text, sources }) = cause else {
            return emit(problem.status(), problem, None::<&str>);
        };
        match &problem.detail {
            Some(detail) if detail != text => {
                emit(problem.status(), &format_args!("{text}: {detail}"), sources.as_ref());
            }
            _ => emit(problem.status(), text, sources.as_ref()),
        }
    }

    fn emit(status: &Status, text: &dyn fmt::Display, sources: Option<impl fmt::Display>) {
        if !status.class().is_error() {
            return;
        }
        /// A level is part of the event's static data.
        macro_rules! event {
            ($level:ident) => {
                tracing::event!(
                    target: "status_core",
                    tracing::Level::$level,
                    http.response.status_code = status.code(),
                    error.r#type = %Type(status),
                    error.sources = sources.map(tracing::field::display),
                    "{text}"
                )
            };
        }
        match status.code() {
            500.. => event!(ERROR),
            408 | 429 => event!(WARN),
            _ => event!(INFO),
        }
    }

    /// The slug, or the code where nobody gave it a name.
    struct Type<'a>(&'a Status);

    impl fmt::Display for Type<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self.0.slug() {
                "" => fmt::Display::fmt(&self.0.code(), f),
                slug => f.write_str(slug),
            }
        }
    }

    /// An error's text and that of each that led to it, with a colon between them.
    struct Sources<'a>(&'a (dyn Error + 'static));

    impl fmt::Display for Sources<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}", Text(self.0))?;
            let mut error = self.0;
            for _ in 1..LONGEST_CHAIN {
                let Some(source) = error.source() else { break };
                write!(f, ": {}", Text(source))?;
                error = source;
            }
            Ok(())
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use crate::Status;
    use crate::problem::{Occurrence, Problem};

    #[derive(Clone)]
    pub(crate) struct Cause;

    impl Cause {
        pub(crate) fn of<E: Occurrence + ?Sized>(_: &E) -> Self {
            Self
        }
    }

    pub(crate) fn of_error<E: Occurrence + ?Sized>(_: &E, _: &Status) {}

    pub(crate) fn of_problem(_: &Problem, _: Option<&Cause>) {}
}
