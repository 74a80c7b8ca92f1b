//! `#[status(salvo)]`: the type is a salvo writer.

#[cfg(feature = "salvo")]
pub mod on {
    use alloc::boxed::Box;
    use core::future::{Future, ready};
    use core::pin::Pin;

    use bytes::Bytes;
    use http::HeaderValue;
    use http::header::{ACCEPT, CONTENT_ENCODING, CONTENT_LENGTH};
    use salvo_core::http::ResBody;
    use salvo_core::{Depot, Request, Response, Writer, async_trait};

    use crate::problem::{Answer, Problem};
    use crate::represent::ProblemLayer;

    /// What `async_trait` makes of a method that has nothing to wait for.
    pub type Written<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

    /// Writes an answer over whatever the response was.
    pub fn write<'a>(
        answer: Answer,
        request: &Request,
        depot: &Depot,
        response: &mut Response,
    ) -> Written<'a> {
        let accept = request.headers().get_all(ACCEPT).iter().map(HeaderValue::as_bytes);
        let answer = answer.represented(accept, depot.get_typed::<ProblemLayer>().ok());
        let (parts, content) = http::Response::<Bytes>::from(answer).into_parts();
        response.status_code(parts.status);
        // What handlers before this one have set stays, unless the error sets it anew.
        response.headers_mut().extend(parts.headers);
        response.extensions.extend(parts.extensions);
        // Of the content that was written before nothing is left.
        response.headers_mut().remove(CONTENT_ENCODING);
        response.headers_mut().remove(CONTENT_LENGTH);
        // salvo drops the content for HEAD without having counted it.
        if !content.is_empty() {
            response.headers_mut().insert(CONTENT_LENGTH, content.len().into());
        }
        response.replace_body(ResBody::Once(content));
        Box::pin(ready(()))
    }

    #[async_trait]
    impl Writer for Answer {
        async fn write(self, request: &mut Request, depot: &mut Depot, response: &mut Response) {
            write(self, request, depot, response).await;
        }
    }

    #[async_trait]
    impl Writer for Problem {
        async fn write(self, request: &mut Request, depot: &mut Depot, response: &mut Response) {
            write(self.into(), request, depot, response).await;
        }
    }

    crate::http::of_this_crate!(__salvo);
}

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
                request: &'__q mut $crate::__private::salvo_core::Request,
                depot: &'__d mut $crate::__private::salvo_core::Depot,
                response: &'__r mut $crate::__private::salvo_core::Response,
            ) -> $crate::__private::Written<'__a>
            where
                '__q: '__a,
                '__d: '__a,
                '__r: '__a,
                Self: '__a,
            {
                let answer = $crate::problem::Answer::of(&self);
                $crate::__private::salvo_write(answer, request, depot, response)
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
