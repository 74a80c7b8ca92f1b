//! actix-web's refusals of requests as problems, and its errors inside of the layer.
//!
//! [`rejections`] configures an app in one call, and [`Json`] also says where the fault is.
//! [The guide](crate::guide::frameworks#actix-web) describes everything else about actix-web.

// `#[status(actix_web)]`: the type is an actix-web error and response.

#[cfg(all(feature = "catalog", feature = "actix_web"))]
mod catalog;
#[cfg(feature = "actix_web")]
mod error;
#[cfg(feature = "actix_web")]
mod header_map;
#[cfg(feature = "actix_web")]
mod layer;
#[cfg(feature = "actix_web")]
mod reject;
#[cfg(feature = "actix_web")]
pub(crate) mod response;
#[cfg(feature = "actix_web")]
mod rewrite;

#[cfg(feature = "actix_web")]
pub use self::error::ErrorWithResponse;
#[cfg(feature = "actix_web")]
pub use self::reject::{Json, rejected, rejections};

#[cfg(feature = "actix_web")]
#[doc(hidden)]
#[macro_export]
macro_rules! __actix_web {
    (impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<$($params)*> $crate::__private::actix_web::ResponseError for $type
        where
            Self: ::core::fmt::Debug,
            $($bounds)*
        {
            fn status_code(&self) -> $crate::__private::actix_web::http::StatusCode {
                $crate::__private::actix_web_code(self)
            }

            fn error_response(&self) -> $crate::__private::actix_web::HttpResponse {
                ::core::convert::From::from($crate::problem::Answer::of(self))
            }
        }

        #[automatically_derived]
        impl<$($params)*> $crate::__private::actix_web::Responder for $type
        where
            $($bounds)*
        {
            type Body = $crate::__private::actix_web::body::BoxBody;
            fn respond_to(
                self,
                _: &$crate::__private::actix_web::HttpRequest,
            ) -> $crate::__private::actix_web::HttpResponse {
                ::core::convert::From::from($crate::problem::Answer::of(&self))
            }
        }
    };
}

#[cfg(not(feature = "actix_web"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __actix_web {
    ($($input:tt)*) => {
        $crate::__without! { "actix_web" }
    };
}
