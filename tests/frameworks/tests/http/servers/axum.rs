//! axum.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::map_response;
use axum::routing::get;
use status_core::represent::ProblemLayer;

use super::{OWN, edit, run, see};
use crate::Framework;
use crate::cases::{Case, PROBLEM, WRONG_METHOD};
use crate::errors::{self, OrderError};

pub const FRAMEWORK: Framework = Framework {
    serve,
    adds: &[],
    sees_requests: false,
    has_no_reason: false,
    edits: true,
    nests: true,
    hides_version: false,
    // By axum itself, although RFC 9110 §8.6 forbids it with 204.
    counts_nothing: true,
    wrong_method: Case { fields: &[PROBLEM, ("allow", "GET,HEAD")], ..WRONG_METHOD },
};

async fn order(Path(path): Path<String>) -> Result<String, OrderError> {
    errors::order(&path)
}

/// It never signs in.
struct User;

impl<S: Sync> FromRequestParts<S> for User {
    type Rejection = OrderError;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, OrderError> {
        Err(OrderError::SignedOut)
    }
}

fn serve(tell: &Sender<SocketAddr>, layers: Vec<ProblemLayer>) {
    let mut router = Router::new()
        .route("/errors/{path}", get(order))
        .route("/early/{path}", get(order))
        .route("/about", get(|| async { errors::about() }))
        .route("/guarded", get(|_: User| async { "fine" }))
        .route("/problem", get(|| async { errors::problem() }))
        .route("/foreign", get(|| async { errors::foreign() }))
        .route("/deleted", get(|| async { errors::deleted() }))
        .route("/unchanged", get(|| async { errors::unchanged() }))
        .route("/fine", get(|| async { "fine" }))
        .route("/own", get(|| async { (StatusCode::NOT_FOUND, OWN) }))
        .route("/blank", get(|| async { (StatusCode::NOT_FOUND, "") }));
    if !layers.is_empty() {
        router = router.layer(map_response(async |response| edit::<axum::body::Body>(response)));
        router = layers.into_iter().fold(router, Router::layer);
        router = router.layer(map_response(async |response| see::<axum::body::Body>(response)));
    }
    run(tell, |listener| async { axum::serve(listener, router).await.unwrap() });
}
