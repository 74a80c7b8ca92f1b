//! The extensions of a response: its status, details and reason.

use http::{Extensions, Response, StatusCode};
use hyper::ext::ReasonPhrase;

use super::details::Details;
use crate::status::Status;

/// Inserts the status and, if `http` has a different phrase for the code, the reason.
pub(crate) fn extend(extensions: &mut Extensions, status: &'static Status) {
    extensions.insert(status);
    // Without a `ReasonPhrase`, hyper sends `http`'s phrase. Some of those are outdated
    // ("Unprocessable Entity"), and unregistered codes have none.
    if StatusCode::from(status).canonical_reason() == Some(status.reason()) {
        return;
    }
    if let Ok(reason) = ReasonPhrase::try_from(status.reason().as_bytes()) {
        extensions.insert(reason);
    }
}

/// Removes the reason of the status if middleware has changed the code: hyper would send the reason
/// of another code. Not inlined, because responses without extensions are the most frequent.
#[cfg(any(feature = "poem", feature = "salvo", feature = "tower"))]
#[cold]
pub(crate) fn remove_stale_reason(extensions: &mut Extensions, code: StatusCode) {
    let Some(&status) = extensions.get::<&'static Status>() else { return };
    let is_of_status = |reason: &ReasonPhrase| reason.as_bytes() == status.reason().as_bytes();
    if status.code() != code.as_u16() && extensions.get().is_some_and(is_of_status) {
        extensions.remove::<ReasonPhrase>();
    }
}

/// Sets the code and the extensions of a response.
#[inline]
pub(crate) fn describe<B>(
    response: &mut Response<B>,
    status: &'static Status,
    details: Option<Details>,
) {
    *response.status_mut() = status.into();
    let extensions = response.extensions_mut();
    extend(extensions, status);
    if let Some(details) = details {
        extensions.insert(details);
    }
}
