//! The layer as a handler of salvo.

use alloc::boxed::Box;

use bytes::Bytes;
use http::HeaderValue;
use http::header::ACCEPT;
use salvo_core::http::ResBody;
use salvo_core::{Depot, FlowCtrl, Handler, Request, Response, async_trait};

use super::response::InsideLayer;
use crate::problem::extensions::extend;
use crate::represent::buffered::{Buffered, Rendered};
use crate::represent::layer::ProblemLayer;
use crate::status::Status;

/// Add the layer to the `Service`: if no route
/// matches, salvo does not call the handlers of a `Router`.
#[async_trait]
impl Handler for ProblemLayer {
    async fn handle(
        &self,
        request: &mut Request,
        depot: &mut Depot,
        response: &mut Response,
        next: &mut FlowCtrl,
    ) {
        depot.insert_typed(self.clone()).insert_typed(InsideLayer);
        next.call_next(request, depot, response).await;
        let _ = depot.remove_typed::<InsideLayer>();
        let content = match &response.body {
            ResBody::None => Some(Bytes::new()),
            ResBody::Once(content) => Some(content.clone()),
            _ => None,
        };
        let buffered = Buffered {
            code: response.status_code.map_or(200, |code| code.as_u16()),
            fields: &mut response.headers,
            status: response.extensions.get::<&'static Status>().copied(),
            details: response.extensions.get_mut(),
            content: content.as_deref(),
        };
        let accept = request.headers().get_all(ACCEPT).iter().map(HeaderValue::as_bytes);
        let Some(Rendered { content, adopted }) = buffered.render(accept, self, &[]) else {
            return;
        };
        if let Some(status) = adopted {
            extend(&mut response.extensions, status);
        }
        if let Some(content) = content {
            response.replace_body(ResBody::Once(content));
        }
    }
}
