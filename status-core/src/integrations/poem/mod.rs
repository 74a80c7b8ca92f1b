//! poem's refusals of requests as problems.
//!
//! [`rejected`] catches the errors of poem's extractors, and [`Json`] also says where the fault is.
//! [The guide](crate::guide::frameworks#poem) describes everything else about poem.

// `#[status(poem)]`: the type is a poem response, and converts into a poem error.

#[cfg(all(feature = "catalog", feature = "poem"))]
mod catalog;
#[cfg(feature = "poem")]
mod layer;
#[cfg(feature = "poem")]
mod reject;
#[cfg(feature = "poem")]
pub(crate) mod response;

#[cfg(feature = "poem")]
pub use self::reject::{Json, rejected};

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
            fn from(__error: $type) -> Self {
                $crate::__private::poem_error($crate::problem::Answer::of(&__error), __error)
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
