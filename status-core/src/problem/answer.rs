//! `Answer`: a complete response, independent of any framework.

use bytes::Bytes;
#[cfg(feature = "http")]
use http::Response;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue};

use super::body::{BodyFn, Made};
use super::caching::forbid_storing;
use super::details::{Details, MEDIA_TYPE, fixed_json};
#[cfg(feature = "http")]
use super::extensions::describe;
use super::header_fields::HeaderFields;
use super::make::make;
use super::members::MemberList;
use super::object::Problem;
use super::occurrence::Occurrence;
use super::or_status::StatusError;
use super::replace::replace;
use super::vary::describe_language;
use crate::canonical::server_error::ServerError;
use crate::event;
#[cfg(feature = "actix_web")]
use crate::http_status::HttpStatus;
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
    /// The content. Empty if the code does not allow content, or if it is not an error code and
    /// there is no member, detail or `body`.
    pub content: Bytes,
    /// What the occurrence adds to its status, including its own body. Put it into the response's
    /// extensions, so a layer can render another representation.
    pub details: Option<Details>,
}

impl Answer {
    /// Creates the response to an error. With the feature `tracing`, this also logs the error.
    #[must_use]
    pub fn of<E: Occurrence + ?Sized>(error: &E) -> Self {
        let status = error.status();
        let mut details = Details::of(error, status);
        let mut fields = HeaderMap::new();
        let mut header_fields = HeaderFields::new(&mut fields, status);
        error.header_fields(&mut header_fields);
        let lost = header_fields.lost();
        event::of_error(error, status, lost);
        if lost.is_some() {
            return Self::lacking(error.body());
        }
        let content = content(&mut fields, status, details.as_mut(), true);
        Self { status, fields, content, details }
    }

    /// The status of the response to an error.
    #[cfg(feature = "actix_web")]
    pub(crate) fn status_of<E: HttpStatus + ?Sized>(error: &E) -> &'static Status {
        let status = error.status();
        if status.required_headers().is_empty() {
            return status;
        }
        let mut fields = HeaderMap::new();
        let mut header_fields = HeaderFields::new(&mut fields, status);
        error.header_fields(&mut header_fields);
        match header_fields.lost() {
            Some(_) => ServerError::InternalServerError.status(),
            None => status,
        }
    }

    /// The 500 that replaces a response without a required header field.
    #[cold]
    fn lacking(body: Option<BodyFn>) -> Self {
        let status = ServerError::InternalServerError.status();
        let mut details = body.map(|_| Details::with(status, None, MemberList::default(), body));
        let mut fields = HeaderMap::new();
        let content = content(&mut fields, status, details.as_mut(), true);
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
        if error.body().is_some() {
            // The function of the body sees the header fields, so they must be set first.
            return Self::of(error).into();
        }
        let status = error.status();
        let mut details = Details::of(error, status);
        // With the content first, the response is not moved again: see the `responses` benchmark.
        let content = json(status, details.as_ref(), true);
        let has_content = !content.is_empty();
        let mut response = Response::new(B::from(content));
        let fields = response.headers_mut();
        let mut header_fields = HeaderFields::new(fields, status);
        error.header_fields(&mut header_fields);
        let lost = header_fields.lost();
        event::of_error(error, status, lost);
        if lost.is_some() {
            return Self::lacking(None).into();
        }
        complete(fields, status, has_content);
        if let Some(details) = &mut details {
            details.set_content_current();
        }
        describe(&mut response, status, details);
        response
    }
}

/// The content, and the header fields that depend on it. `is_of_status` is
/// [`Details::is_of_status`].
fn content(
    fields: &mut HeaderMap,
    status: &'static Status,
    mut details: Option<&mut Details>,
    is_of_status: bool,
) -> Bytes {
    if let Some(details) = details.as_deref_mut() {
        details.set_content_current();
        describe_language(details, fields);
    }
    // The function of the body sees the other header fields, so they must be set first.
    forbid_storing(status, fields);
    let may_have_body = details.as_deref_mut().filter(|_| status.allows_content());
    if let Some(made) = may_have_body.and_then(|details| own_body(details, fields)) {
        if !made.content.is_empty() {
            replace(fields, &CONTENT_TYPE, made.media_type);
        }
        return made.content;
    }
    let content = json(status, details.as_deref(), is_of_status);
    complete(fields, status, !content.is_empty());
    content
}

/// The problem in JSON. Empty if the code does not allow content, or if it is not an error code and
/// the problem adds nothing to it. Every error code allows content.
fn json(status: &'static Status, details: Option<&Details>, is_of_status: bool) -> Bytes {
    let is_error = status.class().is_error();
    match details {
        None if is_error => fixed_json(status),
        None if !status.row.constants().is_empty() && status.allows_content() => fixed_json(status),
        Some(details)
            if is_error
                || status.allows_content() && (details.adds_anything() || !is_of_status) =>
        {
            details.to_json(is_of_status).into()
        }
        _ => Bytes::new(),
    }
}

/// Adds the header fields that depend on the status and on the content.
fn complete(fields: &mut HeaderMap, status: &Status, has_content: bool) {
    forbid_storing(status, fields);
    if has_content {
        // There is none yet: `HeaderFields` does not accept `Content-Type`. Fails only if there are
        // already thousands of fields.
        let _ = fields.try_append(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    }
}

/// The body from the `body` of the error's type, if it can be sent.
fn own_body(details: &mut Details, fields: &HeaderMap) -> Option<Made> {
    let function = details.body.as_ref()?.make;
    let made = make(&function, &details.view(fields))?;
    if let Some(body) = &mut details.body {
        body.made = Some(made.without_content());
    }
    Some(made)
}

impl Problem {
    /// The problem that is sent in place of one that was read from another server's response.
    pub(crate) fn sendable(self) -> Self {
        if self.is_received() {
            return StatusError::new(ServerError::BadGateway, self).into();
        }
        self
    }

    /// The status of the response.
    #[cfg(feature = "actix_web")]
    pub(crate) fn sent_status(&self) -> &'static Status {
        if self.is_received() {
            ServerError::BadGateway.status()
        } else if self.lost().is_some() {
            ServerError::InternalServerError.status()
        } else {
            self.status()
        }
    }
}

/// With the feature `tracing`, this also logs the problem.
///
/// A problem that was read from another server's response becomes a 502 without any of its content.
/// [`Problem::forward`] explains why.
impl From<Problem> for Answer {
    fn from(problem: Problem) -> Self {
        let problem = problem.sendable();
        let lost = problem.lost();
        event::of_problem(&problem, problem.cause(), lost);
        if lost.is_some() {
            return Self::lacking(problem.body.as_ref().map(|body| body.make));
        }
        let (mut fields, details) = problem.into_parts();
        let status = details.status;
        let is_of_status = details.is_of_status();
        let adds = !is_of_status || details.adds_anything() || details.language().is_some();
        let mut details = adds.then_some(details);
        let content = content(&mut fields, status, details.as_mut(), is_of_status);
        Self { status, fields, content, details }
    }
}
