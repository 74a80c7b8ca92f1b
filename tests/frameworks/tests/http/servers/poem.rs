//! poem.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use poem::listener::TcpAcceptor;
use poem::web::Path;
use poem::{Route, Server, get, handler};
use status_core::problem::Problem;
use status_core::{Redirection, Success};

use super::run;
use crate::errors::{self, About, OrderError};
use crate::{Framework, Reason};

pub const FRAMEWORK: Framework =
    Framework { serve, adds: &[], reason: Reason::OfTheRow, counts_nothing: false };

#[handler]
fn order(Path(path): Path<String>) -> Result<String, OrderError> {
    errors::order(&path)
}

#[handler]
fn about() -> Result<String, About<&'static str>> {
    errors::about()
}

#[handler]
fn problem() -> Result<String, Problem> {
    errors::problem()
}

#[handler]
fn foreign() -> poem::Result<String> {
    Ok(errors::foreign()?)
}

#[handler]
fn deleted() -> Success {
    errors::deleted()
}

#[handler]
fn unchanged() -> Redirection {
    errors::unchanged()
}

fn serve(tell: &Sender<SocketAddr>) {
    let route = Route::new()
        .at("/errors/:path", get(order).head(order))
        .at("/about", get(about).head(about))
        .at("/problem", get(problem).head(problem))
        .at("/foreign", get(foreign).head(foreign))
        .at("/deleted", get(deleted).head(deleted))
        .at("/unchanged", get(unchanged).head(unchanged));
    run(tell, |listener| async {
        let acceptor = TcpAcceptor::from_tokio(listener).unwrap();
        Server::new_with_acceptor(acceptor).run(route).await.unwrap();
    });
}
