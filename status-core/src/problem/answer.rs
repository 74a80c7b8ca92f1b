//! `Answer`: the whole response, in no framework's types.

use bytes::Bytes;
#[cfg(feature = "http")]
use http::Response;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue};

use super::{Details, HeaderFields, MEDIA_TYPE, Occurrence, Problem};
#[cfg(feature = "http")]
use crate::http::response::describe;
#[cfg(any(feature = "rocket", feature = "salvo"))]
use crate::represent::ProblemLayer;
#[cfg(any(feature = "rocket", feature = "salvo"))]
use crate::represent::known::Known;
use crate::{Status, event};

/// The response to an error, for a framework to put into its own types: what each integration of
/// this crate does, and one of yours can.
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
    /// The status, whose code and reason are sent. It goes into the response's extensions.
    pub status: &'static Status,
    /// The header fields, `Content-Type` among them where there is content. `Content-Length` is not:
    /// frameworks count for themselves.
    pub fields: HeaderMap,
    /// The content. Empty where the code allows none, and for a code that tells of no error while the
    /// occurrence adds nothing to it.
    pub content: Bytes,
    /// What the occurrence adds to its status. It goes into the response's extensions, for a layer to
    /// render it in another way.
    pub details: Option<Details>,
}

impl Answer {
    /// The response to an error. With the feature `tracing`, this is what logs it.
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

    /// The response to an error, as an [`http::Response`]. It is what [`Answer::of`] becomes, and costs less, for
    /// it is written where it stays. With the feature `tracing`, this is what logs it.
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

/// The content of a response. Every error may have some.
fn content(status: &'static Status, details: Option<&Details>, is_of_the_status: bool) -> Bytes {
    match details {
        Some(details) if status.allows_content() => Bytes::from(details.to_json(is_of_the_status)),
        None if status.class().is_error() => Bytes::from_static(status.body().as_bytes()),
        _ => Bytes::new(),
    }
}

/// Adds the header fields that follow from a status and from its content to those of the occurrence.
fn complete(fields: &mut HeaderMap, status: &Status, has_content: bool) {
    hold_storing(status, fields);
    if has_content {
        // There is none to replace: `HeaderFields` takes no `Content-Type`.
        fields.append(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    }
}

/// For frameworks whose errors see the request.
#[cfg(any(feature = "rocket", feature = "salvo"))]
impl Answer {
    /// The same in the representation that the `Accept` lines of the request ask for.
    pub(crate) fn represented<'a>(
        mut self,
        accept: impl IntoIterator<Item = &'a [u8]>,
        layer: Option<&ProblemLayer>,
    ) -> Self {
        let known = Known {
            code: self.status.code(),
            fields: &mut self.fields,
            status: Some(self.status),
            details: self.details.as_ref(),
            content: Some(&self.content),
        };
        let layer = layer.unwrap_or(const { &ProblemLayer::new() });
        let rendered = known.render(accept, layer.choices(), &[]);
        if let Some(content) = rendered.and_then(|rendered| rendered.content) {
            self.content = content;
        }
        self
    }
}

/// With the feature `tracing`, this is what logs the problem.
impl From<Problem> for Answer {
    fn from(problem: Problem) -> Self {
        let (mut fields, details) = problem.answered();
        let status = details.status;
        let is_of_the_status = details.is_of_the_status();
        let details = (!is_of_the_status || details.adds()).then_some(details);
        let content = content(status, details.as_ref(), is_of_the_status);
        complete(&mut fields, status, !content.is_empty());
        Self { status, fields, content, details }
    }
}

/// RFC 6585 forbids to store the answers of four codes, whatever the error says. A 503 passes, and
/// one that a cache kept would outlive its cause; there the error may know better.
pub(crate) fn hold_storing(status: &Status, fields: &mut HeaderMap) {
    let must = !status.may_be_stored() && status.class().is_error();
    if (must && !says_no_store(fields))
        || (status.code() == 503 && !fields.contains_key(CACHE_CONTROL))
    {
        fields.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

#[cold]
fn says_no_store(fields: &HeaderMap) -> bool {
    let values = fields.get_all(CACHE_CONTROL).iter().filter_map(|value| value.to_str().ok());
    let mut directives = values.flat_map(|value| value.split(','));
    directives.any(|directive| directive.trim().eq_ignore_ascii_case("no-store"))
}
