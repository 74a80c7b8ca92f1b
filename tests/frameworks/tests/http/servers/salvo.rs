//! salvo.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use salvo_core::conn::tcp::TcpAcceptor;
use salvo_core::{Request, Router, Server, handler};
use status_core::problem::Problem;
use status_core::{Redirection, Success};

use super::run;
use crate::errors::{self, About, OrderError};
use crate::{Framework, Reason};

pub const FRAMEWORK: Framework =
    Framework { serve, adds: &[], reason: Reason::OfTheRow, counts_nothing: false };

#[handler]
async fn order(request: &mut Request) -> Result<String, OrderError> {
    errors::order(&request.param::<String>("path").unwrap_or_default())
}

#[handler]
async fn about() -> Result<String, About<&'static str>> {
    errors::about()
}

#[handler]
async fn problem() -> Result<String, Problem> {
    errors::problem()
}

#[handler]
async fn foreign() -> Result<String, Problem> {
    errors::foreign()
}

#[handler]
async fn deleted() -> Success {
    errors::deleted()
}

#[handler]
async fn unchanged() -> Redirection {
    errors::unchanged()
}

fn serve(tell: &Sender<SocketAddr>) {
    let router = Router::new()
        .push(Router::with_path("errors/{path}").get(order).head(order))
        .push(Router::with_path("about").get(about).head(about))
        .push(Router::with_path("problem").get(problem).head(problem))
        .push(Router::with_path("foreign").get(foreign).head(foreign))
        .push(Router::with_path("deleted").get(deleted).head(deleted))
        .push(Router::with_path("unchanged").get(unchanged).head(unchanged));
    run(tell, |listener| async {
        let acceptor = TcpAcceptor::try_from(listener).unwrap();
        Server::new(acceptor).serve(router).await;
    });
}
