//! `Answer`: a complete response, independent of any framework.

use bytes::Bytes;
#[cfg(feature = "http")]
use http::Response;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue};

use super::body::{Made, OwnBody, Sent};
use super::caching::forbid_storing;
use super::details::{Details, MEDIA_TYPE, fixed_json};
#[cfg(feature = "http")]
use super::extensions::describe;
use super::header_fields::HeaderFields;
use super::make::make;
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
    /// What the occurrence adds to its status, and the body of its own. Put it into the response's
    /// extensions, so that a layer can render another representation.
    pub details: Option<Details>,
}

impl Answer {
    /// Creates the response to an error. With the feature `tracing`, this also logs the error.
    #[must_use]
    pub fn of<E: Occurrence + ?Sized>(error: &E) -> Self {
        let status = error.status();
        event::of_error(error, status);
        let mut details = Details::of(error, status);
        let mut fields = HeaderMap::new();
        error.header_fields(&mut HeaderFields::new(&mut fields));
        let content = complete(&mut fields, status, details.as_mut(), true);
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
        let mut details = Details::of(error, status);
        let mut response = Response::new(());
        let fields = response.headers_mut();
        error.header_fields(&mut HeaderFields::new(fields));
        let content = complete(fields, status, details.as_mut(), true);
        describe(&mut response, status, details);
        response.map(|()| B::from(content))
    }
}

/// Adds the header fields that depend on the status and on the content, and returns the content.
/// `is_of_status` is [`Details::is_of_status`].
fn complete(
    fields: &mut HeaderMap,
    status: &'static Status,
    details: Option<&mut Details>,
    is_of_status: bool,
) -> Bytes {
    forbid_storing(status, fields);
    let (media_type, content) = content(fields, status, details, is_of_status);
    if !content.is_empty() {
        // There is none yet: `HeaderFields` does not accept `Content-Type`.
        fields.append(CONTENT_TYPE, media_type);
    }
    content
}

/// The content of a response and its media type. Every error code allows content.
fn content(
    fields: &HeaderMap,
    status: &'static Status,
    details: Option<&mut Details>,
    is_of_status: bool,
) -> (HeaderValue, Bytes) {
    let content = match details {
        Some(details)
            if status.allows_content()
                && (status.class().is_error() || details.adds() || !is_of_status) =>
        {
            if let Some(Made { media_type, content, .. }) = own_body(details, fields) {
                return (media_type, content);
            }
            details.to_json(is_of_status).into()
        }
        None if status.class().is_error() => fixed_json(status),
        _ => Bytes::new(),
    };
    (HeaderValue::from_static(MEDIA_TYPE), content)
}

/// The body that the type of the error asks for, if it can be sent.
fn own_body(details: &mut Details, fields: &HeaderMap) -> Option<Made> {
    let function = details.body.as_ref()?.make;
    let made = make(&function, &details.view(fields))?;
    let sent = Sent {
        media_type: made.media_type.clone(),
        length: made.content.len(),
        for_every_reader: made.for_every_reader,
    };
    details.body = Some(OwnBody { make: function, sent: Some(sent) });
    Some(made)
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
        let matters = !is_of_status || details.adds() || details.body.is_some();
        let mut details = matters.then_some(details);
        let content = complete(&mut fields, status, details.as_mut(), is_of_status);
        Self { status, fields, content, details }
    }
}
