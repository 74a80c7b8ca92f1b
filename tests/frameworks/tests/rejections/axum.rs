//! axum.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::extract::rejection::StringRejection;
use axum::http::{HeaderMap, Uri};
use axum::routing::{get, post};
use status_core::axum::{Form, Json, Path, Query};
use status_core::problem::Problem;
use status_core::represent::ProblemLayer;
use tower_http::catch_panic::CatchPanicLayer;

use crate::shop::{GuardError, MAX, Order, Page, guard, panics, slow};

async fn guarded(uri: Uri, fields: HeaderMap) -> Result<String, GuardError> {
    guard(uri.path(), |name| fields.get(name)?.to_str().ok().map(str::to_owned))
}

pub fn serve(tell: &Sender<SocketAddr>) {
    let router = Router::new()
        .route("/orders", post(async |Json(order): Json<Order>| order.answer()))
        .route("/orders/{id}", get(async |Path(id): Path<u32>| id.to_string()))
        .route("/search", get(async |Query(page): Query<Page>| page.quantity.to_string()))
        .route("/form", post(async |Form(page): Form<Page>| page.quantity.to_string()))
        .route(
            "/text",
            post(async |text: Result<String, StringRejection>| text.map_err(Problem::from)),
        )
        .route("/limit", get(guarded))
        .route("/account", get(guarded))
        .route("/socket", get(guarded))
        .route("/slow", get(slow))
        .route("/panics", get(async || panics()))
        .layer(DefaultBodyLimit::max(MAX))
        .layer(CatchPanicLayer::new())
        .layer(ProblemLayer::new());
    crate::run(tell, |listener| async { axum::serve(listener, router).await.unwrap() });
}
