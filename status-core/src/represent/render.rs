//! Renders a problem in the representation that the request asks for.
//!
//! Called by the layers of all frameworks, and by the integrations of frameworks that pass the
//! request to error responses.

use alloc::vec::Vec;

use bytes::Bytes;
use http::header::{
    ACCEPT_RANGES, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_RANGE, CONTENT_TYPE,
    ETAG, LAST_MODIFIED, TRAILER, TRANSFER_ENCODING, VARY,
};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::accept::negotiate;
use super::layer::ProblemLayer;
use super::representation::Representation;
use super::text::text;
use crate::problem::body::{Made, MadeBody};
use crate::problem::details::{Details, MEDIA_TYPE, fixed_json};
use crate::problem::make::make;
use crate::problem::replace::replace;
use crate::problem::retry_after::RetryAfter;
use crate::problem::vary::{describe_language, vary_by};
use crate::problem::view::View;
use crate::status::Status;

/// The content of a response before it is rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// The JSON problem or the `body` of its type, with its length if it is known. The length is 0
    /// if the content of a HEAD response was already removed.
    AsSent(Option<u64>),
    /// Anything else.
    Other,
}

/// A response with a problem.
#[derive(Debug)]
pub(crate) struct Outgoing<'a> {
    /// The status of the response: an error.
    pub status: &'static Status,
    /// From the response's extensions.
    pub details: Option<&'a mut Details>,
    pub fields: &'a mut HeaderMap,
    pub content: Content,
    /// Whether the request is a HEAD, whose response has no content (RFC 9110 §9.3.2).
    pub head: bool,
}

/// A problem in a representation.
#[derive(Debug)]
pub(crate) struct Rendering {
    /// The new content, or `None` to keep the old content.
    pub content: Option<Bytes>,
    /// Whether outer layers must not change it: the layer's own body is not recognized by its media
    /// type, and the function that made it is not in the response.
    pub is_final: bool,
}

/// Whether a response with this status and these details in its extensions still has their code and
/// media type and, for a body of the type's own, their length.
pub(crate) fn is_unchanged(
    status: &Status,
    details: Option<&Details>,
    code: u16,
    fields: &HeaderMap,
    size: Option<u64>,
) -> bool {
    let made = details.and_then(Details::made_body);
    let expected = match made {
        Some(made) if made.length == 0 => None,
        Some(made) => Some(made.media_type.as_bytes()),
        None => Some(MEDIA_TYPE.as_bytes()),
    };
    // A body's media type does not identify it: `application/json` is common. A length of 0 is a
    // HEAD whose content was removed.
    let is_as_long = |made: &MadeBody| {
        let encoded = fields.contains_key(CONTENT_ENCODING);
        // The length of an empty body is always known.
        size.map_or(made.length > 0, |size| size == 0 || encoded || size == made.length as u64)
    };
    status.class().is_error()
        && status.code() == code
        && details.is_none_or(|details| details.status().code() == code)
        && fields.get(CONTENT_TYPE).map(HeaderValue::as_bytes) == expected
        && made.is_none_or(is_as_long)
}

