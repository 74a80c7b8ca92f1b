//! Errors in the middle of a response: its status was sent before.
//!
//! A stream that fails after the header section cannot become a problem. [`end_on_error`] logs the
//! error once, as that of a response, and ends the stream, so that the client notices:
//!
//! ```
//! use axum::body::Body;
//! use axum::response::Response;
//! use futures_core::Stream;
//! use status_core::stream::end_on_error;
//! # use status_core::HttpStatus;
//! # #[derive(Debug, thiserror::Error, HttpStatus)]
//! # enum ExportError {
//! #     /// The database failed.
//! #     #[error("connection to db.internal lost")]
//! #     #[status(500)]
//! #     Database,
//! # }
//!
//! fn export(rows: impl Stream<Item = Result<String, ExportError>> + Send + 'static) -> Response {
//!     Response::new(Body::from_stream(end_on_error(rows)))
//! }
//! ```

use core::error::Error;
use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::Stream;
use pin_project_lite::pin_project;

use crate::event;
use crate::problem::details::Details;
use crate::problem::object::Problem;
#[cfg(feature = "_layer")]
use crate::request_id::{self, Scope};

/// Ends a stream at its first error, which becomes an [`Ended`].
///
/// With the feature `tracing`, the error is logged like that of a response. The event has the id of
/// the request if this function is called in a handler inside a `ProblemLayer` that knows it.
///
/// A server that gets an error from a stream closes the connection (HTTP/1.1) or resets the stream
/// (HTTP/2). The client then knows that the content is incomplete (RFC 9112 §8).
pub fn end_on_error<S, T, E>(stream: S) -> EndOnError<S, fn(&Details) -> Option<T>>
where
    S: Stream<Item = Result<T, E>>,
    E: Into<Problem>,
{
    EndOnError::new(stream, |_| None)
}

/// The same as [`end_on_error`], but the stream ends with a last item instead of an error. It is made
/// from the problem, of which a client may see everything.
///
/// It is for formats in which the client can tell that item from the others, such as server-sent
/// events:
///
/// ```
/// use axum::response::sse::{Event, Sse};
/// use futures_core::Stream;
/// use status_core::stream::{Ended, end_with};
/// # use status_core::HttpStatus;
/// # #[derive(Debug, thiserror::Error, HttpStatus)]
/// # enum PriceError {
/// #     /// The exchange does not answer.
/// #     #[error("no answer from exchange.internal")]
/// #     #[status(502)]
/// #     Exchange,
/// # }
///
/// fn prices(
///     events: impl Stream<Item = Result<Event, PriceError>> + Send + 'static,
/// ) -> Sse<impl Stream<Item = Result<Event, Ended>>> {
///     Sse::new(end_with(events, |problem| {
///         let json = String::from_utf8_lossy(&problem.json()).into_owned();
///         Event::default().event("problem").data(json)
///     }))
/// }
/// ```
pub fn end_with<S, T, E>(
    stream: S,
    last: impl FnOnce(&Details) -> T,
) -> EndOnError<S, impl FnOnce(&Details) -> Option<T>>
where
    S: Stream<Item = Result<T, E>>,
    E: Into<Problem>,
{
    EndOnError::new(stream, |details: &Details| Some(last(details)))
}

pin_project! {
    /// A stream that ends at its first error. Returned by [`end_on_error`] and [`end_with`].
    pub struct EndOnError<S, F> {
        #[pin]
        stream: S,
        // `None` after the error.
        last: Option<F>,
        request: Request,
    }
}

impl<S, F> EndOnError<S, F> {
    fn new(stream: S, last: F) -> Self {
        Self { stream, last: Some(last), request: Request::current() }
    }
}

impl<S, T, E, F> Stream for EndOnError<S, F>
where
    S: Stream<Item = Result<T, E>>,
    E: Into<Problem>,
    F: FnOnce(&Details) -> Option<T>,
{
    type Item = Result<T, Ended>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.project();
        if this.last.is_none() {
            return Poll::Ready(None);
        }
        let error = match ready!(this.stream.poll_next(cx)) {
            Some(Err(error)) => error,
            Some(Ok(item)) => return Poll::Ready(Some(Ok(item))),
            None => return Poll::Ready(None),
        };
        let problem = this.request.log(error.into().sendable());
        let last = this.last.take().and_then(|last| last(&problem));
        Poll::Ready(Some(last.ok_or(Ended(()))))
    }
}

/// The request of the stream, if a layer knows its id.
struct Request {
    #[cfg(feature = "_layer")]
    scope: Option<Scope>,
}

#[cfg(feature = "_layer")]
impl Request {
    fn current() -> Self {
        Self { scope: request_id::current().map(Scope::new) }
    }

    /// Logs the problem, and gives it the id.
    fn log(&self, mut problem: Problem) -> Problem {
        let _entered = self.scope.as_ref().map(Scope::enter);
        // The header fields were sent before, so none is lost.
        event::of_problem(&problem, problem.cause(), None);
        if let Some(scope) = &self.scope {
            problem.insert_request_id(scope.id.as_str());
        }
        problem
    }
}

#[cfg(not(feature = "_layer"))]
impl Request {
    const fn current() -> Self {
        Self {}
    }

    #[expect(clippy::unused_self, reason = "there is no id without a layer")]
    fn log(&self, problem: Problem) -> Problem {
        event::of_problem(&problem, problem.cause(), None);
        problem
    }
}

impl<S: fmt::Debug, F> fmt::Debug for EndOnError<S, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EndOnError")
            .field("stream", &self.stream)
            .field("has_ended", &self.last.is_none())
            .finish_non_exhaustive()
    }
}

/// The error with which a stream ends. It tells nothing about the cause, which was logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended(());

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the response ended with an error")
    }
}

impl Error for Ended {}
