//! warp.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use status_core::problem::Problem;
use warp::{Filter, Rejection, Reply, path, reject};

use super::run;
use crate::errors::{self, OrderError};
use crate::{Framework, Reason};

pub const FRAMEWORK: Framework =
    Framework { serve, adds: &[], reason: Reason::OfTheRow, counts_nothing: false };

/// One that comes as a rejection.
async fn order(path: String) -> Result<String, Rejection> {
    errors::order(&path).map_err(reject::custom)
}

async fn recover(rejection: Rejection) -> Result<Problem, Rejection> {
    match rejection.find::<OrderError>() {
        Some(error) => Ok(Problem::of(error)),
        None => Err(rejection),
    }
}

/// One that comes as a reply.
fn reply<T: Reply + 'static, E: Reply + 'static>(fine: Result<T, E>) -> Box<dyn Reply> {
    match fine {
        Ok(fine) => Box::new(fine),
        Err(error) => Box::new(error),
    }
}

fn serve(tell: &Sender<SocketAddr>) {
    let filter = path!("errors" / String)
        .and_then(order)
        .or(path!("about").map(|| reply(errors::about())))
        .or(path!("problem").map(|| reply(errors::problem())))
        .or(path!("foreign").map(|| reply(errors::foreign())))
        .or(path!("deleted").map(errors::deleted))
        .or(path!("unchanged").map(errors::unchanged))
        .recover(recover);
    run(tell, |listener| warp::serve(filter).incoming(listener).run());
}
