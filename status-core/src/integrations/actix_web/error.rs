//! The error of a middleware, with the response that the layer has made of it.

use core::cell::RefCell;
use core::{fmt, mem};

use actix_web::body::{self, BodySize, BoxBody, MessageBody};
use actix_web::http::StatusCode;
use actix_web::{Error, HttpResponse, ResponseError};

use crate::problem::details::Details;
use crate::represent::PassThrough;
use crate::status::Status;

/// An error with which a middleware inside a [`ProblemLayer`] failed, and its response as the layer
/// sends it.
///
/// A middleware outside of the layer finds the middleware's own error in it:
///
/// ```
/// use actix_web::Error;
/// use status_core::actix_web::ErrorWithResponse;
///
/// fn is_quota(error: &Error) -> bool {
///     let error = error.as_error::<ErrorWithResponse>().map_or(error, ErrorWithResponse::error);
///     error.to_string() == "quota"
/// }
/// # assert!(is_quota(&actix_web::error::ErrorConflict("quota")));
/// ```
///
/// [`ProblemLayer`]: crate::represent::ProblemLayer
pub struct ErrorWithResponse {
    error: Error,
    response: RefCell<(HttpResponse<()>, BoxBody)>,
}

impl ErrorWithResponse {
    pub(super) fn new(error: Error, response: HttpResponse) -> Self {
        Self { error, response: RefCell::new(response.into_parts()) }
    }

    /// Returns the error of the middleware. Do not ask it for a response: some errors make theirs only
    /// once, and others log themselves again.
    #[must_use]
    pub fn error(&self) -> &Error {
        // With several layers, each has made a response of its own.
        self.error.as_error::<Self>().map_or(&self.error, Self::error)
    }
}

impl fmt::Debug for ErrorWithResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.error, f)
    }
}

impl fmt::Display for ErrorWithResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

/// The response is the same each time, except that only the first has a stream as its content, and
/// the extensions of other crates.
impl ResponseError for ErrorWithResponse {
    fn status_code(&self) -> StatusCode {
        self.response.borrow().0.status()
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = self.response.borrow_mut();
        let (head, body) = &mut *response;
        let copy = copy(head);
        let head = mem::replace(head, copy);
        head.set_body(take(body))
    }
}

fn copy(head: &HttpResponse<()>) -> HttpResponse<()> {
    let mut copy = HttpResponse::with_body(head.status(), ());
    copy.head_mut().clone_from(head.head());
    {
        let (from, mut to) = (head.extensions(), copy.extensions_mut());
        if let Some(&status) = from.get::<&'static Status>() {
            to.insert(status);
        }
        if let Some(details) = from.get::<Details>() {
            to.insert(details.clone());
        }
        if let Some(&mark) = from.get::<PassThrough>() {
            to.insert(mark);
        }
    }
    copy
}

/// Returns the body, and leaves a copy unless it is a stream.
fn take(body: &mut BoxBody) -> BoxBody {
    let taken = mem::replace(body, BoxBody::new(body::None::new()));
    if taken.size() == BodySize::None {
        return taken;
    }
    match taken.try_into_bytes() {
        Ok(content) => {
            *body = BoxBody::new(content.clone());
            BoxBody::new(content)
        }
        Err(stream) => stream,
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use actix_web::HttpResponse;
    use actix_web::error::ErrorConflict;

    use super::ErrorWithResponse;

    #[test]
    fn it_is_shown_as_the_error_of_the_middleware() {
        let error = ErrorWithResponse::new(ErrorConflict("quota"), HttpResponse::Ok().finish());
        assert_eq!(format!("{error}, {error:?}"), format!("{0}, {0:?}", error.error()));
    }
}
