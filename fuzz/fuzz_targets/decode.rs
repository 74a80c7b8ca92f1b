//! `Decode`: an error that a client gets back sends what decodes to the same error, and any other
//! problem comes back as it was read.

#![no_main]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fuzz::Response;
use http::header::{DATE, HeaderMap, HeaderValue};
use http::{Method, Uri};
use libfuzzer_sys::{Corpus, fuzz_target};
use serde::{Deserialize, Serialize};
use status_core::problem::{Answer, Decode as _, Problem, RetryAfter};
use status_core::{HttpStatus, ServerError};

/// An HTTP-date has four digits for the year.
const YEAR_10000: u64 = 253_402_300_800;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
enum Shipment {
    Post,
    Courier { name: String, phone: (u8, u64) },
}

#[derive(Clone, Debug, PartialEq, thiserror::Error, HttpStatus)]
#[status(decode, type_base = "https://shop.example/errors/")]
enum OrderError {
    /// Numbers.
    #[error("numbers")]
    #[status(409, members(a, b, c))]
    Numbers { a: u8, b: i64, c: f64 },
    /// Texts.
    #[error("texts")]
    #[status(422, members(a, "textOf" = b, c, kind = "texts"))]
    Texts { a: String, b: char, c: Option<String> },
    /// Any JSON.
    #[error("any JSON")]
    #[status(500, members(a, b))]
    Nested { a: Vec<Shipment>, b: Option<serde_json::Value> },
    /// Header fields.
    #[error("header fields")]
    #[status(
        429,
        header("Retry-After" = after),
        header("X-Left" = left),
        header("X-Plan" = "none"),
        header("X-Plan" = plan),
        header("X-Raw" = raw),
        header("Location" = location),
        header("X-Method" = method)
    )]
    HeaderFields {
        after: Duration,
        left: Option<i64>,
        plan: String,
        raw: Option<HeaderValue>,
        location: Option<Uri>,
        method: Option<Method>,
    },
    /// Dates.
    #[error("dates")]
    #[status(503, header("Retry-After" = after), header("X-Until" = until))]
    Dates { after: RetryAfter, until: SystemTime },
    /// A challenge.
    #[error("sign in")]
    #[status(401, header("WWW-Authenticate" = 0))]
    SignedOut(String),
    /// A detail.
    #[error("not sent")]
    #[status(402, detail = 0, members("amount" = 1))]
    Detail(String, u64),
    /// An optional detail.
    #[error("not sent")]
    #[status(402, detail = detail)]
    OptionalDetail { detail: Option<i16> },
    #[error(transparent)]
    #[status(transparent)]
    Stock(#[from] StockError),
    #[error(transparent)]
    #[status(transparent)]
    Canonical(#[from] Box<ServerError>),
    /// The upstream's code.
    #[error("upstream: {1}")]
    #[status(dynamic = 0, fallback = 502, members("text" = 1))]
    Upstream(u16, String),
}

/// Without a type, by its code and its constant members.
#[derive(Clone, Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("stock")]
#[status(decode, members(code = slug))]
enum StockError {
    /// No item has this name.
    #[status(404, members(item))]
    UnknownItem { item: String },
    /// No shelf has this number.
    #[status(404, members(shelf))]
    UnknownShelf { shelf: u32 },
    /// Nothing is left.
    #[status(410)]
    SoldOut,
}

impl OrderError {
    /// Whether it is sent as it is: an empty challenge and the year 10000 have no form in HTTP, and what
    /// a `dynamic` variant relays loses its type, and may be another variant without it.
    fn is_sent_as_it_is(&self) -> bool {
        let is_in_range = |date: &SystemTime| {
            date.duration_since(UNIX_EPOCH).is_ok_and(|since| since.as_secs() < YEAR_10000)
        };
        match self {
            Self::SignedOut(challenge) => !challenge.is_empty(),
            Self::Dates { after, until } => {
                let after = match after {
                    RetryAfter::Date(date) => Some(date),
                    RetryAfter::Delay(_) => None,
                };
                is_in_range(until) && after.is_none_or(is_in_range)
            }
            Self::Upstream(..) => false,
            _ => true,
        }
    }
}

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(response) = Response::parse(data) else { return Corpus::Reject };
    let mut fields = response.fields();
    // Without it, the time until a date would differ from one call to the next.
    fields.insert(DATE, HeaderValue::from_static("Thu, 26 Nov 2026 09:30:00 GMT"));
    let problem = Problem::from_parts(response.code, &fields, response.content);
    match OrderError::decode(problem.clone()) {
        Ok(error) if error.is_sent_as_it_is() => check(&error),
        Ok(_) => {}
        Err(other) => assert_eq!(other, problem),
    }
    Corpus::Keep
});

fn check(error: &OrderError) {
    let answer = Answer::of(error);
    assert_eq!(answer.status, error.status());
    let mut fields: HeaderMap = answer.fields;
    fields.insert(DATE, HeaderValue::from_static("Thu, 26 Nov 2026 09:30:00 GMT"));
    let again = OrderError::from_parts(answer.status.code(), &fields, &answer.content);
    assert_eq!(again.as_ref(), Ok(error));
}
