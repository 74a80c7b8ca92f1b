//! warp's rejections as problems.
//!
//! [`rejected`] recovers from them in one line, and [`json`] also says where the fault is.
//! [The guide](crate::guide::frameworks#warp) describes everything else about warp.

// `#[status(warp)]`: the type is a warp reply, and can be the cause of a rejection.

#[cfg(feature = "warp")]
mod reject;

#[cfg(feature = "warp")]
pub use self::reject::{json, rejected};

#[cfg(feature = "warp")]
mod on {
    use warp::Reply;
    use warp::reject::Reject;
    use warp::reply::Response;

    use crate::problem::answer::Answer;
    use crate::problem::object::Problem;

    impl Reply for Answer {
        fn into_response(self) -> Response {
            self.into()
        }
    }

    impl Reply for Problem {
        fn into_response(self) -> Response {
            self.into()
        }
    }

    impl Reject for Problem {}

    integrate_own_types!(__warp);
}

#[cfg(feature = "warp")]
#[doc(hidden)]
#[macro_export]
macro_rules! __warp {
    (impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<$($params)*> $crate::__private::warp::Reply for $type
        where
            Self: ::core::marker::Send,
            $($bounds)*
        {
            fn into_response(self) -> $crate::__private::warp::reply::Response {
                $crate::problem::Answer::response(&self)
            }
        }

        #[automatically_derived]
        impl<$($params)*> $crate::__private::warp::reject::Reject for $type
        where
            Self: ::core::fmt::Debug + ::core::marker::Send + ::core::marker::Sync + 'static,
            $($bounds)*
        {
        }
    };
}

#[cfg(not(feature = "warp"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __warp {
    ($($input:tt)*) => {
        $crate::__without! { "warp" }
    };
}
