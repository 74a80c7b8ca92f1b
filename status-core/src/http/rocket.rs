//! `#[status(rocket)]`: the type is a rocket responder.

#[cfg(feature = "rocket")]
mod on {
    use alloc::borrow::ToOwned;
    use std::io::Cursor;

    use rocket::http::Status;
    use rocket::response::{Responder, Result};
    use rocket::{Request, Response};

    use crate::problem::{Answer, Problem};
    use crate::represent::ProblemLayer;

    impl<'r, 'o: 'r> Responder<'r, 'o> for Answer {
        fn respond_to(self, request: &'r Request<'_>) -> Result<'o> {
            let accept = request.headers().get("accept").map(str::as_bytes);
            let answer = self.represented(accept, request.rocket().state::<ProblemLayer>());
            let Self { status, fields, content, details } = answer;
            let mut response = Response::new();
            response.set_status(Status::new(status.code()));
            for (name, value) in &fields {
                // rocket has fields of text alone.
                if let Ok(value) = core::str::from_utf8(value.as_bytes()) {
                    response.adjoin_raw_header(name.as_str().to_owned(), value.to_owned());
                }
            }
            if !content.is_empty() {
                response.set_sized_body(content.len(), Cursor::new(content));
            }
            // A response of rocket has no extensions.
            request.local_cache(|| Some(status));
            request.local_cache(|| details);
            Ok(response)
        }
    }

    impl<'r, 'o: 'r> Responder<'r, 'o> for Problem {
        fn respond_to(self, request: &'r Request<'_>) -> Result<'o> {
            Answer::from(self).respond_to(request)
        }
    }

    crate::http::of_this_crate!(__rocket);
}

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
                request: &'__r $crate::__private::rocket::Request<'_>,
            ) -> $crate::__private::rocket::response::Result<'__o> {
                $crate::__private::rocket::response::Responder::respond_to(
                    $crate::problem::Answer::of(&self),
                    request,
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
