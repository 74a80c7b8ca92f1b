//! actix-web.

use std::net::SocketAddr;
use std::panic::AssertUnwindSafe;
use std::sync::mpsc::Sender;

use actix_web::dev::Service as _;
use actix_web::rt::System;
use actix_web::web::{
    Bytes, Form, FormConfig, JsonConfig, Path, PayloadConfig, Query, get, post, resource,
};
use actix_web::{App, HttpRequest, HttpServer};
use futures_util::FutureExt as _;
use status_core::ServerError;
use status_core::actix_web::{Json, rejected, rejections};
use status_core::represent::ProblemLayer;

use crate::shop::{GuardError, MAX, Order, Page, guard, panics, slow, text};

async fn guarded(request: HttpRequest) -> Result<String, GuardError> {
    guard(request.path(), |name| request.headers().get(name)?.to_str().ok().map(str::to_owned))
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
