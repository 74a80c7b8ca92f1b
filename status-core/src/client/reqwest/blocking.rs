//! Reads problems from the responses of reqwest's blocking client.

use alloc::vec::Vec;
use std::io::Read as _;

use ::reqwest::blocking::Response;
use http::header::{CONTENT_TYPE, HeaderValue};

use crate::client::content::Form;
use crate::client::decode::Decode;
use crate::client::failure::Failure;
use crate::problem::object::Problem;

/// Converts the error responses of reqwest's blocking client into [`Problem`]s.
///
/// ```no_run
/// use status_core::reqwest::blocking::ResponseExt as _;
///
/// fn stock() -> Result<String, Box<dyn std::error::Error>> {
///     let response = reqwest::blocking::get("https://shop.example/stock")?.problem_for_status()?;
///     Ok(response.text()?)
/// }
/// # drop(stock);
/// ```
pub trait ResponseExt: sealed::Sealed + Sized {
    /// Returns the response, or its problem if the code is 400 or higher.
    ///
    /// # Errors
    ///
    /// Returns the problem that the asynchronous
    /// [`problem_for_status`](crate::reqwest::ResponseExt::problem_for_status) returns.
    fn problem_for_status(self) -> Result<Response, Problem>;

    /// Returns the response, or the server's error if the code is 400 or higher.
    ///
    /// # Errors
    ///
    /// Returns the problem, decoded if it is one of `E`.
    fn error_for_status_as<E: Decode>(self) -> Result<Response, Failure<E>> {
        Ok(self.problem_for_status()?)
    }
}

impl ResponseExt for Response {
    fn problem_for_status(self) -> Result<Response, Problem> {
        let code = self.status().as_u16();
        if code < 400 {
            return Ok(self);
        }
        let (url, fields) = (self.url().clone(), self.headers().clone());
        let content_type = fields.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
        let mut content = Vec::new();
        let limit = Form::of(content_type).bytes_to_read();
        // On any target that has threads, a `usize` fits into a `u64`.
        let read = self.take(limit as u64).read_to_end(&mut content);
        let mut problem = match read {
            Ok(_) => Problem::from_response(code, content_type, &content),
            Err(error) => Problem::from_response(code, None, b"").unread(error),
        };
        problem.keep_fields(fields);
        Err(problem.resolve(&url))
    }
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for ::reqwest::blocking::Response {}
}
