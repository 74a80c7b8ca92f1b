//! Uses the integration of another crate, and calls the generated code.
#![deny(warnings)]

use std::fmt::{self, Display, Formatter};

use integration_path::{EdgeError, OrderError, Respond};
use status_core::{HttpStatus, status_table};

/// It wraps any error.
#[derive(HttpStatus)]
#[status(transparent, unlisted, integration_path::respond)]
struct Wrapped<'a, T, const N: usize>(Inner<'a, T, N>)
where
    T: ?Sized + Display;

#[derive(HttpStatus)]
#[status(dynamic = code, fallback = 502, ::integration_path::respond)]
struct Upstream<C, B = &'static str> {
    code: C,
    body: B,
}

/// The request of a generic type.
#[derive(HttpStatus)]
#[status(422)]
struct Inner<'a, T: ?Sized, const N: usize>(&'a T);

status_table! {
    /// The statuses of this program.
    #[status(integration_path::respond)]
    enum Local {
        /// There is nothing.
        204 NoContent,
    }
}

impl<T: ?Sized + Display, const N: usize> Display for Wrapped<'_, T, N> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {N}", self.0.0)
    }
}

impl<C, B: Display> Display for Upstream<C, B> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.body.fmt(f)
    }
}

fn main() {
    let text = String::from("three");
    let answers = [
        (&OrderError::NotFound { id: 7 }).respond(),
        (&OrderError::NotYours).respond(),
        (&OrderError::Edge(EdgeError::UnknownError)).respond(),
        (&EdgeError::UnknownError).respond(),
        (&Wrapped::<str, 5>(Inner(&text))).respond(),
        (&Upstream { code: 429_u16, body: "wait" }).respond(),
        (&Local::NoContent).respond(),
    ];
    let answers = answers.each_ref().map(|(code, text)| (*code, text.as_str()));
    let unknown = "520 Web Server Returned an Unknown Error";
    assert_eq!(
        answers,
        [
            (404, "order 7 not found"),
            (403, "not your order"),
            (520, unknown),
            (520, unknown),
            (422, "three of 5"),
            (429, "wait"),
            (204, "204 No Content"),
        ]
    );
    assert_eq!((OrderError::count(), EdgeError::count()), (2, 1));
}
