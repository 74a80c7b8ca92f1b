//! Converts an answer into actix-web's response.

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, Responder, ResponseError};

use super::header_map;
use crate::http_status::HttpStatus;
use crate::problem::answer::Answer;
use crate::problem::object::Problem;
use crate::status::Status;

/// The code of the response to an error.
pub fn code_of<E: HttpStatus + ?Sized>(error: &E) -> StatusCode {
    code(Answer::status_of(error))
}

/// actix-web uses `http` 0.2.
fn code(status: &Status) -> StatusCode {
    StatusCode::from_u16(status.code()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

impl From<Answer> for HttpResponse {
    fn from(answer: Answer) -> Self {
        let Answer { status, fields, content, details } = answer;
        let mut response = Self::with_body(code(status), BoxBody::new(content));
        header_map::append(response.headers_mut(), &fields);
        extend(&mut response, status);
        if let Some(details) = details {
            response.extensions_mut().insert(details);
        }
        response
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        code(self.sent_status())
    }

    fn error_response(&self) -> HttpResponse {
        Answer::from(self.clone()).into()
    }
}

impl Responder for Problem {
    type Body = BoxBody;
    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        Answer::from(self).into()
    }
}

pub(super) fn extend<B>(response: &mut HttpResponse<B>, status: &'static Status) {
    if response.status().canonical_reason() != Some(status.reason()) {
        response.head_mut().reason = Some(status.reason());
    }
    response.extensions_mut().insert(status);
}

/// Removes the reason of the status if middleware has changed the code.
pub(super) fn remove_stale_reason<B>(response: &mut HttpResponse<B>) {
    let status = response.extensions().get::<&'static Status>().copied();
    let Some(status) = status.filter(|status| status.code() != response.status().as_u16()) else {
        return;
    };
    let head = response.head_mut();
    head.reason = head.reason.filter(|&reason| reason != status.reason());
}

integrate_own_types!(__actix_web);
