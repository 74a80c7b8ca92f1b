//! The layer as a handler of salvo.

use alloc::boxed::Box;

use http::HeaderValue;
use http::header::ACCEPT;
use salvo_core::http::ResBody;
use salvo_core::{Depot, FlowCtrl, Handler, Request, Response, async_trait};

use crate::problem::extensions::extend;
use crate::represent::buffered::{Buffered, Rendered};
use crate::represent::layer::ProblemLayer;
use crate::status::Status;

/// Error responses read the layer from the depot. Add the layer to the `Service`: if no route
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
        depot.insert_typed(self.clone());
        next.call_next(request, depot, response).await;
        // A problem is already rendered, and a body was written by a handler.
        let status = response.extensions.get::<&'static Status>();
        if status.is_some() || !response.body.is_none() {
            return;
        }
        let buffered = Buffered {
            code: response.status_code.map_or(200, |code| code.as_u16()),
            fields: &mut response.headers,
            status: None,
            details: None,
            content: Some(&[]),
        };
        let accept = request.headers().get_all(ACCEPT).iter().map(HeaderValue::as_bytes);
        if let Some(Rendered { content: Some(content), adopted }) =
            buffered.render(accept, self, &[])
        {
            if let Some(status) = adopted {
                extend(&mut response.extensions, status);
            }
            response.replace_body(ResBody::Once(content));
        }
    }
}
