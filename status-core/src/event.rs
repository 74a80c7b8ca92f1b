//! The log: one event for each response that reports an error, and one for a body that cannot be sent.

#[cfg(all(feature = "_layer", not(feature = "tracing")))]
pub(crate) use off::{of_details, of_panic, of_status};
#[cfg(not(feature = "tracing"))]
pub(crate) use off::{of_error, of_failed_body, of_problem};
#[cfg(all(feature = "_layer", feature = "tracing"))]
pub(crate) use on::{of_details, of_panic, of_status};
#[cfg(feature = "tracing")]
pub(crate) use on::{of_error, of_failed_body, of_problem};

#[cfg(feature = "tracing")]
mod on {
    use alloc::string::ToString;
    use core::fmt;

    use tracing::Span;

    use crate::canonical::server_error::ServerError;
    use crate::problem::bounded::Bounded;
    use crate::problem::cause::{Cause, sources};
    #[cfg(feature = "_layer")]
    use crate::problem::details::Details;
    use crate::problem::escape::Escaped;
    use crate::problem::lossy::LossyDisplay;
    use crate::problem::object::Problem;
    use crate::problem::occurrence::Occurrence;
    #[cfg(feature = "_layer")]
    use crate::problem::summary::Summary;
    #[cfg(feature = "_layer")]
    use crate::request_id::for_event as request_id;
    use crate::status::Status;

    /// Only a layer reads the id of a request.
    #[cfg(not(feature = "_layer"))]
    fn request_id() -> Option<core::convert::Infallible> {
        None
    }

    /// `lost` is the name of a required header field that cannot be sent.
    pub(crate) fn of_error<E: Occurrence + ?Sized>(error: &E, status: &Status, lost: Option<&str>) {
        let message = LossyDisplay(error);
        let source = error.source_error();
        // Without a source, the message is only formatted if a subscriber records the event.
        let sources = source.and_then(|source| sources(&message.to_string(), Some(source)));
        emit_or_500(status, status.type_uri(), &message, sources.as_deref(), lost);
    }

    /// `lost` is the name of a required header field that cannot be sent.
    pub(crate) fn of_problem(problem: &Problem, cause: Option<&Cause>, lost: Option<&str>) {
        let (status, type_uri) = (problem.status(), problem.type_uri.as_deref());
        let Some(Cause { text, sources, detail: original_detail }) = cause else {
            return emit_or_500(status, type_uri, problem, None, lost);
        };
        let sources = sources.as_deref();
        match &problem.detail {
            // The detail was set on the problem after it was made from the error.
            Some(detail) if detail != text && Some(detail) != original_detail.as_ref() => {
                emit_or_500(status, type_uri, &format_args!("{text}: {detail}"), sources, lost);
            }
            _ => emit_or_500(status, type_uri, text, sources, lost),
        }
    }

    /// The response is a 500 if it has lost a header field that it requires.
    fn emit_or_500(
        status: &Status,
        type_uri: Option<&str>,
        text: &dyn fmt::Display,
        sources: Option<&str>,
        lost: Option<&str>,
    ) {
        let Some(name) = lost else { return emit(status, type_uri, text, sources) };
        let (code, spec) = (status.code(), status.spec().unwrap_or_default());
        emit(
            ServerError::InternalServerError.status(),
            None,
            &format_args!(
                "{text}: the `{name}` of this {code} is empty or has characters that cannot be sent, \
                 so the client gets a 500 ({spec})"
            ),
            sources,
        );
    }

    /// A body that could not be made, or cannot be sent.
    pub(crate) fn of_failed_body(status: &Status, why: &str) {
        tracing::event!(
            target: "status_core",
            tracing::Level::ERROR,
            http.response.status_code = status.code(),
            error.r#type = %ErrorType(status, status.type_uri()),
            request_id = request_id().map(tracing::field::display),
            "the `body` of this response cannot be sent, so the client gets the JSON problem: {}",
            Escaped(why)
        );
    }

    #[cfg(feature = "_layer")]
    pub(crate) fn of_status(status: &Status) {
        emit(status, None, status, None);
    }

    /// A problem whose own event had no request id, because it was not made by the task that the
    /// layer waits for.
    #[cfg(feature = "_layer")]
    pub(crate) fn of_details(details: &Details) {
        emit(details.status(), details.type_uri.as_deref(), &Summary(details), None);
    }

    /// A function given to the layer that panicked, with what happens instead.
    #[cfg(feature = "_layer")]
    pub(crate) fn of_panic(function: &str, instead: &str) {
        tracing::event!(
            target: "status_core",
            tracing::Level::ERROR,
            request_id = request_id().map(tracing::field::display),
            "the function given to `{function}` panicked, so {instead}"
        );
    }

    fn emit(
        status: &Status,
        type_uri: Option<&str>,
        text: &dyn fmt::Display,
        sources: Option<&str>,
    ) {
        if !status.class().is_error() {
            return;
        }
        record(status, type_uri);
        let sources = sources.map(Escaped);
        let id = request_id();
        // An event's level is part of its static metadata, so each level needs its own call.
        macro_rules! event {
            ($level:ident) => {
                tracing::event!(
                    target: "status_core",
                    tracing::Level::$level,
                    http.response.status_code = status.code(),
                    error.r#type = %ErrorType(status, type_uri),
                    error.sources = sources.map(tracing::field::display),
                    request_id = id.as_ref().map(tracing::field::display),
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

    /// Describes the error in the fields that the current span has declared, as OpenTelemetry's
    /// conventions for HTTP servers ask: a 4xx is the client's error, so the span has not failed.
    fn record(status: &Status, type_uri: Option<&str>) {
        let span = Span::current();
        span.record("http.response.status_code", status.code());
        if status.code() >= 500 {
            span.record("error.type", tracing::field::display(ErrorType(status, type_uri)));
            span.record("otel.status_code", "ERROR");
        }
    }

    /// The full type, because different errors can share a slug, or the code if there is no type. Another
    /// server may have written it.
    struct ErrorType<'a>(&'a Status, Option<&'a str>);

    impl fmt::Display for ErrorType<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self.1 {
                Some(uri) => fmt::Display::fmt(&Escaped(Bounded(uri)), f),
                None => fmt::Display::fmt(&self.0.code(), f),
            }
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use crate::problem::cause::Cause;
    #[cfg(feature = "_layer")]
    use crate::problem::details::Details;
    use crate::problem::object::Problem;
    use crate::problem::occurrence::Occurrence;
    use crate::status::Status;

    pub(crate) fn of_failed_body(_: &Status, _: &str) {}

    pub(crate) fn of_error<E: Occurrence + ?Sized>(_: &E, _: &Status, _: Option<&str>) {}

    pub(crate) fn of_problem(_: &Problem, _: Option<&Cause>, _: Option<&str>) {}

    #[cfg(feature = "_layer")]
    pub(crate) fn of_status(_: &Status) {}

    #[cfg(feature = "_layer")]
    pub(crate) fn of_details(_: &Details) {}

    #[cfg(feature = "_layer")]
    pub(crate) fn of_panic(_: &str, _: &str) {}
}
