//! The same two responses from each peer: a 502 without a detail, and a 404 with a detail of 40
//! bytes.

use std::hint::black_box;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use problem_details::ProblemDetails;
use status_core::HttpStatus;
use thiserror::Error;

/// One response of one peer.
pub struct Case {
    pub response: &'static str,
    pub peer: &'static str,
    pub create: fn() -> Response,
}

const fn case(response: &'static str, peer: &'static str, create: fn() -> Response) -> Case {
    Case { response, peer, create }
}

pub const CASES: &[Case] = &[
    case("redacted", "ours", redacted::ours),
    case("redacted", "tuple", redacted::tuple),
    case("redacted", "problem_details", redacted::problem_details),
    case("detailed", "ours", detailed::ours),
    case("detailed", "tuple", detailed::tuple),
    case("detailed", "problem_details", detailed::problem_details),
];

#[derive(Debug, Error, HttpStatus)]
#[status(axum)]
enum OrderError {
    /// The payment provider failed.
    #[error("connection refused by 10.0.0.7")]
    #[status(502)]
    Payment,

    /// No order has this number.
    #[error("{0}")]
    #[status(404)]
    NotFound(&'static str),
}

/// The JSON object that a handler without a library sends.
#[derive(serde::Serialize)]
struct Content {
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'static str>,
}

mod redacted {
    use super::*;

    #[inline(never)]
    pub fn ours() -> Response {
        black_box(OrderError::Payment).into_response()
    }

    #[inline(never)]
    pub fn tuple() -> Response {
        let content = Content { title: "Bad Gateway", status: 502, detail: None };
        (StatusCode::BAD_GATEWAY, Json(content)).into_response()
    }

    #[inline(never)]
    pub fn problem_details() -> Response {
        ProblemDetails::from_status_code(StatusCode::BAD_GATEWAY).into_response()
    }
}

mod detailed {
    use super::*;

    const DETAIL: &str = "order 0123456789 is not in this shop yet";

    #[inline(never)]
    pub fn ours() -> Response {
        OrderError::NotFound(black_box(DETAIL)).into_response()
    }

    #[inline(never)]
    pub fn tuple() -> Response {
        let detail = Some(black_box(DETAIL));
        let content = Content { title: "Not Found", status: 404, detail };
        (StatusCode::NOT_FOUND, Json(content)).into_response()
    }

    #[inline(never)]
    pub fn problem_details() -> Response {
        let problem = ProblemDetails::from_status_code(StatusCode::NOT_FOUND);
        problem.with_detail(black_box(DETAIL)).into_response()
    }
}
