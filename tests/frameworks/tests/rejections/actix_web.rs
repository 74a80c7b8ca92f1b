//! actix-web.

use std::net::SocketAddr;
use std::panic::AssertUnwindSafe;
use std::sync::mpsc::Sender;

use actix_web::dev::{Payload, Service as _};
use actix_web::error::{JsonPayloadError, PayloadError};
use actix_web::rt::System;
use actix_web::test::TestRequest;
use actix_web::web::{
    Bytes, Form, FormConfig, JsonConfig, Path, PayloadConfig, Query, get, post, resource,
};
use actix_web::{App, FromRequest as _, HttpRequest, HttpServer};
use futures_util::{FutureExt as _, stream};
use status_core::actix_web::{Json, rejected, rejections};
use status_core::rejection::Rejection;
use status_core::represent::ProblemLayer;
use status_core::{HttpStatus as _, ServerError};

use crate::shop::{GuardError, MAX, Order, Page, guard, panics, slow, text};

async fn guarded(request: HttpRequest) -> Result<String, GuardError> {
    guard(request.path(), |name| request.headers().get(name)?.to_str().ok().map(str::to_owned))
}

/// The code of JSON whose content fails with this error.
fn json_from(error: PayloadError) -> u16 {
    let request = TestRequest::default().insert_header(("Content-Type", "application/json"));
    let content = stream::iter([Err::<Bytes, _>(error)]);
    let mut payload: Payload = Payload::Stream { payload: Box::pin(content) };
    let json = Json::<u32>::from_request(&request.to_http_request(), &mut payload);
    let error = System::new().block_on(json).unwrap_err();
    error.as_response_error().status_code().as_u16()
}

#[test]
fn the_cause_of_an_error_of_json_decides() {
    assert_eq!(json_from(PayloadError::Overflow), 413);
    assert_eq!(json_from(PayloadError::UnknownLength), 411);
    assert_eq!(json_from(PayloadError::Incomplete(None)), 400);
    let error = || serde_json::from_str::<u32>("{}").unwrap_err();
    for (error, code) in [
        (JsonPayloadError::Payload(PayloadError::Overflow), 413),
        (JsonPayloadError::Deserialize(error()), 422),
        (JsonPayloadError::Serialize(error()), 500),
    ] {
        assert_eq!(Rejection::from(error).code(), code);
    }
}

pub fn serve(tell: &Sender<SocketAddr>) {
    let app = || {
        App::new()
            .configure(rejections)
            .app_data(PayloadConfig::new(MAX))
            .app_data(JsonConfig::default().limit(MAX).error_handler(rejected))
            .app_data(FormConfig::default().limit(MAX).error_handler(rejected))
            // actix-web itself does not catch panics.
            .wrap_fn(|request, inner| {
                let response = AssertUnwindSafe(inner.call(request)).catch_unwind();
                async {
                    response.await.unwrap_or_else(|_| Err(ServerError::InternalServerError.into()))
                }
            })
            .wrap(ProblemLayer::new())
            .route("/orders", post().to(async |order: Json<Order>| order.answer()))
            .route("/orders/{id}", get().to(async |id: Path<u32>| id.to_string()))
            .service(
                resource("/search")
                    .route(get().to(async |page: Query<Page>| page.quantity.to_string())),
            )
            .route("/form", post().to(async |page: Form<Page>| page.quantity.to_string()))
            .route("/text", post().to(async |content: Bytes| text(&content)))
            .route("/limit", get().to(guarded))
            .route("/account", get().to(guarded))
            .route("/socket", get().to(guarded))
            .route("/slow", get().to(slow))
            .route("/panics", get().to(async || panics()))
    };
    System::new().block_on(async {
        let server = HttpServer::new(app).workers(1).bind(("127.0.0.1", 0)).unwrap();
        tell.send(server.addrs()[0]).unwrap();
        server.run().await.unwrap();
    });
}
