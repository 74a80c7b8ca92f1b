//! The router, with the layers around it.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::http::request::Parts;
use shop_errors::OrderError;
use status_core::StatusTable as _;
use status_core::describe::{Catalog, DuplicateError};
use status_core::problem::Details;
use status_core::tower::{CatalogLayer, ProblemLayer};
use tokio::sync::Mutex;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::cors::CorsLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::{DefaultMakeSpan, TraceLayer};
use tracing::Level;

use crate::store::Shop;
use crate::{grpc, openapi, orders};

/// The largest content that a request may have, in bytes.
const MAX_CONTENT: usize = 16 * 1024;

/// How long a request may take, with its content.
const TIMEOUT: Duration = Duration::from_secs(30);

pub fn catalog() -> Result<Catalog, DuplicateError> {
    Catalog::new("Shop").table(OrderError::TABLE)
}

pub fn app(catalog: &Catalog) -> Router {
    let shop = Arc::new(Mutex::new(Shop::open()));
    // The innermost layer comes first. The guide explains the order, on the page `layers`.
    orders::routes(Arc::clone(&shop))
        .merge(openapi::routes())
        .layer(DefaultBodyLimit::max(MAX_CONTENT))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIMEOUT))
        .layer(CatchPanicLayer::new())
        // Answers at the `type` of each problem, below `/errors/`.
        .layer(CatalogLayer::new(catalog))
        // Turns the responses of axum and of the layers inside into problems, and shows browsers a
        // page instead of JSON.
        .layer(ProblemLayer::new().request_id().enrich(add_instance))
        .layer(CompressionLayer::new())
        .layer(CorsLayer::permissive())
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(DefaultMakeSpan::new().level(Level::INFO))
                // The event of the error has the cause.
                .on_failure(()),
        )
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        // Outside of the layers, because gRPC has errors of its own. Not with `merge`, which would replace
        // the fallback, and with it the layers around it.
        .route_service(grpc::PATHS, grpc::service(shop))
}

fn add_instance(request: &Parts, problem: &mut Details) {
    problem.instance = Some(request.uri.path().to_owned());
}
