//! What an editor shows for code that is right. `.ci/editor` explains the comments.

mod mistakes;

use std::fmt;

use status_core::HttpStatus;

/// Why an order fails.
#[derive(Debug, HttpStatus)]
#[status(type_base = "https://shop.example/errors/")]
//       ^^^^^^^^^ explains: the URI reference in front of each slug
pub enum OrderError {
    /// No order has this number.
    #[status(NOT_FOUND, members(id))]
    //       ^^^^^^^^^ explains: Nothing is available at this address
    //       ^^^^^^^^^ goes: 404 NotFound,
    //                  ^^^^^^^ explains: the extension members of the problem
    //                          ^^ explains: id: u64
    //                          ^^ goes: OrderNotFound { id: u64 },
    //                          ^^ references: 3 lines
    //                          ^^ renames: 3 lines
    OrderNotFound { id: u64 },

    /// The order is a teapot.
    #[status(418, reason = "I'm a Teapot", allow(retired_code, unregistered_code))]
    //                                           ^^^^^^^^^^^^ explains: A rule that is waived here
    Teapot,

    /// The shop is closed.
    #[status(503, header("Retry-After" = 0), retry = "idempotent")]
    //            ^^^^^^ explains: a header field of the response
    //                                       ^^^^^ explains: whether a client may send the request
    Closed(u64),
}

impl fmt::Display for OrderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OrderNotFound { id } => write!(f, "order {id} not found"),
            Self::Teapot => f.write_str("it is a teapot"),
            Self::Closed(seconds) => write!(f, "closed for {seconds} s"),
        }
    }
}

/// A place where nothing is written yet.
#[derive(Debug, HttpStatus)]
pub enum Next {
    /// No order has this number.
    #[status(404, )]
    //           ^ completes: members, header, slug, skip_decode; not NOT_FOUND, axum, missing_docs
    OrderNotFound,
    /// No item has this name.
    #[status(410, red)]
    //            ^^^ completes: redact, expose; not NOT_FOUND
    // diagnoses: unknown key `red`
    Gone,
}
