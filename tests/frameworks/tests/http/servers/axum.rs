//! axum.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use axum::Router;
use axum::extract::Path;
use axum::routing::get;

use super::run;
use crate::errors::{self, OrderError};
use crate::{Framework, Reason};

pub const FRAMEWORK: Framework = Framework {
    serve,
    adds: &[],
    reason: Reason::OfTheRow,
    // RFC 9110 §8.6 forbids it with 204. It is axum that counts.
    counts_nothing: true,
};

async fn order(Path(path): Path<String>) -> Result<String, OrderError> {
    errors::order(&path)
}

fn serve(tell: &Sender<SocketAddr>) {
    let router = Router::new()
        .route("/errors/{path}", get(order))
        .route("/about", get(|| async { errors::about() }))
        .route("/problem", get(|| async { errors::problem() }))
        .route("/foreign", get(|| async { errors::foreign() }))
        .route("/deleted", get(|| async { errors::deleted() }))
        .route("/unchanged", get(|| async { errors::unchanged() }));
    run(tell, |listener| async { axum::serve(listener, router).await.unwrap() });
}
