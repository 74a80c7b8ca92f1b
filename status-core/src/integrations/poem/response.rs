//! Converts an answer into poem's response and error.

use alloc::format;
use alloc::sync::Arc;
use core::fmt::Display;

use hyper::ext::ReasonPhrase;
use poem::{Body, Error, IntoResponse, Response};

use crate::problem::answer::Answer;
use crate::problem::escape::Escaped;
use crate::problem::lossy::LossyDisplay;
use crate::problem::object::Problem;

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let (parts, body) = http::Response::<Body>::from(self).into_parts();
        let mut response = Response::builder().status(parts.status).body(body);
        *response.headers_mut() = parts.headers;
        *response.extensions_mut() = parts.extensions;
        response
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        Answer::from(self).into_response()
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        error(Answer::from(problem.clone()), problem)
    }
}

/// Creates a poem error with its response. Not `ResponseError`, because poem drops the response's
/// extensions, including the reason.
pub fn error<E: Display + Send + Sync + 'static>(answer: Answer, cause: E) -> Error {
    let (status, details) = (answer.status, answer.details.clone());
    let response = answer.into_response();
    let reason = response.data::<ReasonPhrase>().cloned();
    let mut error = Error::from_response(response);
    error.set_error_message(format!("{}", Escaped(LossyDisplay(&cause))));
    error.set_data(Arc::new(cause));
    error.set_data(status);
    if let Some(details) = details {
        error.set_data(details);
    }
    if let Some(reason) = reason {
        error.set_data(reason);
    }
    error
}

integrate_own_types!(__poem);
