//! The code that the integrations generate compiles in any context: without a prelude, next to
//! names with other meanings, and for types with all kinds of parameters. Compiling it is the test.

#![cfg(all(
    feature = "actix_web",
    feature = "axum",
    feature = "http",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "tonic",
    feature = "warp",
))]

/// Nothing that the generated code uses is in scope here.
pub mod no_prelude {
    #![no_implicit_prelude]

    use ::core::fmt;
    use ::status_core::{HttpStatus, status_table};

    /// Why an order fails.
    #[derive(Debug, HttpStatus)]
    #[status(actix_web, axum, http, poem, rocket, salvo, tonic, warp)]
    pub enum OrderError {
        /// No order has this number.
        #[status(404, members(id))]
        NotFound {
            /// The number.
            id: u64,
        },
        /// An error of the edge.
        #[status(transparent)]
        Edge(EdgeError),
    }

    impl fmt::Display for OrderError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            fmt::Debug::fmt(self, f)
        }
    }

    /// Some of its parameters share their names with items of the generated code.
    #[derive(Debug, HttpStatus)]
    #[status(409, members(cause), actix_web, axum, http, poem, rocket, salvo, tonic, warp)]
    pub struct Failed<'r, 'o: 'r, B: fmt::Debug, const N: usize>
    where
        B: ::core::marker::Copy,
    {
        /// The cause.
        pub cause: B,
        /// The message.
        pub text: &'r [&'o str; N],
    }

    impl<B: fmt::Debug + ::core::marker::Copy, const N: usize> fmt::Display for Failed<'_, '_, B, N> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            fmt::Debug::fmt(self, f)
        }
    }

    status_table! {
        /// What our edge returns when an origin fails.
        #[status(allow(unregistered_code), actix_web, axum, http, poem, rocket, salvo, tonic, warp)]
        pub enum EdgeError: 500..=530 {
            /// The origin's response was not valid HTTP.
            520 UnknownError "Web Server Returned an Unknown Error",
        }
    }
}
