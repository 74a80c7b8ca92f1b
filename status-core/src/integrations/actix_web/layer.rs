//! The layer as actix-web middleware.

use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::future::{Ready, ready};
use core::pin::Pin;

use actix_web::Error;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header::{ACCEPT, HeaderName, HeaderValue};
use actix_web::http::{Method, Version};

use super::error::ErrorWithResponse;
use super::header_map;
use super::rewrite::rewrite;
use crate::represent::kept::Kept;
use crate::represent::layer::ProblemLayer;
use crate::request_id::X_REQUEST_ID;

impl<S, B> Transform<S, ServiceRequest> for ProblemLayer
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Transform = ProblemMiddleware<S>;
    type InitError = ();
    type Future = Ready<Result<ProblemMiddleware<S>, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(ProblemMiddleware { inner, layer: self.clone() }))
    }
}

/// A service of actix-web inside a [`ProblemLayer`].
#[derive(Debug)]
pub struct ProblemMiddleware<S> {
    inner: S,
    layer: ProblemLayer,
}

impl<S, B> Service<ServiceRequest> for ProblemMiddleware<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Error>>>>;

    forward_ready!(inner);

    fn call(&self, mut request: ServiceRequest) -> Self::Future {
        let accept: Vec<HeaderValue> = request.headers().get_all(ACCEPT).cloned().collect();
        let head = request.method() == Method::HEAD;
        let layer = self.layer.clone();
        let kept = keep(&layer, &mut request);
        let inner = {
            let _entered = kept.enter();
            self.inner.call(request)
        };
        Box::pin(async move {
            match kept.entered(inner).await {
                Ok(response) => {
                    let (request, response) = response.into_parts();
                    let response = rewrite(response, head, &accept, &layer, &kept);
                    Ok(ServiceResponse::new(request, response))
                }
                // actix-web creates the response to an error outside the middlewares. The error
                // would log itself a second time, and some give their response away only once.
                Err(error) => {
                    let response = {
                        let _entered = kept.enter();
                        error.error_response()
                    };
                    let response = rewrite(response, head, &accept, &layer, &kept);
                    Err(ErrorWithResponse::new(error, response.map_into_boxed_body()).into())
                }
            }
        })
    }
}

fn keep(layer: &ProblemLayer, request: &mut ServiceRequest) -> Kept {
    if !layer.reads_request() {
        return Kept::NOTHING;
    }
    let mut parts = http::Request::new(()).into_parts().0;
    parts.method = request.method().as_str().parse().unwrap_or_default();
    parts.uri = request.uri().to_string().parse().unwrap_or_default();
    parts.version = version(request.version());
    parts.headers = header_map::convert(request.headers());
    let id = parts.headers.get(X_REQUEST_ID).cloned();
    let kept = Kept::of(layer, &mut parts);
    let new = parts.headers.get(X_REQUEST_ID).filter(|new| id.as_ref() != Some(new));
    if let Some(Ok(id)) = new.map(|id| HeaderValue::from_bytes(id.as_bytes())) {
        request.headers_mut().insert(HeaderName::from_static("x-request-id"), id);
    }
    kept
}

/// actix-web uses `http` 0.2.
const fn version(version: Version) -> http::Version {
    match version {
        Version::HTTP_09 => http::Version::HTTP_09,
        Version::HTTP_10 => http::Version::HTTP_10,
        Version::HTTP_2 => http::Version::HTTP_2,
        Version::HTTP_3 => http::Version::HTTP_3,
        _ => http::Version::HTTP_11,
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use actix_web::http::Version;

    use super::version;

    #[test]
    fn each_version_stays_the_same() {
        for it in
            [Version::HTTP_09, Version::HTTP_10, Version::HTTP_11, Version::HTTP_2, Version::HTTP_3]
        {
            assert_eq!(format!("{:?}", version(it)), format!("{it:?}"));
        }
    }
}
