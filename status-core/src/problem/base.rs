//! `Base`: the URL that relative references are resolved against (RFC 3986 §5).

use alloc::borrow::Cow;
use alloc::string::String;

use url::{ParseError, Url};

/// The URL of a response, without credentials.
#[derive(Clone, Debug)]
pub(crate) struct Base(Url);

impl Base {
    pub(crate) fn new(url: &Url) -> Self {
        let mut base = url.clone();
        // RFC 3986 §5.2.2 would copy them into each reference. A URL without a host, which these
        // refuse, has none.
        let _ = base.set_username("");
        let _ = base.set_password(None);
        Self(base)
    }

    /// Returns `None` if the reference is not relative, or cannot be resolved.
    pub(crate) fn resolve(&self, reference: &str) -> Option<String> {
        match Url::parse(reference) {
            Err(ParseError::RelativeUrlWithoutBase) => self.0.join(reference).ok().map(Into::into),
            _ => None,
        }
    }
}

/// How the references of a problem were resolved.
#[derive(Clone, Debug)]
pub(crate) struct Resolved {
    pub(crate) base: Base,
    /// The `type` as it was received, if it was resolved.
    pub(crate) type_uri: Option<Cow<'static, str>>,
    /// The `instance` as it was received, if it was resolved.
    pub(crate) instance: Option<String>,
}
