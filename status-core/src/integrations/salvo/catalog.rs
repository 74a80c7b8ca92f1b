//! The pages behind `type` as a handler of salvo.

use alloc::boxed::Box;

use http::HeaderValue;
use http::header::ACCEPT;
use salvo_core::{Depot, FlowCtrl, Handler, Request, Response, async_trait};

use super::response::write;
use crate::describe::CatalogLayer;

/// Add the layer to the `Service`: if no route matches, salvo does not call the handlers of a
/// `Router`.
#[async_trait]
impl Handler for CatalogLayer {
    async fn handle(
        &self,
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        next: &mut FlowCtrl,
    ) {
        let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
        let accept = request.headers().get_all(ACCEPT).iter().map(HeaderValue::as_bytes);
        match self.answer(request.method().as_str(), target, accept) {
            Some(answer) => {
                write(|| answer, request, depot, response).await;
                next.skip_rest();
            }
            None => {
                next.call_next(request, depot, response).await;
            }
        }
    }
}
