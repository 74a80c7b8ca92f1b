//! Resolves the references of a received problem (RFC 9457 §3.1.1, §3.1.5).

use alloc::boxed::Box;
use alloc::string::String;

use url::Url;

use crate::problem::base::{Base, Resolved};
use crate::problem::object::Problem;

impl Problem {
    /// Resolves a relative `type` and `instance` against the URL of the response, after redirects
    /// (RFC 9457 §3.1.1, §3.1.5, RFC 3986 §5). Absolute URIs do not change.
    ///
    /// [`is`](crate::problem::Details::is) then resolves the type of a status against the same
    /// URL, so a problem is matched whether the server, the shared error type or both have a
    /// relative `type_base`.
    ///
    /// The problems of reqwest's responses are already resolved. Call this to replace their URL,
    /// such as an internal one, or with the problems of another client. Credentials in the URL are
    /// ignored. [`forward`](Self::forward) restores the references as they were received.
    ///
    /// ```
    /// use status_core::problem::Problem;
    /// use url::Url;
    ///
    /// let content = br#"{"type":"/errors/sold-out","instance":"log#7"}"#;
    /// let problem = Problem::from_response(409, Some(b"application/problem+json"), content);
    /// let problem = problem.resolve(&Url::parse("https://shop.example/orders/7")?);
    /// assert_eq!(problem.type_uri.as_deref(), Some("https://shop.example/errors/sold-out"));
    /// assert_eq!(problem.instance.as_deref(), Some("https://shop.example/orders/log#7"));
    /// # Ok::<(), url::ParseError>(())
    /// ```
    #[must_use]
    #[cfg_attr(docsrs, doc(cfg(feature = "url")))]
    pub fn resolve(mut self, url: &Url) -> Self {
        self.unresolve();
        let base = Base::new(url);
        let type_uri = resolve(&base, &mut self.type_uri);
        let instance = resolve(&base, &mut self.instance);
        self.resolved = Some(Box::new(Resolved { base, type_uri, instance }));
        self
    }

    /// Restores the references as they were received. One that has been set since then is kept.
    pub(super) fn unresolve(&mut self) {
        let Some(resolved) = self.resolved.take() else { return };
        let Resolved { base, type_uri, instance } = *resolved;
        restore(&base, type_uri, &mut self.type_uri);
        restore(&base, instance, &mut self.instance);
    }
}

/// Returns the reference as it was, if it was relative.
fn resolve<T: AsRef<str> + From<String>>(base: &Base, reference: &mut Option<T>) -> Option<T> {
    let absolute = base.resolve(reference.as_ref()?.as_ref())?;
    reference.replace(absolute.into())
}

fn restore<T: AsRef<str>>(base: &Base, received: Option<T>, reference: &mut Option<T>) {
    let Some(received) = received else { return };
    let resolved = base.resolve(received.as_ref());
    if resolved.as_deref() == reference.as_ref().map(AsRef::as_ref) {
        *reference = Some(received);
    }
}