impl Outgoing<'_> {
    /// Renders the problem in the representation that the request's `Accept` lines ask for. Changes
    /// the header fields in place. The server omits the old content for a HEAD.
    pub(crate) fn render<'a>(
        self,
        accept: impl IntoIterator<Item = &'a [u8]>,
        layer: &ProblemLayer,
    ) -> Rendering {
        let details = self.details.as_deref();
        if let Some(details) = details {
            describe_language(details, self.fields);
        }
        let is_edited = details.is_some_and(Details::is_edited);
        let own = details.and_then(|details| details.body.as_deref());
        let edited = own.filter(|_| is_edited);
        // Custom functions see only the fields that do not depend on the content.
        let has_functions = layer.has_functions() || edited.is_some();
        let others = has_functions.then(|| without_content_fields(self.status, self.fields));
        let made = match (edited, own) {
            (Some(own), _) => make(&own.make, &self.view(others.as_ref())),
            // It was made together with the response.
            (None, Some(_)) => None,
            (None, None) => layer.make_body(|| self.view(others.as_ref())),
        };
        let made_before = own.filter(|_| !is_edited).and_then(|own| own.made.as_ref());
        let for_every_reader = made_before.is_some_and(|made| made.for_every_reader)
            || made.as_ref().is_some_and(|made| made.for_every_reader);
        let representation = if for_every_reader {
            Representation::Json
        } else {
            vary_by("Accept", self.fields);
            negotiate(accept)
        };
        let is_final = made.is_some() && own.is_none() && representation == Representation::Json;
        let made_now = made.as_ref().filter(|_| is_edited).map(Made::without_content);
        let media_type = HeaderValue::from_static(representation.media_type());
        let (media_type, content) = match (representation, self.content, made) {
            (Representation::Json, _, Some(made)) => (made.media_type, made.content),
            (Representation::Json, Content::AsSent(size), None) if !is_edited => {
                // A HEAD has the `Content-Length` of the GET, but the server would send 0.
                let content = (self.head && self.set_length(size)).then(Bytes::new);
                return Rendering { content, is_final: false };
            }
            (Representation::Json, _, None) => (media_type, self.json()),
            (Representation::Html, ..) => {
                (media_type, layer.render_page(&self.view(others.as_ref())).into())
            }
            (Representation::Text, ..) => (media_type, text(&self.view(others.as_ref())).into()),
        };
        remove_content_fields(self.status, self.fields);
        if content.is_empty() {
            self.fields.remove(CONTENT_TYPE);
        } else {
            replace(self.fields, &CONTENT_TYPE, media_type);
        }
        replace(self.fields, &CONTENT_LENGTH, content.len().into());
        if let Some(details) = self.details.filter(|_| is_edited) {
            details.set_content_current();
            if let Some(own) = &mut details.body {
                own.made = made_now;
            }
        }
        let content = Some(if self.head { Bytes::new() } else { content });
        Rendering { content, is_final }
    }

    /// The view with the given header fields, or with all fields of the response.
    fn view<'a>(&'a self, header_fields: Option<&'a HeaderMap>) -> View<'a> {
        let header_fields = header_fields.unwrap_or(self.fields);
        match self.details.as_deref() {
            Some(details) => details.view(header_fields),
            None => View {
                retry_after: RetryAfter::from_headers(header_fields),
                header_fields,
                ..View::new(self.status)
            },
        }
    }

    fn json(&self) -> Bytes {
        match self.details.as_deref() {
            Some(details) => details.json().into(),
            None => fixed_json(self.status),
        }
    }

    /// Sets the length of the content that a HEAD omits. Returns `false` if it is unknown.
    fn set_length(self, size: Option<u64>) -> bool {
        if self.fields.contains_key(CONTENT_LENGTH) {
            return true;
        }
        let length = match size {
            Some(0) if !self.fields.contains_key(CONTENT_ENCODING) => {
                let made = self.details.as_deref().and_then(Details::made_body);
                HeaderValue::from(made.map_or_else(|| self.json().len(), |made| made.length))
            }
            Some(0) | None => return false,
            Some(size) => HeaderValue::from(size),
        };
        replace(self.fields, &CONTENT_LENGTH, length);
        true
    }
}

/// The fields that do not depend on the content.
fn without_content_fields(status: &Status, fields: &HeaderMap) -> HeaderMap {
    let mut fields = fields.clone();
    remove_content_fields(status, &mut fields);
    fields.remove(CONTENT_TYPE);
    fields.remove(CONTENT_LENGTH);
    fields.remove(VARY);
    fields
}

/// Removes the fields that describe the old content.
fn remove_content_fields(status: &Status, fields: &mut HeaderMap) {
    const OF_THE_CONTENT: [HeaderName; 8] = [
        CONTENT_ENCODING,
        CONTENT_LOCATION,
        HeaderName::from_static("content-digest"),
        HeaderName::from_static("content-md5"),
        HeaderName::from_static("digest"),
        HeaderName::from_static("repr-digest"),
        TRAILER,
        TRANSFER_ENCODING,
    ];
    /// After a failed precondition or range, these describe the requested resource (RFC 9110 §8.8,
    /// §14.3, §14.4).
    const OF_THE_RESOURCE: [HeaderName; 4] = [ACCEPT_RANGES, CONTENT_RANGE, ETAG, LAST_MODIFIED];
    let keeps_resource = matches!(status.code(), 412 | 416);
    let is_stale = |name: &&HeaderName| {
        OF_THE_CONTENT.contains(name) || !keeps_resource && OF_THE_RESOURCE.contains(name)
    };
    // Usually empty. Looking for each of the names would take longer than rendering the JSON.
    let stale: Vec<HeaderName> = fields.keys().filter(is_stale).cloned().collect();
    for name in &stale {
        fields.remove(name);
    }
}
