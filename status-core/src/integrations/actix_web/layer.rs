//! The layer as actix-web middleware.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::future::{Ready, ready};
use core::pin::Pin;
use core::task::{Context, Poll};

use actix_web::Error;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::error::InternalError;
use actix_web::http::header::{ACCEPT, HeaderValue};

use super::rewrite::rewrite;
use crate::represent::layer::ProblemLayer;

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

    fn poll_ready(&self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let accept: Vec<HeaderValue> = request.headers().get_all(ACCEPT).cloned().collect();
        let layer = self.layer.clone();
        let inner = self.inner.call(request);
        Box::pin(async move {
            match inner.await {
                Ok(response) => {
                    let (request, response) = response.into_parts();
                    let (response, _) = rewrite(response, &accept, &layer);
                    Ok(ServiceResponse::new(request, response))
                }
                // actix-web creates the response to an error outside the middlewares.
                Err(error) => match rewrite(error.error_response(), &accept, &layer) {
                    (response, true) => {
                        let response = response.map_into_boxed_body();
                        Err(InternalError::from_response(error, response).into())
                    }
                    (_, false) => Err(error),
                },
            }
        })
    }
}
