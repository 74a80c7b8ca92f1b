//! Errors of rocket's guards, for the catcher, and guards whose errors are problems.
//!
//! A guard fails with [`GuardError::into_outcome`]. [`Json`], [`Form`] and [`Query`] are such guards. [The guide](crate::guide::frameworks#rocket)
//! describes everything else about rocket.

// `#[status(rocket)]`: the type is a rocket responder.

#[cfg(all(feature = "catalog", feature = "rocket"))]
mod catalog;
#[cfg(feature = "rocket")]
mod guard;
#[cfg(feature = "rocket")]
mod layer;
#[cfg(feature = "rocket")]
mod reject;
#[cfg(feature = "rocket")]
pub(crate) mod response;

#[cfg(feature = "rocket")]
pub use guard::{GuardError, caught};
#[cfg(feature = "rocket")]
pub use reject::{Form, Json, Query};

#[cfg(feature = "rocket")]
#[doc(hidden)]
#[macro_export]
macro_rules! __rocket {
    (impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<'__r, '__o: '__r, $($params)*>
            $crate::__private::rocket::response::Responder<'__r, '__o> for $type
        where
            $($bounds)*
        {
            fn respond_to(
                self,
                __request: &'__r $crate::__private::rocket::Request<'_>,
            ) -> $crate::__private::rocket::response::Result<'__o> {
                $crate::__private::rocket_respond(
                    || $crate::problem::Answer::of(&self),
                    __request,
                )
            }
        }
    };
}

#[cfg(not(feature = "rocket"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __rocket {
    ($($input:tt)*) => {
        $crate::__without! { "rocket" }
    };
}
