//! salvo's refusals of requests as problems.
//!
//! [`Json`], [`Form`], [`Query`] and [`Path`] are extractors, and salvo's `ParseError` converts into a
//! [`Rejection`](crate::rejection::Rejection). [The guide](crate::guide::frameworks#salvo) describes
//! everything else about salvo.

// `#[status(salvo)]`: the type is a salvo writer.

#[cfg(all(feature = "catalog", feature = "salvo"))]
mod catalog;
#[cfg(feature = "salvo")]
mod layer;
#[cfg(feature = "salvo")]
mod reject;
#[cfg(feature = "salvo")]
pub(crate) mod response;

#[cfg(feature = "salvo")]
pub use self::reject::{Form, Json, Path, Query};

#[cfg(feature = "salvo")]
#[doc(hidden)]
#[macro_export]
macro_rules! __salvo {
    (impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<$($params)*> $crate::__private::salvo_core::Writer for $type
        where
            $($bounds)*
        {
            fn write<'__q, '__d, '__r, '__a>(
                self,
                __request: &'__q mut $crate::__private::salvo_core::Request,
                __depot: &'__d mut $crate::__private::salvo_core::Depot,
                __response: &'__r mut $crate::__private::salvo_core::Response,
            ) -> $crate::__private::Written<'__a>
            where
                '__q: '__a,
                '__d: '__a,
                '__r: '__a,
                Self: '__a,
            {
                let __answer = || $crate::problem::Answer::of(&self);
                $crate::__private::salvo_write(__answer, __request, __depot, __response)
            }
        }
    };
}

#[cfg(not(feature = "salvo"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __salvo {
    ($($input:tt)*) => {
        $crate::__without! { "salvo" }
    };
}
