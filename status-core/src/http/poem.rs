//! `#[status(poem)]`: the type is a poem response, and becomes a poem error.

#[cfg(feature = "poem")]
pub mod on {
    use alloc::format;
    use alloc::sync::Arc;
    use core::fmt::Display;

    use hyper::ext::ReasonPhrase;
    use poem::{Body, Error, IntoResponse, Response};

    use crate::problem::{Answer, Problem, Text};

    impl IntoResponse for Answer {
        fn into_response(self) -> Response {
            let (parts, body) = http::Response::<Body>::from(self).into_parts();
            let mut response = Response::builder().status(parts.status).body(body);
            *response.headers_mut() = parts.headers;
            *response.extensions_mut() = parts.extensions;
            response
        }
    }

    impl IntoResponse for Problem {
        fn into_response(self) -> Response {
            Answer::from(self).into_response()
        }
    }

    impl From<Problem> for Error {
        fn from(problem: Problem) -> Self {
            error(Answer::from(problem.clone()), problem)
        }
    }

    /// Not by way of `ResponseError`: of the response that it makes, poem throws the extensions away,
    /// and the reason with them. So the error rides beside the response.
    pub fn error<E: Display + Send + Sync + 'static>(answer: Answer, cause: E) -> Error {
        let (status, details) = (answer.status, answer.details.clone());
        let response = answer.into_response();
        let reason = response.data::<ReasonPhrase>().cloned();
        let mut error = Error::from_response(response);
        error.set_error_message(format!("{}", Text(&cause)));
        error.set_data(Arc::new(cause));
        error.set_data(status);
        if let Some(details) = details {
            error.set_data(details);
        }
        if let Some(reason) = reason {
            error.set_data(reason);
        }
        error
    }

    crate::http::of_this_crate!(__poem);
}

#[cfg(feature = "poem")]
#[doc(hidden)]
#[macro_export]
macro_rules! __poem {
    (impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<$($params)*> $crate::__private::poem::IntoResponse for $type
        where
            Self: ::core::marker::Send,
            $($bounds)*
        {
            fn into_response(self) -> $crate::__private::poem::Response {
                $crate::__private::poem::IntoResponse::into_response(
                    $crate::problem::Answer::of(&self),
                )
            }
        }

        #[automatically_derived]
        impl<$($params)*> ::core::convert::From<$type> for $crate::__private::poem::Error
        where
            $type: ::core::marker::Send + ::core::marker::Sync + 'static,
            $($bounds)*
        {
            fn from(error: $type) -> Self {
                $crate::__private::poem_error($crate::problem::Answer::of(&error), error)
            }
        }
    };
}

#[cfg(not(feature = "poem"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __poem {
    ($($input:tt)*) => {
        $crate::__without! { "poem" }
    };
}
