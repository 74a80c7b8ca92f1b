//! What a response carries in its extensions, for layers, logs and the connection.

use http::{Extensions, Response, StatusCode};
use hyper::ext::ReasonPhrase;

use super::details::Details;
use crate::status::Status;

/// Inserts the status and, if `http` has another phrase for the code, its reason.
pub(crate) fn extend(extensions: &mut Extensions, status: &'static Status) {
    extensions.insert(status);
    // Without a `ReasonPhrase`, hyper sends the phrase of `http`. Some of those are outdated
    // ("Unprocessable Entity"), and codes that are not registered have none.
    if StatusCode::from(status).canonical_reason() == Some(status.reason()) {
        return;
    }
    if let Ok(reason) = ReasonPhrase::try_from(status.reason().as_bytes()) {
        extensions.insert(reason);
    }
}

/// Sets a response's code and extensions.
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
