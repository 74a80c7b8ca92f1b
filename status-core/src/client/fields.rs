//! The header fields that a received problem keeps.

use http::header::{
    ACCEPT, ACCEPT_ENCODING, ALLOW, CONTENT_TYPE, DATE, HeaderMap, HeaderName, HeaderValue,
    RETRY_AFTER, WWW_AUTHENTICATE,
};

use crate::problem::object::Problem;
use crate::problem::retry_after::date;

/// The fields that a client acts on after an error.
///
/// The others describe the content, the connection, the server or a session, and would be wrong in
/// the response that forwards the problem.
const KEPT: [HeaderName; 9] = [
    ACCEPT,
    ACCEPT_ENCODING,
    HeaderName::from_static("accept-patch"),
    HeaderName::from_static("accept-post"),
    ALLOW,
    HeaderName::from_static("ratelimit"),
    HeaderName::from_static("ratelimit-policy"),
    RETRY_AFTER,
    WWW_AUTHENTICATE,
];

impl Problem {
    /// Returns the problem that [`from_response`](Self::from_response) reads from a response, with
    /// the header fields that a client acts on: `Retry-After`, `WWW-Authenticate`, `Allow`, `Accept`,
    /// `Accept-Encoding`, `Accept-Patch`, `Accept-Post`, `RateLimit` and `RateLimit-Policy`.
    ///
    /// Use this with clients whose response is an [`http::Response`], such as hyper and ureq, after
    /// you have read the content.
    ///
    /// ```
    /// use std::time::Duration;
    /// use http::Response;
    /// use status_core::problem::Problem;
    ///
    /// let response = Response::builder()
    ///     .status(503)
    ///     .header("Content-Type", "application/problem+json")
    ///     .header("Retry-After", "30")
    ///     .body(br#"{"detail":"we are moving"}"#)?;
    /// let problem = Problem::from_http(&response);
    /// assert_eq!(problem.to_string(), "503 Service Unavailable: we are moving");
    /// assert_eq!(problem.retry_delay(), Some(Duration::from_secs(30)));
    /// # Ok::<(), http::Error>(())
    /// ```
    #[must_use]
    pub fn from_http<B: AsRef<[u8]>>(response: &http::Response<B>) -> Self {
        Self::from_parts(response.status().as_u16(), response.headers(), response.body().as_ref())
    }

    /// Returns the problem that [`from_http`](Self::from_http) reads, from the parts of a response:
    /// its code, its header fields and its content.
    #[must_use]
    pub fn from_parts(code: u16, fields: &HeaderMap, content: &[u8]) -> Self {
        let content_type = fields.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
        let mut problem = Self::from_response(code, content_type, content);
        problem.keep_fields(fields.clone());
        problem
    }

    /// Keeps the header fields of the response that a client acts on.
    pub(crate) fn keep_fields(&mut self, fields: HeaderMap) {
        let mut kept = HeaderMap::new();
        for (name, value) in fields.iter().filter(|(name, _)| KEPT.contains(name)) {
            // Cannot fail: the fields came from a map of the same maximum size.
            let _ = kept.try_append(name, value.clone());
        }
        let date = fields.get(DATE).and_then(date);
        self.set_fields(kept, fields, date);
    }
}
