//! `#[status(axum)]`: the type is an axum response.

#[cfg(feature = "axum")]
mod on {
    use axum_core::response::{IntoResponse, Response};

    use crate::problem::answer::Answer;
    use crate::problem::object::Problem;

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

    integrate_own_types!(__axum);
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
                $crate::problem::Answer::response(&self)
            }
        }
    };
}

#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __axum {
    ($($input:tt)*) => {
        $crate::__without! { "axum" }
    };
}
