//! `#[status(axum)]`: the type is an axum response.

#[cfg(feature = "axum")]
mod on {
    use axum_core::response::{IntoResponse, Response};
    use hyper::ext::ReasonPhrase;

    use crate::problem::Problem;
    use crate::{ClientError, Redirection, ServerError, Success};

    impl IntoResponse for Problem {
        fn into_response(self) -> Response {
            let status = self.status();
            let mut response: Response = self.into_http();
            // hyper writes the phrases of `http`, of which some are out of date ("Unprocessable
            // Entity"), and none for a code that nobody registered.
            if response.status().canonical_reason() != Some(status.reason()) {
                if let Ok(reason) = ReasonPhrase::try_from(status.reason().as_bytes()) {
                    response.extensions_mut().insert(reason);
                }
            }
            response
        }
    }

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
                $crate::__private::axum_core::response::IntoResponse::into_response(
                    $crate::problem::Problem::of(&self),
                )
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
