//! `#[status(http)]`: the type converts into `http::Response`.

#[cfg(feature = "http")]
mod on {
    use bytes::Bytes;
    use http::Response;

    use crate::problem::answer::Answer;
    use crate::problem::extensions::describe;
    use crate::problem::object::Problem;

    impl<B: From<Bytes>> From<Answer> for Response<B> {
        fn from(answer: Answer) -> Self {
            let Answer { status, fields, content, details } = answer;
            let mut response = Self::new(B::from(content));
            *response.headers_mut() = fields;
            describe(&mut response, status, details);
            response
        }
    }

    impl<B: From<Bytes>> From<Problem> for Response<B> {
        fn from(problem: Problem) -> Self {
            Answer::from(problem).into()
        }
    }

    integrate_own_types!(__http);
}

#[cfg(feature = "http")]
#[doc(hidden)]
#[macro_export]
macro_rules! __http {
    (impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<$($params)* __B: ::core::convert::From<$crate::__private::Bytes>>
            ::core::convert::From<$type> for $crate::__private::http::Response<__B>
        where
            $($bounds)*
        {
            fn from(__error: $type) -> Self {
                $crate::problem::Answer::response(&__error)
            }
        }
    };
}

#[cfg(not(feature = "http"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __http {
    ($($input:tt)*) => {
        $crate::__without! { "http" }
    };
}
