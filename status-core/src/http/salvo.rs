//! `#[status(salvo)]`: the type is a salvo writer.

#[cfg(feature = "salvo")]
pub mod on {
    use alloc::boxed::Box;
    use core::future::{Future, ready};
    use core::pin::Pin;

    use bytes::Bytes;
    use http::Method;
    use http::header::CONTENT_LENGTH;
    use salvo_core::http::ResBody;
    use salvo_core::{Depot, Request, Response, Writer, async_trait};

    use crate::problem::{Answer, Problem};

    /// What `async_trait` makes of a method that has nothing to wait for.
    pub type Written<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

    /// Writes an answer over whatever the response was.
    pub fn write<'a>(answer: Answer, request: &Request, response: &mut Response) -> Written<'a> {
        let length = answer.content.len();
        let (parts, content) = http::Response::<Bytes>::from(answer).into_parts();
        response.status_code(parts.status);
        // What handlers before this one have set stays, unless the error sets it anew.
        for name in parts.headers.keys() {
            response.headers_mut().remove(name);
        }
        response.headers_mut().extend(parts.headers);
        response.extensions.extend(parts.extensions);
        // salvo drops the content for HEAD without having counted it.
        if *request.method() == Method::HEAD && length > 0 {
            response.headers_mut().insert(CONTENT_LENGTH, length.into());
        }
        response.replace_body(ResBody::Once(content));
        Box::pin(ready(()))
    }

    #[async_trait]
    impl Writer for Answer {
        async fn write(self, request: &mut Request, _: &mut Depot, response: &mut Response) {
            write(self, request, response).await;
        }
    }

    #[async_trait]
    impl Writer for Problem {
        async fn write(self, request: &mut Request, _: &mut Depot, response: &mut Response) {
            write(self.into(), request, response).await;
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
                _: &'__d mut $crate::__private::salvo_core::Depot,
                response: &'__r mut $crate::__private::salvo_core::Response,
            ) -> $crate::__private::Written<'__a>
            where
                '__q: '__a,
                '__d: '__a,
                '__r: '__a,
                Self: '__a,
            {
                $crate::__private::salvo_write($crate::problem::Answer::of(&self), request, response)
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
