//! The pages behind `type` as actix-web middleware.

use alloc::boxed::Box;
use core::future::{Ready, ready};
use core::pin::Pin;

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header::{ACCEPT, HeaderValue};
use actix_web::{Error, HttpResponse};

use crate::describe::CatalogLayer;

impl<S, B> Transform<S, ServiceRequest> for CatalogLayer
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B, BoxBody>>;
    type Error = Error;
    type Transform = CatalogMiddleware<S>;
    type InitError = ();
    type Future = Ready<Result<CatalogMiddleware<S>, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(CatalogMiddleware { inner, layer: self.clone() }))
    }
}

/// A service of actix-web inside a [`CatalogLayer`].
#[derive(Debug)]
pub struct CatalogMiddleware<S> {
    inner: S,
    layer: CatalogLayer,
}

impl<S, B> Service<ServiceRequest> for CatalogMiddleware<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B, BoxBody>>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Error>>>>;

    forward_ready!(inner);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
        let accept = request.headers().get_all(ACCEPT).map(HeaderValue::as_bytes);
        if let Some(answer) = self.layer.answer(request.method().as_str(), target, accept) {
            let response = HttpResponse::from(answer).map_into_right_body();
            return Box::pin(ready(Ok(request.into_response(response))));
        }
        let inner = self.inner.call(request);
        Box::pin(async move { inner.await.map(ServiceResponse::map_into_left_body) })
    }
}
