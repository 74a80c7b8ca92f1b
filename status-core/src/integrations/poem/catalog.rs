//! The pages behind `type` as poem middleware.

use http::HeaderValue;
use http::header::ACCEPT;
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result};

use crate::describe::CatalogLayer;

impl<E: Endpoint> Middleware<E> for CatalogLayer {
    type Output = CatalogEndpoint<E>;

    fn transform(&self, inner: E) -> CatalogEndpoint<E> {
        CatalogEndpoint { inner, layer: self.clone() }
    }
}

/// An endpoint of poem inside a [`CatalogLayer`].
#[derive(Debug)]
pub struct CatalogEndpoint<E> {
    inner: E,
    layer: CatalogLayer,
}

impl<E: Endpoint> Endpoint for CatalogEndpoint<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        // A nested route sees only the rest of the path.
        let target = request.original_uri().path_and_query().map_or("/", |target| target.as_str());
        let accept = request.headers().get_all(ACCEPT).iter().map(HeaderValue::as_bytes);
        match self.layer.answer(request.method().as_str(), target, accept) {
            Some(answer) => Ok(answer.into_response()),
            None => Ok(self.inner.call(request).await?.into_response()),
        }
    }
}
