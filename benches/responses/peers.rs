//! The same responses from each peer: a 502 that keeps its text back, a 404 with a detail of 40 bytes, and that 404
//! with a title and a `type` of its own.

use std::hint::black_box;

use axum::Json;
use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use http_api_problem::HttpApiProblem;
use problem_details::ProblemDetails;
use status_core::HttpStatus;
use thiserror::Error;

/// One response of one peer.
pub struct Case {
    pub response: &'static str,
    pub peer: &'static str,
    /// Makes it, and hands it to the caller to drop.
    pub create: fn() -> Response,
    /// Makes it and drops it.
    pub live: fn(),
}

macro_rules! cases {
    ($($response:ident: $($peer:ident)*;)*) => {
        pub const CASES: &[Case] = &[$($(Case {
            response: stringify!($response),
            peer: stringify!($peer),
            create: $response::$peer,
            live: live::$response::$peer,
        }),*),*];

        mod live {$(
            pub mod $response {$(
                #[inline(never)]
                pub fn $peer() {
                    drop(super::super::$response::$peer());
                }
            )*}
        )*}
    };
}

cases! {
    redacted: ours problem_details http_api_problem tuple floor;
    detailed: ours problem_details http_api_problem tuple floor;
    typed: ours problem_details http_api_problem tuple floor;
}

const DETAIL: &str = "order 0123456789 is not in this shop yet";
const TYPE: &str = "https://shop.example/errors/order-not-found";
const TITLE: &str = "No order has this number.";

/// What people write who write the JSON themselves.
#[derive(serde::Serialize)]
struct Content {
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'static str>,
}

/// The least that axum can be asked for.
fn floor(status: StatusCode, content: Bytes) -> Response {
    let mut response = Response::new(Body::from(content));
    *response.status_mut() = status;
    let json = HeaderValue::from_static("application/problem+json");
    response.headers_mut().insert(CONTENT_TYPE, json);
    response
}

mod redacted {
    use super::*;

    #[derive(Debug, Error, HttpStatus)]
    #[status(axum)]
    enum OrderError {
        /// The payment provider failed us.
        #[error("connection refused by 10.0.0.7")]
        #[status(502)]
        Payment,
    }

    #[inline(never)]
    pub fn ours() -> Response {
        black_box(OrderError::Payment).into_response()
    }

    #[inline(never)]
    pub fn problem_details() -> Response {
        ProblemDetails::from_status_code(StatusCode::BAD_GATEWAY).into_response()
    }

    #[inline(never)]
    pub fn http_api_problem() -> Response {
        HttpApiProblem::with_title(StatusCode::BAD_GATEWAY).to_axum_response()
    }

    #[inline(never)]
    pub fn tuple() -> Response {
        let content = Content { r#type: None, title: "Bad Gateway", status: 502, detail: None };
        (StatusCode::BAD_GATEWAY, Json(content)).into_response()
    }

    #[inline(never)]
    pub fn floor() -> Response {
        let content = br#"{"title":"Bad Gateway","status":502}"#;
        super::floor(StatusCode::BAD_GATEWAY, Bytes::from_static(content))
    }
}

mod detailed {
    use super::*;

    #[derive(Debug, Error, HttpStatus)]
    #[status(axum)]
    enum OrderError {
        /// No order has this number.
        #[error("{0}")]
        #[status(404)]
        OrderNotFound(&'static str),
    }

    #[inline(never)]
    pub fn ours() -> Response {
        OrderError::OrderNotFound(black_box(DETAIL)).into_response()
    }

    #[inline(never)]
    pub fn problem_details() -> Response {
        ProblemDetails::from_status_code(StatusCode::NOT_FOUND)
            .with_detail(black_box(DETAIL))
            .into_response()
    }

    #[inline(never)]
    pub fn http_api_problem() -> Response {
        HttpApiProblem::with_title(StatusCode::NOT_FOUND)
            .detail(black_box(DETAIL))
            .to_axum_response()
    }

    #[inline(never)]
    pub fn tuple() -> Response {
        let detail = Some(black_box(DETAIL));
        let content = Content { r#type: None, title: "Not Found", status: 404, detail };
        (StatusCode::NOT_FOUND, Json(content)).into_response()
    }

    /// The detail between two static parts. It needs no escape, and the floor knows that.
    #[inline(never)]
    pub fn floor() -> Response {
        let before = r#"{"title":"Not Found","status":404,"detail":""#;
        let content = [before, black_box(DETAIL), "\"}"].concat();
        super::floor(StatusCode::NOT_FOUND, content.into())
    }
}

mod typed {
    use super::*;

    #[derive(Debug, Error, HttpStatus)]
    #[status(axum, type_base = "https://shop.example/errors/")]
    enum OrderError {
        /// No order has this number.
        #[error("{0}")]
        #[status(404)]
        OrderNotFound(&'static str),
    }

    #[inline(never)]
    pub fn ours() -> Response {
        OrderError::OrderNotFound(black_box(DETAIL)).into_response()
    }

    #[inline(never)]
    pub fn problem_details() -> Response {
        ProblemDetails::from_status_code(StatusCode::NOT_FOUND)
            .with_type(Uri::from_static(TYPE))
            .with_title(TITLE)
            .with_detail(black_box(DETAIL))
            .into_response()
    }

    #[inline(never)]
    pub fn http_api_problem() -> Response {
        HttpApiProblem::new(StatusCode::NOT_FOUND)
            .type_url(TYPE)
            .title(TITLE)
            .detail(black_box(DETAIL))
            .to_axum_response()
    }

    #[inline(never)]
    pub fn tuple() -> Response {
        let detail = Some(black_box(DETAIL));
        let content = Content { r#type: Some(TYPE), title: TITLE, status: 404, detail };
        (StatusCode::NOT_FOUND, Json(content)).into_response()
    }

    #[inline(never)]
    pub fn floor() -> Response {
        let before = concat!(
            r#"{"type":"https://shop.example/errors/order-not-found","#,
            r#""title":"No order has this number.","status":404,"detail":""#,
        );
        let content = [before, black_box(DETAIL), "\"}"].concat();
        super::floor(StatusCode::NOT_FOUND, content.into())
    }
}
