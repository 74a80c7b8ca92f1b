//! status-core under another name, and re-exported from a module.
#![deny(warnings)]

use std::fmt;
use std::time::Duration;

// Neither `HttpStatus` nor `status_core` is in scope, so the attribute has to name the path.
use sc::HttpStatus as Derive;

/// The API of a library whose users do not depend on status-core themselves.
pub mod api {
    /// The parts that generated code needs.
    pub mod parts {
        pub use sc as status;
    }

    /// A macro of the library, which refers to its crate as `$crate`.
    #[macro_export]
    macro_rules! error {
        ($name:ident: $code:literal $doc:literal) => {
            #[derive($crate::api::parts::status::HttpStatus)]
            #[doc = $doc]
            #[status($code, crate = $crate::api::parts::status)]
            pub struct $name;

            impl ::core::fmt::Display for $name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.write_str($doc)
                }
            }
        };
    }
}

/// By the name of the dependency.
#[derive(Derive)]
#[status(crate = sc, axum, type_base = "https://shop.example/errors/")]
pub enum OrderError<T> {
    /// The caller has not signed in.
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    SignedOut,
    /// No order has this number.
    #[status(404, header("Age" = 1), header("From" = 0), header("Via" = "us"))]
    NotFound(u64, Duration),
    /// The caller sends something else.
    #[status(409, members(found))]
    Conflict { found: T },
    #[status(transparent)]
    Edge(EdgeError),
    #[status(transparent, unlisted)]
    Inner(Inner<T>),
    #[status(dynamic = code, fallback = 502)]
    Upstream { code: u16 },
}

impl<T> fmt::Display for OrderError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the order failed")
    }
}

/// By a path through the re-export.
#[derive(Derive)]
#[status(410, crate = crate::api::parts::status, members(value))]
pub struct Inner<T> {
    pub value: T,
}

/// By a relative path.
#[derive(Derive)]
#[status(crate = self::api::parts::status)]
pub enum Never {}

sc::status_table! {
    /// A table, by the name of the dependency.
    #[status(crate = sc, axum, allow(unregistered_code))]
    pub enum EdgeError: 500..=530 {
        /// The origin's response was not valid HTTP.
        520 UnknownError "Web Server Returned an Unknown Error",
        /// The origin's response was invalid.
        502 BadGateway,
    }
}

mod inner {
    crate::api::parts::status::status_table! {
        /// A table, by a path through the re-export.
        #[status(crate = super::api::parts::status)]
        pub enum Known {
            /// It is there.
            302 Found,
        }
    }
}

error!(Missing: 404 "It is not there.");

/// The codes of all these types.
#[must_use]
pub fn used(error: &OrderError<u8>) -> [u16; 3] {
    use sc::HttpStatus;
    [error.code(), Missing.code(), inner::Known::Found.code()]
}
