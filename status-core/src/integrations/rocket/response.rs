//! Converts an answer into rocket's response.

use alloc::borrow::ToOwned;
use std::io::Cursor;

use rocket::http::Status;
use rocket::response::{Responder, Result};
use rocket::{Request, Response};

use crate::integrations::negotiated::negotiated;
use crate::problem::answer::Answer;
use crate::problem::object::Problem;
use crate::represent::layer::ProblemLayer;

impl<'r, 'o: 'r> Responder<'r, 'o> for Answer {
    fn respond_to(self, request: &'r Request<'_>) -> Result<'o> {
        let accept = request.headers().get("accept").map(str::as_bytes);
        let answer = negotiated(self, accept, request.rocket().state::<ProblemLayer>());
        let Self { status, fields, content, details } = answer;
        let mut response = Response::new();
        response.set_status(Status::new(status.code()));
        for (name, value) in &fields {
            // rocket's header values are strings.
            if let Ok(value) = core::str::from_utf8(value.as_bytes()) {
                response.adjoin_raw_header(name.as_str().to_owned(), value.to_owned());
            }
        }
        if !content.is_empty() {
            response.set_sized_body(content.len(), Cursor::new(content));
        }
        // rocket responses have no extensions, so these go to the request-local cache.
        request.local_cache(|| Some(status));
        request.local_cache(|| details);
        Ok(response)
    }
}

impl<'r, 'o: 'r> Responder<'r, 'o> for Problem {
    fn respond_to(self, request: &'r Request<'_>) -> Result<'o> {
        Answer::from(self).respond_to(request)
    }
}

integrate_own_types!(__rocket);
