//! warp.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use status_core::problem::Problem;
use status_core::represent::ProblemLayer;
use warp::http::StatusCode;
use warp::{Filter, Rejection, Reply, path, reject};

use super::{OWN, layered, run};
use crate::Framework;
use crate::cases::WRONG_METHOD;
use crate::errors::{self, OrderError};

pub const FRAMEWORK: Framework = Framework {
    serve,
    adds: &[],
    sees_requests: false,
    has_no_reason: false,
    edits: true,
    nests: true,
    hides_version: false,
    counts_nothing: false,
    // It does not send `Allow`.
    wrong_method: WRONG_METHOD,
};

/// The error as a rejection.
async fn order(path: String) -> Result<String, Rejection> {
    errors::order(&path).map_err(reject::custom)
}

async fn recover(rejection: Rejection) -> Result<Problem, Rejection> {
    match rejection.find::<OrderError>() {
        Some(error) => Ok(Problem::of(error)),
        None => Err(rejection),
    }
}

/// The error as a reply.
fn reply<T: Reply + 'static, E: Reply + 'static>(fine: Result<T, E>) -> Box<dyn Reply> {
    match fine {
        Ok(fine) => Box::new(fine),
        Err(error) => Box::new(error),
    }
}

fn serve(tell: &Sender<SocketAddr>, layers: Vec<ProblemLayer>) {
    let read = warp::get().or(warp::head()).unify();
    let filter = path!("errors" / String)
        .or(path!("early" / String))
        .unify()
        .and_then(order)
        .or(path!("guarded").and_then(|| order("signed-out".to_owned())))
        .or(path!("about").and(read).map(|| reply(errors::about())))
        .or(path!("problem").map(|| reply(errors::problem())))
        .or(path!("foreign").map(|| reply(errors::foreign())))
        .or(path!("deleted").map(errors::deleted))
        .or(path!("unchanged").map(errors::unchanged))
        .or(path!("fine").map(|| "fine"))
        .or(path!("own").map(|| warp::reply::with_status(OWN, StatusCode::NOT_FOUND)))
        .or(path!("blank").map(|| warp::reply::with_status("", StatusCode::NOT_FOUND)))
        .recover(recover);
    run(tell, |listener| async move {
        let mut layers = layers.into_iter();
        let service = warp::service(filter);
        match (layers.next(), layers.next()) {
            (None, _) => warp::serve(filter).incoming(listener).run().await,
            (Some(layer), None) => super::serve(listener, layered!([layer], service)).await,
            (Some(inner), Some(outer)) => {
                super::serve(listener, layered!([outer, inner], service)).await;
            }
        }
    });
}
