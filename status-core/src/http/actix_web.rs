//! `#[status(actix_web)]`: the type is an actix-web error and response.

#[cfg(feature = "actix_web")]
pub mod on {
    use actix_web::body::BoxBody;
    use actix_web::http::StatusCode;
    use actix_web::{HttpRequest, HttpResponse, Responder, ResponseError};

    use crate::http::layer::actix_web::pass::{append, extend};
    use crate::problem::{Answer, Problem};

    /// actix-web has types of `http` 0.2. What is a code or a header field here is one there.
    #[must_use]
    pub fn code(code: u16) -> StatusCode {
        StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    impl From<Answer> for HttpResponse {
        fn from(answer: Answer) -> Self {
            let Answer { status, fields, content, details } = answer;
            let mut response = Self::with_body(code(status.code()), BoxBody::new(content));
            append(response.headers_mut(), &fields);
            extend(&mut response, status);
            if let Some(details) = details {
                response.extensions_mut().insert(details);
            }
            response
        }
    }

    impl ResponseError for Problem {
        fn status_code(&self) -> StatusCode {
            code(self.status().code())
        }

        fn error_response(&self) -> HttpResponse {
            Answer::from(self.clone()).into()
        }
    }

    impl Responder for Problem {
        type Body = BoxBody;
        fn respond_to(self, _: &HttpRequest) -> HttpResponse {
            Answer::from(self).into()
        }
    }

    crate::http::of_this_crate!(__actix_web);
}

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
                $crate::__private::actix_web_code($crate::HttpStatus::code(self))
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
