//! A problem on its way out, in the representation that its request asks for.
//!
//! Whatever sees both a request and its response calls this, in no framework's types: the layer, the
//! middlewares, and the integrations of frameworks whose errors see the request.

use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;

use bytes::Bytes;
use http::header::{
    ACCEPT_RANGES, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_RANGE, CONTENT_TYPE,
    ETAG, LAST_MODIFIED, TRAILER, TRANSFER_ENCODING, VARY,
};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::{Representation, View, negotiate, page, text};
use crate::Status;
use crate::problem::{Details, MEDIA_TYPE, RetryAfter};

/// A user's own page.
type Page = dyn Fn(&View<'_>) -> String + Send + Sync;

/// What the author of a server chooses, once for all responses.
#[derive(Clone, Default)]
pub(crate) struct Choices {
    page: Option<Arc<Page>>,
    only_problems: bool,
}

impl Choices {
    pub(crate) const fn new() -> Self {
        Self { page: None, only_problems: false }
    }

    pub(crate) fn set_page(&mut self, page: impl Fn(&View<'_>) -> String + Send + Sync + 'static) {
        self.page = Some(Arc::new(page));
    }

    pub(crate) const fn set_only_problems(&mut self) {
        self.only_problems = true;
    }

    /// Whether a response that a framework made itself becomes a problem.
    pub(crate) const fn fill(&self) -> bool {
        !self.only_problems
    }
}

impl fmt::Debug for Choices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Choices")
            .field("own_page", &self.page.is_some())
            .field("only_problems", &self.only_problems)
            .finish()
    }
}

/// What a response has for content, before it is rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// The problem in JSON, with its size where that is known. It is 0 where the request is a HEAD
    /// and the content has been taken away already.
    Json(Option<u64>),
    /// Nothing of the problem's.
    Other,
}

/// A response that is a problem.
#[derive(Debug)]
pub(crate) struct Outgoing<'a> {
    /// The status that is sent, which is one of an error.
    pub status: &'static Status,
    /// What stands in the response's extensions.
    pub details: Option<&'a Details>,
    pub fields: &'a mut HeaderMap,
    pub content: Content,
    /// Whether the request is a HEAD, and so gets no content (RFC 9110 §9.3.2).
    pub head: bool,
}

/// Whether a response with this status in its extensions is the problem that it was: nobody has sent
/// it with another code, or in another form, since.
pub(crate) fn is_untouched(status: &Status, code: u16, fields: &HeaderMap) -> bool {
    status.class().is_error()
        && status.code() == code
        && fields.get(CONTENT_TYPE).is_some_and(|value| value == MEDIA_TYPE)
}

impl Outgoing<'_> {
    /// Renders it as the `Accept` lines of its request ask for. The header fields are changed in
    /// place; the content is what this gives, or stays as it is where this gives `None`: then it is
    /// for the server to keep it from a HEAD.
    pub(crate) fn render<'a>(
        self,
        accept: impl IntoIterator<Item = &'a [u8]>,
        choices: &Choices,
    ) -> Option<Bytes> {
        vary_by_accept(self.fields);
        let representation = negotiate(accept);
        let content = match (representation, self.content) {
            (Representation::Json, Content::Json(_)) if !self.head => return None,
            (Representation::Json, Content::Json(size)) => {
                // Whoever sends an empty one says that it has a length of 0, which is not that of a GET.
                return self.hold_length(size).then(Bytes::new);
            }
            (Representation::Json, Content::Other) => self.json(),
            (Representation::Html, _) => match &choices.page {
                Some(own) => own(&self.view()).into(),
                None => page(&self.view()).into(),
            },
            (Representation::Text, _) => text(&self.view()).into(),
        };
        forget_content(self.status, self.fields);
        let media_type = HeaderValue::from_static(representation.media_type());
        self.fields.insert(CONTENT_TYPE, media_type);
        self.fields.insert(CONTENT_LENGTH, content.len().into());
        Some(if self.head { Bytes::new() } else { content })
    }

    fn view(&self) -> View<'_> {
        let mut view = View::new(self.status);
        if let Some(details) = self.details {
            view.type_uri = details.type_uri.as_deref();
            view.title = &details.title;
            view.detail = details.detail.as_deref();
            view.instance = details.instance.as_deref();
        }
        view.retry_after = RetryAfter::of(self.fields);
        view
    }

    fn json(&self) -> Bytes {
        match self.details {
            Some(details) => details.json().into(),
            None => Bytes::from_static(self.status.body().as_bytes()),
        }
    }

    /// Says how long the content is that a HEAD does not get. `false` where that cannot be known.
    fn hold_length(self, size: Option<u64>) -> bool {
        if self.fields.contains_key(CONTENT_LENGTH) {
            return true;
        }
        let length = match size {
            Some(0) if !self.fields.contains_key(CONTENT_ENCODING) => {
                HeaderValue::from(self.json().len())
            }
            Some(0) | None => return false,
            Some(size) => HeaderValue::from(size),
        };
        self.fields.insert(CONTENT_LENGTH, length);
        true
    }
}

/// Tells caches that another `Accept` would have led to another representation (RFC 9110 §12.5.5).
fn vary_by_accept(fields: &mut HeaderMap) {
    let lines = fields.get_all(VARY).iter();
    let mut names = lines.flat_map(|line| line.as_bytes().split(|&byte| byte == b','));
    let says_so = names.any(|name| {
        let name = name.trim_ascii();
        name == b"*" || name.eq_ignore_ascii_case(b"accept")
    });
    if !says_so {
        // It fails where there are 32,768 fields already, more than any server sends.
        let _ = fields.try_append(VARY, HeaderValue::from_static("Accept"));
    }
}

/// Removes what is said of a content that is no longer sent.
fn forget_content(status: &Status, fields: &mut HeaderMap) {
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
    /// A precondition or a range that failed is answered with these of the resource that was asked
    /// for (RFC 9110 §8.8, §14.3, §14.4).
    const OF_THE_RESOURCE: [HeaderName; 4] = [ACCEPT_RANGES, CONTENT_RANGE, ETAG, LAST_MODIFIED];
    for name in &OF_THE_CONTENT {
        fields.remove(name);
    }
    if !matches!(status.code(), 412 | 416) {
        for name in &OF_THE_RESOURCE {
            fields.remove(name);
        }
    }
}
