//! The log: one event for each response that reports an error, and for each body that cannot be sent.

#[cfg(all(feature = "_layer", not(feature = "tracing")))]
pub(crate) use off::of_status;
#[cfg(not(feature = "tracing"))]
pub(crate) use off::{of_body, of_error, of_lost_field, of_problem};
#[cfg(all(feature = "_layer", feature = "tracing"))]
pub(crate) use on::of_status;
#[cfg(feature = "tracing")]
pub(crate) use on::{of_body, of_error, of_lost_field, of_problem};

#[cfg(feature = "tracing")]
mod on {
    use core::fmt;

    use crate::problem::cause::{Cause, Sources};
    use crate::problem::escape::Escaped;
    use crate::problem::lossy::LossyDisplay;
    use crate::problem::object::Problem;
    use crate::problem::occurrence::Occurrence;
    use crate::status::Status;

    pub(crate) fn of_error<E: Occurrence + ?Sized>(error: &E, status: &Status) {
        emit(status, &LossyDisplay(error), error.source_error().map(Sources));
    }

    pub(crate) fn of_problem(problem: &Problem, cause: Option<&Cause>) {
        let Some(Cause { text, sources, detail: sent }) = cause else {
            return emit(problem.status(), problem, None::<&str>);
        };
        match &problem.detail {
            // One that was added to the problem of the error.
            Some(detail) if detail != text && Some(detail) != sent.as_ref() => {
                emit(problem.status(), &format_args!("{text}: {detail}"), sources.as_ref());
            }
            _ => emit(problem.status(), text, sources.as_ref()),
        }
    }

    /// A body that could not be made.
    pub(crate) fn of_body(status: &Status, why: &str) {
        tracing::event!(
            target: "status_core",
            tracing::Level::ERROR,
            http.response.status_code = status.code(),
            error.r#type = %ErrorType(status),
            "the `body` of this response cannot be sent, so it is a problem: {}",
            Escaped(why)
        );
    }

    /// A field that the status requires, and whose value could not be sent.
    pub(crate) fn of_lost_field(status: &Status, name: &str) {
        tracing::event!(
            target: "status_core",
            tracing::Level::ERROR,
            http.response.status_code = status.code(),
            error.r#type = %ErrorType(status),
            "the `{name}` of this response is empty or has characters that cannot be sent, so it is a 500: a \
             {} requires it ({})",
            status.code(),
            status.spec().unwrap_or_default()
        );
    }

    #[cfg(feature = "_layer")]
    pub(crate) fn of_status(status: &Status) {
        emit(status, status, None::<&str>);
    }

    fn emit(status: &Status, text: &dyn fmt::Display, sources: Option<impl fmt::Display>) {
        if !status.class().is_error() {
            return;
        }
        let sources = sources.map(Escaped);
        // An event's level is part of its static metadata, so each level needs its own call.
        macro_rules! event {
            ($level:ident) => {
                tracing::event!(
                    target: "status_core",
                    tracing::Level::$level,
                    http.response.status_code = status.code(),
                    error.r#type = %ErrorType(status),
                    error.sources = sources.map(tracing::field::display),
                    "{}",
                    Escaped(text)
                )
            };
        }
        match status.code() {
            500.. => event!(ERROR),
            408 | 429 => event!(WARN),
            _ => event!(INFO),
        }
    }

    /// The slug, or the code if there is no slug.
    struct ErrorType<'a>(&'a Status);

    impl fmt::Display for ErrorType<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self.0.slug() {
                "" => fmt::Display::fmt(&self.0.code(), f),
                slug => f.write_str(slug),
            }
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use crate::problem::cause::Cause;
    use crate::problem::object::Problem;
    use crate::problem::occurrence::Occurrence;
    use crate::status::Status;

    pub(crate) fn of_body(_: &Status, _: &str) {}

    pub(crate) fn of_lost_field(_: &Status, _: &str) {}

    pub(crate) fn of_error<E: Occurrence + ?Sized>(_: &E, _: &Status) {}

    pub(crate) fn of_problem(_: &Problem, _: Option<&Cause>) {}

    #[cfg(feature = "_layer")]
    pub(crate) fn of_status(_: &Status) {}
}
