//! Code that compiles without a feature of status-core must compile with it, because another crate
//! in the build may enable any feature.
//!
//! The examples of this package compile only with a feature.
#![deny(warnings)]

use std::cell::Cell;
use std::ops::RangeInclusive;

use status_core::{HttpStatus, Status, StatusTable, Success, status_table};

/// It implements neither `Display` nor `Serialize` nor `Send`.
pub struct Opaque(pub Cell<*const u8>);

#[derive(HttpStatus)]
pub enum OrderError<T> {
    /// No order has this number.
    #[status(404)]
    NotFound(Opaque),
    /// It contains a value.
    #[status(409)]
    Conflict { found: T },
    #[status(transparent)]
    Table(Known),
    #[status(dynamic = 0, fallback = 502)]
    Upstream(u16, Opaque),
}

status_table! {
    /// A table without integrations.
    pub enum Known {
        /// It was there.
        410 Gone,
    }
}

/// A manual implementation.
pub struct ByHand;

impl HttpStatus for ByHand {
    fn status(&self) -> &'static Status {
        Success::Ok.status()
    }
}

/// Features add methods to the trait. A type may already have methods with these names.
#[derive(HttpStatus)]
#[status(413)]
/// There are too many.
pub struct Group {
    pub members: Vec<Opaque>,
}

impl Group {
    #[must_use]
    pub fn members(&self) -> &[Opaque] {
        &self.members
    }

    #[must_use]
    pub fn header_fields(&self, which: RangeInclusive<usize>) -> &[Opaque] {
        &self.members[which]
    }

    #[must_use]
    pub fn used(&self) -> (usize, usize, u16, &'static str) {
        let object: &dyn HttpStatus = self;
        let name = Known::TABLE.name();
        (self.members().len(), self.header_fields(0..=1).len(), object.code(), name)
    }
}

/// A manual response. Without `axum` in its attributes, a type gets no impl from status-core.
#[cfg(feature = "axum")]
mod responses {
    use axum_core::response::{IntoResponse, Response};

    impl IntoResponse for super::Known {
        fn into_response(self) -> Response {
            self.reason().into_response()
        }
    }

    impl<T> IntoResponse for super::OrderError<T> {
        fn into_response(self) -> Response {
            ().into_response()
        }
    }
}
