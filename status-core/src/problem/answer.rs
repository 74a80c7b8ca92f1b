//! `Answer`: a complete response, independent of any framework.

use bytes::Bytes;
#[cfg(feature = "http")]
use http::Response;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue};

use super::caching::forbid_storing;
use super::details::{Details, MEDIA_TYPE, body};
#[cfg(feature = "http")]
use super::extensions::describe;
use super::header_fields::HeaderFields;
use super::object::Problem;
use super::occurrence::Occurrence;
use super::or_status::StatusError;
use crate::canonical::server_error::ServerError;
use crate::event;
use crate::status::Status;

/// The response to an error, ready to be converted into a framework's types. This crate's
/// integrations use it, and so can yours.
///
/// ```
/// use status_core::ServerError;
/// use status_core::problem::Answer;
///
/// let answer = Answer::of(&ServerError::BadGateway);
/// assert_eq!(answer.status.code(), 502);
/// assert_eq!(answer.fields["content-type"], "application/problem+json");
/// assert_eq!(answer.content, r#"{"title":"Bad Gateway","status":502}"#);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answer {
    /// The status, whose code and reason are sent. Put it into the response's extensions.
    pub status: &'static Status,
    /// The header fields, with `Content-Type` if there is content. The framework sets
    /// `Content-Length`.
    pub fields: HeaderMap,
    /// The content. Empty if the code does not allow content, or if it is not an error code and the
    /// occurrence adds nothing.
    pub content: Bytes,
    /// What the occurrence adds to its status. Put it into the response's extensions, so that a
    /// layer can render another representation.
    pub details: Option<Details>,
}

impl Answer {
    /// Creates the response to an error. With the feature `tracing`, this also logs the error.
    #[must_use]
    pub fn of<E: Occurrence + ?Sized>(error: &E) -> Self {
        let status = error.status();
        event::of_error(error, status);
        let details = Details::of(error, status);
        let content = content(status, details.as_ref(), true);
        let mut fields = HeaderMap::new();
        error.header_fields(&mut HeaderFields::new(&mut fields));
        complete(&mut fields, status, !content.is_empty());
        Self { status, fields, content, details }
    }

    /// Creates the response to an error as an [`http::Response`]. This is equivalent to converting
    /// [`Answer::of`], but faster. With the feature `tracing`, it also logs the error.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use http::Response;
    /// use status_core::ServerError;
    /// use status_core::problem::Answer;
    ///
    /// let response: Response<Bytes> = Answer::response(&ServerError::BadGateway);
    /// assert_eq!(response.status(), 502);
    /// assert_eq!(response.body(), r#"{"title":"Bad Gateway","status":502}"#);
    /// ```
    #[cfg(feature = "http")]
    #[cfg_attr(docsrs, doc(cfg(feature = "http")))]
    #[must_use]
    pub fn response<B: From<Bytes>, E: Occurrence + ?Sized>(error: &E) -> Response<B> {
        let status = error.status();
        event::of_error(error, status);
        let details = Details::of(error, status);
        let content = content(status, details.as_ref(), true);
        let has_content = !content.is_empty();
        let mut response = Response::new(B::from(content));
        let fields = response.headers_mut();
        error.header_fields(&mut HeaderFields::new(fields));
        complete(fields, status, has_content);
        describe(&mut response, status, details);
        response
    }
}

/// The content of a response. Every error code allows content.
fn content(status: &'static Status, details: Option<&Details>, is_of_status: bool) -> Bytes {
    match details {
        Some(details) if status.allows_content() => Bytes::from(details.to_json(is_of_status)),
        None if status.class().is_error() => body(status),
        _ => Bytes::new(),
    }
}

/// Adds the header fields that depend on the status and on the content.
fn complete(fields: &mut HeaderMap, status: &Status, has_content: bool) {
    forbid_storing(status, fields);
    if has_content {
        // There is none yet: `HeaderFields` does not accept `Content-Type`.
        fields.append(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    }
}

/// With the feature `tracing`, this also logs the problem.
///
/// A problem that was read from another server's response becomes a 502 without any of its content.
/// [`Problem::forward`] explains why.
impl From<Problem> for Answer {
    fn from(mut problem: Problem) -> Self {
        if problem.is_received() {
            problem = StatusError::new(ServerError::BadGateway, problem).into();
        }
        event::of_problem(&problem, problem.cause());
        let (mut fields, details) = problem.into_parts();
        let status = details.status;
        let is_of_status = details.is_of_status();
        let details = (!is_of_status || details.adds()).then_some(details);
        let content = content(status, details.as_ref(), is_of_status);
        complete(&mut fields, status, !content.is_empty());
        Self { status, fields, content, details }
    }
}
