//! `#[status(tonic)]`: the type converts into the status of a gRPC call, and back at the client.

#[cfg(feature = "tonic")]
mod budget;
#[cfg(feature = "tonic")]
mod code;
#[cfg(feature = "tonic")]
mod receive;
#[cfg(feature = "tonic")]
mod send;

#[cfg(feature = "tonic")]
#[doc(hidden)]
#[macro_export]
macro_rules! __tonic {
    (impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<$($params)*> ::core::convert::From<$type> for $crate::__private::tonic::Status
        where
            $($bounds)*
        {
            fn from(__error: $type) -> Self {
                ::core::convert::From::from($crate::problem::Answer::of(&__error))
            }
        }
    };
}

#[cfg(not(feature = "tonic"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __tonic {
    ($($input:tt)*) => {
        $crate::__without! { "tonic" }
    };
}
