//! `#[status(axum)]`: the type is an axum response.

#[cfg(feature = "axum")]
mod on {
    use axum_core::response::{IntoResponse, Response};

    use crate::problem::{Answer, Problem, StatusError};
    use crate::{ClientError, Redirection, ServerError, Success};

    impl IntoResponse for Answer {
        fn into_response(self) -> Response {
            self.into()
        }
    }

    impl IntoResponse for Problem {
        fn into_response(self) -> Response {
            self.into()
        }
    }

    crate::__axum! { impl[] for StatusError where[] }
    // Not `Informational`: an interim response is no answer of a handler.
    crate::__axum! { impl[] for Success where[] }
    crate::__axum! { impl[] for Redirection where[] }
    crate::__axum! { impl[] for ClientError where[] }
    crate::__axum! { impl[] for ServerError where[] }
}

#[cfg(feature = "axum")]
#[doc(hidden)]
#[macro_export]
macro_rules! __axum {
    (impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<$($params)*> $crate::__private::axum_core::response::IntoResponse for $type
        where
            $($bounds)*
        {
            fn into_response(self) -> $crate::__private::axum_core::response::Response {
                ::core::convert::From::from($crate::problem::Answer::of(&self))
            }
        }
    };
}

#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __axum {
    ($($input:tt)*) => {
        ::core::compile_error!(
            "`#[status(axum)]` needs status-core's feature `axum`; run `cargo add status-core --features axum`"
        );
    };
}
