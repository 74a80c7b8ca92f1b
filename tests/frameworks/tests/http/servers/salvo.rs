//! salvo.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use salvo_core::conn::tcp::TcpAcceptor;
use salvo_core::extract::{Extractible, Metadata};
use salvo_core::http::StatusCode;
use salvo_core::{
    Depot, FlowCtrl, Request, Response, Router, Server, Service, Writer as _, handler,
};
use status_core::problem::Problem;
use status_core::represent::ProblemLayer;
use status_core::{Redirection, Success};

use super::{OWN, edit_details, new_code, run, seen};
use crate::Framework;
use crate::cases::{Case, PROBLEM, WRONG_METHOD};
use crate::errors::{self, About, OrderError};

pub const FRAMEWORK: Framework = Framework {
    serve,
    adds: &[],
    sees_requests: true,
    has_no_reason: false,
    edits: true,
    nests: true,
    hides_version: false,
    counts_nothing: false,
    wrong_method: Case { fields: &[PROBLEM, ("allow", "GET, HEAD")], ..WRONG_METHOD },
};

#[handler]
async fn order(request: &mut Request) -> Result<String, OrderError> {
    errors::order(&request.param::<String>("path").unwrap_or_default())
}

/// It never signs in.
struct User;

impl<'ex> Extractible<'ex> for User {
    fn metadata() -> &'static Metadata {
        static METADATA: Metadata = Metadata::new("User");
        &METADATA
    }

    #[expect(refining_impl_trait, reason = "the trait's own error type is private")]
    async fn extract(_: &'ex mut Request, _: &'ex mut Depot) -> Result<Self, OrderError> {
        Err(OrderError::SignedOut)
    }
}

#[handler]
async fn guarded(_user: User) -> &'static str {
    "fine"
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

#[handler]
async fn fine() -> &'static str {
    "fine"
}

#[handler]
async fn own(response: &mut Response) {
    response.status_code(StatusCode::NOT_FOUND);
    response.render(OWN);
}

#[handler]
async fn blank(response: &mut Response) {
    response.status_code(StatusCode::NOT_FOUND);
    response.render("");
}

#[handler]
async fn see(
    request: &mut Request,
    depot: &mut Depot,
    response: &mut Response,
    next: &mut FlowCtrl,
) {
    next.call_next(request, depot, response).await;
    let seen = seen(response.extensions.get(), response.extensions.get());
    response.headers.insert("seen", seen.parse().unwrap());
}

#[handler]
async fn change(
    request: &mut Request,
    depot: &mut Depot,
    response: &mut Response,
    next: &mut FlowCtrl,
) {
    next.call_next(request, depot, response).await;
    edit_details!(&mut response.extensions);
    if let Some(code) = new_code(response.extensions.get()) {
        response.status_code(code.try_into().unwrap());
    }
}

fn serve(tell: &Sender<SocketAddr>, layers: Vec<ProblemLayer>) {
    let router = Router::new()
        .push(Router::with_path("errors/{path}").get(order).head(order))
        .push(Router::with_path("early/{path}").get(order).head(order))
        .push(Router::with_path("about").get(about).head(about))
        .push(Router::with_path("guarded").get(guarded).head(guarded))
        .push(Router::with_path("problem").get(problem).head(problem))
        .push(Router::with_path("foreign").get(foreign).head(foreign))
        .push(Router::with_path("deleted").get(deleted).head(deleted))
        .push(Router::with_path("unchanged").get(unchanged).head(unchanged))
        .push(Router::with_path("fine").get(fine).head(fine))
        .push(Router::with_path("own").get(own).head(own))
        .push(Router::with_path("blank").get(blank).head(blank));
    let mut service = Service::new(router);
    if !layers.is_empty() {
        service = layers.into_iter().rev().fold(service.hoop(see), Service::hoop).hoop(change);
    }
    run(tell, |listener| async {
        Server::new(TcpAcceptor::try_from(listener).unwrap()).serve(service).await;
    });
}
