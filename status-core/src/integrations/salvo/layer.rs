//! The layer as a handler of salvo.

use alloc::boxed::Box;

use bytes::Bytes;
use http::header::ACCEPT;
use http::{HeaderValue, Method};
use salvo_core::http::ResBody;
use salvo_core::{Depot, FlowCtrl, Handler, Request, Response, async_trait};

use super::response::InsideLayer;
use crate::problem::extensions::{extend, remove_stale_reason};
use crate::represent::PassThrough;
use crate::represent::buffered::{Buffered, Rendered};
use crate::represent::kept::Kept;
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
        let kept = keep(self, request);
        let is_outermost = !depot.contains_typed::<InsideLayer>();
        depot.insert_typed(InsideLayer);
        kept.entered(next.call_next(request, depot, response)).await;
        if is_outermost {
            let _ = depot.remove_typed::<InsideLayer>();
        }
        let code = response.status_code.unwrap_or_default();
        remove_stale_reason(&mut response.extensions, code);
        let content = match &response.body {
            ResBody::None => Some(Bytes::new()),
            ResBody::Once(content) => Some(content.clone()),
            _ => None,
        };
        let mut details = response.extensions.remove();
        let buffered = Buffered {
            code: code.as_u16(),
            fields: &mut response.headers,
            status: response.extensions.get::<&'static Status>().copied(),
            passes_through: response.extensions.get::<PassThrough>().is_some(),
            details: &mut details,
            content: content.as_deref(),
            head: request.method() == Method::HEAD,
        };
        let accept = request.headers().get_all(ACCEPT).iter().map(HeaderValue::as_bytes);
        let rendered = buffered.render(accept, self, &kept, &[]);
        if let Some(details) = details {
            response.extensions.insert(details);
        }
        // A catcher outside of the layer may write another error.
        depot.insert_typed(self.clone()).insert_typed(kept);
        let Some(Rendered { content, adopted, is_final }) = rendered else { return };
        if let Some(status) = adopted {
            extend(&mut response.extensions, status);
        }
        if is_final {
            response.extensions.insert(PassThrough);
        }
        if let Some(content) = content {
            response.replace_body(ResBody::Once(content));
        }
    }
}

fn keep(layer: &ProblemLayer, request: &mut Request) -> Kept {
    if !layer.reads_request() {
        return Kept::NOTHING;
    }
    let mut parts = http::Request::new(()).into_parts().0;
    parts.method = request.method().clone();
    parts.uri = request.uri().clone();
    parts.version = request.version();
    parts.headers = request.headers().clone();
    parts.extensions = request.extensions().clone();
    let kept = Kept::of(layer, &mut parts);
    *request.headers_mut() = parts.headers;
    kept
}
