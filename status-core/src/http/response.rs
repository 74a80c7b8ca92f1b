//! `#[status(http)]`: the type becomes an `http::Response`, whatever its body is.

#[cfg(feature = "http")]
mod on {
    use bytes::Bytes;
    use http::{Extensions, Response, StatusCode};
    use hyper::ext::ReasonPhrase;

    use crate::Status;
    use crate::problem::{Answer, Details, Problem};

    /// Puts into a response's extensions what a status has for them.
    pub(crate) fn extend(extensions: &mut Extensions, status: &'static Status) {
        extensions.insert(status);
        // hyper writes the phrases of `http`, of which some are out of date ("Unprocessable
        // Entity"), and none for a code that nobody registered.
        let code = StatusCode::from_u16(status.code());
        if code.is_ok_and(|code| code.canonical_reason() == Some(status.reason())) {
            return;
        }
        if let Ok(reason) = ReasonPhrase::try_from(status.reason().as_bytes()) {
            extensions.insert(reason);
        }
    }

    /// Gives a response its code, and its extensions what layers and logs read.
    #[inline]
    pub(crate) fn describe<B>(
        response: &mut Response<B>,
        status: &'static Status,
        details: Option<Details>,
    ) {
        // A status has a code in 100..=599, and these are all valid here.
        if let Ok(code) = StatusCode::from_u16(status.code()) {
            *response.status_mut() = code;
        }
        let extensions = response.extensions_mut();
        extend(extensions, status);
        if let Some(details) = details {
            extensions.insert(details);
        }
    }

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

    crate::http::of_this_crate!(__http);
}

#[cfg(feature = "http")]
pub(crate) use on::describe;
#[cfg(any(feature = "poem", feature = "salvo", feature = "tower"))]
pub(crate) use on::extend;

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
            fn from(error: $type) -> Self {
                $crate::problem::Answer::response(&error)
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
