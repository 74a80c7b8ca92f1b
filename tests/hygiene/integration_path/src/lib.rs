//! A custom integration, which `#[status(crate::respond)]` calls.
#![deny(warnings)]

use std::fmt::Display;

use status_core::{HttpStatus, status_table};

/// The response type of a framework that status-core does not know.
pub trait Respond {
    /// The status line and the text.
    fn respond(&self) -> (u16, String);
}

/// It gets the same input as status-core's own integrations.
#[macro_export]
macro_rules! respond {
    (impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]) => {
        // Lifetimes come before the parameters of the type.
        impl<'respond, $($params)*> $crate::Respond for &'respond $type
        where
            $type: ::status_core::HttpStatus + ::core::fmt::Display,
            $($bounds)*
        {
            fn respond(&self) -> (u16, ::std::string::String) {
                (::status_core::HttpStatus::code(*self), ::std::string::ToString::to_string(self))
            }
        }
    };
}

/// A second integration, for a type with two.
#[macro_export]
macro_rules! count {
    (impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]) => {
        impl<$($params)*> $type where $($bounds)* {
            /// The number of statuses of the type itself.
            pub fn count() -> usize {
                <Self as ::status_core::StatusTable>::TABLE.statuses().len()
            }
        }
    };
}

/// With a macro of this crate.
#[derive(HttpStatus)]
#[status(crate::respond, self::count)]
pub enum OrderError {
    /// No order has this number.
    #[status(404)]
    NotFound { id: u64 },
    /// The order is another caller's.
    #[status(403)]
    NotYours,
    #[status(transparent)]
    Edge(EdgeError),
}

impl Display for OrderError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotFound { id } => write!(f, "order {id} not found"),
            Self::NotYours => f.write_str("not your order"),
            Self::Edge(edge) => edge.fmt(f),
        }
    }
}

status_table! {
    /// What our edge returns when an origin fails.
    #[status(crate::respond, crate::count, allow(unregistered_code))]
    pub enum EdgeError: 520..=530 {
        /// The origin's response was not valid HTTP.
        520 UnknownError "Web Server Returned an Unknown Error",
    }
}
