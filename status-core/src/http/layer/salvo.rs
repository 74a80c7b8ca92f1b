//! The layer as a handler of salvo.

use alloc::boxed::Box;

use http::HeaderValue;
use http::header::ACCEPT;
use salvo_core::http::ResBody;
use salvo_core::{Depot, FlowCtrl, Handler, Request, Response, async_trait};

use crate::Status;
use crate::http::response::extend;
use crate::represent::ProblemLayer;
use crate::represent::known::{Known, Rendered};

/// Errors find the layer in the depot. It goes around a `Service`: where there is no route, salvo calls
/// the handlers of no `Router`.
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
        // Errors are rendered already, and what has content is somebody's.
        let status = response.extensions.get::<&'static Status>();
        if status.is_some() || !response.body.is_none() {
            return;
        }
        let known = Known {
            code: response.status_code.map_or(200, |code| code.as_u16()),
            fields: &mut response.headers,
            status: None,
            details: None,
            content: Some(&[]),
        };
        let accept = request.headers().get_all(ACCEPT).iter().map(HeaderValue::as_bytes);
        if let Some(Rendered { content: Some(content), filled }) =
            known.render(accept, self.choices(), &[])
        {
            if let Some(status) = filled {
                extend(&mut response.extensions, status);
            }
            response.replace_body(ResBody::Once(content));
        }
    }
}
