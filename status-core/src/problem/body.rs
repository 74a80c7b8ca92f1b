//! `Body`: a body of the service's own, instead of a JSON problem.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};

use bytes::Bytes;
use http::HeaderValue;
use serde::Serialize;

use super::view::View;

/// A function that makes the body of a response from the public parts of a problem.
///
/// See [`Body`].
pub type BodyFn = fn(&View<'_>) -> Body;

/// The body of a response, instead of a JSON problem: a media type and content.
///
/// `#[status(body = path::to::function)]` names the function that makes it for a type, and
/// `ProblemLayer::body` sets the one for the framework's own error responses.
///
/// ```
/// use serde::Serialize;
/// use status_core::HttpStatus;
/// use status_core::problem::{Answer, Body, View};
///
/// #[derive(Serialize)]
/// struct Envelope<'a> {
///     code: &'a str,
///     message: &'a str,
/// }
///
/// fn envelope(view: &View<'_>) -> Body {
///     Body::json(&Envelope { code: view.status.slug(), message: view.detail.unwrap_or(view.title) })
/// }
///
/// #[derive(Debug, thiserror::Error, HttpStatus)]
/// #[status(body = envelope, slug_case = "snake_case")]
/// enum OrderError {
///     /// No order has this number.
///     #[error("no order has the number {0}")]
///     #[status(404)]
///     OrderNotFound(u64),
/// }
///
/// let answer = Answer::of(&OrderError::OrderNotFound(7));
/// assert_eq!(answer.fields["content-type"], "application/json");
/// assert_eq!(answer.content, r#"{"code":"order_not_found","message":"no order has the number 7"}"#);
/// ```
///
/// The status, the header fields and the caching rules do not change. A browser still gets the HTML
/// page, and a client that asks for plain text still gets text, unless the body is
/// [for every reader](Self::for_every_reader).
///
/// If the function panics, or if its body cannot be sent, the client gets the JSON problem. With
/// the feature `tracing`, an error event says why.
#[derive(Clone, Debug)]
#[must_use]
pub struct Body {
    media_type: Cow<'static, str>,
    content: Result<Bytes, String>,
    for_every_reader: bool,
}

impl Body {
    /// Creates a body. `media_type` is the value of `Content-Type` (RFC 9110 §8.3.1).
    ///
    /// ```
    /// use status_core::problem::{Body, View};
    ///
    /// fn xml(view: &View<'_>) -> Body {
    ///     // Slugs need no escaping.
    ///     let content = format!("<Error><Code>{}</Code></Error>", view.status.slug());
    ///     Body::new("application/xml", content)
    /// }
    /// # let _ = xml(&View::new(status_core::ClientError::NotFound.status()));
    /// ```
    pub fn new(media_type: impl Into<Cow<'static, str>>, content: impl Into<Bytes>) -> Self {
        Self { media_type: media_type.into(), content: Ok(content.into()), for_every_reader: false }
    }

    /// Creates a JSON body, with the media type `application/json`.
    ///
    /// If the value fails to serialize, the client gets the JSON problem instead.
    ///
    /// ```
    /// use status_core::problem::{Body, View};
    ///
    /// fn envelope(view: &View<'_>) -> Body {
    ///     Body::json(&[("error", view.detail.unwrap_or(view.title))])
    /// }
    /// # let _ = envelope(&View::new(status_core::ClientError::NotFound.status()));
    /// ```
    pub fn json<T: Serialize + ?Sized>(value: &T) -> Self {
        let content = serde_json::to_vec(value).map(Bytes::from).map_err(|error| error.to_string());
        Self { media_type: Cow::Borrowed("application/json"), content, for_every_reader: false }
    }

    /// Creates a body without content. The response then has no `Content-Type`.
    ///
    /// As with any body, a browser still gets the HTML page of an error, and a client that asks for
    /// plain text gets text, unless the body is [for every reader](Self::for_every_reader).
    ///
    /// ```
    /// use status_core::problem::{Body, View};
    ///
    /// fn errors_only(view: &View<'_>) -> Body {
    ///     if view.status.class().is_error() { Body::json(view.title) } else { Body::empty() }
    /// }
    /// # let _ = errors_only(&View::new(status_core::ClientError::NotFound.status()));
    /// ```
    pub const fn empty() -> Self {
        Self { media_type: Cow::Borrowed(""), content: Ok(Bytes::new()), for_every_reader: false }
    }

    /// Sets the media type, the value of `Content-Type` (RFC 9110 §8.3.1).
    ///
    /// ```
    /// use status_core::problem::Body;
    ///
    /// let body = Body::json(&["down"]).media_type("application/vnd.api+json");
    /// # let _ = body;
    /// ```
    pub fn media_type(mut self, media_type: impl Into<Cow<'static, str>>) -> Self {
        self.media_type = media_type.into();
        self
    }

    /// Sends this body to every client, whatever its `Accept` says, and to browsers too.
    ///
    /// ```
    /// use status_core::problem::Body;
    ///
    /// let body = Body::new("application/xml", "<Error/>").for_every_reader();
    /// # let _ = body;
    /// ```
    pub const fn for_every_reader(mut self) -> Self {
        self.for_every_reader = true;
        self
    }

    /// The body to send, or why it cannot be sent.
    pub(crate) fn checked(self) -> Result<Made, String> {
        let Self { media_type, content, for_every_reader } = self;
        let media_type = match HeaderValue::from_str(&media_type) {
            Ok(value) if is_media_type(&media_type) => value,
            // Without content, the media type is not sent.
            Ok(value) if media_type.is_empty() && matches!(&content, Ok(it) if it.is_empty()) => {
                value
            }
            _ => return Err(alloc::format!("{media_type:?} is not a media type")),
        };
        Ok(Made { media_type, content: content?, for_every_reader })
    }
}

/// A body that can be sent.
#[derive(Debug)]
pub(crate) struct Made {
    pub media_type: HeaderValue,
    pub content: Bytes,
    pub for_every_reader: bool,
}

impl Made {
    /// What is kept of it when its content is sent.
    pub(crate) fn without_content(&self) -> MadeBody {
        MadeBody {
            media_type: self.media_type.clone(),
            length: self.content.len(),
            for_every_reader: self.for_every_reader,
        }
    }
}

/// Whether the text is `type/subtype`, with or without parameters. The parameters only have to be
/// ASCII.
fn is_media_type(text: &str) -> bool {
    let essence = text.split(';').next().unwrap_or_default().trim_end_matches([' ', '\t']);
    let Some((ty, subtype)) = essence.split_once('/') else { return false };
    let is_token = |text: &str| !text.is_empty() && text.bytes().all(is_token_character);
    text.is_ascii() && is_token(ty) && is_token(subtype)
}

/// RFC 9110 §5.6.2.
fn is_token_character(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// The `body` of a type.
#[derive(Clone, Debug)]
pub(crate) struct OwnBody {
    pub make: BodyFn,
    /// What was made, once it has been.
    pub made: Option<MadeBody>,
}

/// A body that was made, without its content.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "_layer"), expect(dead_code, reason = "only layers read it"))]
pub(crate) struct MadeBody {
    pub media_type: HeaderValue,
    pub length: usize,
    pub for_every_reader: bool,
}

#[cfg(test)]
mod tests {
    use super::is_media_type;

    #[test]
    fn a_media_type_has_two_tokens() {
        for valid in [
            "text/plain",
            "application/vnd.api+json",
            "application/json; charset=utf-8",
            "text/xml ;charset=\"utf-8\"",
        ] {
            assert!(is_media_type(valid), "{valid}");
        }
        for invalid in
            ["", "json", "/json", "text/", "text/a b", "text/plain, text/html", "tëxt/a", " a/b"]
        {
            assert!(!is_media_type(invalid), "{invalid}");
        }
    }
}
