//! poem.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use poem::http::StatusCode;
use poem::listener::TcpAcceptor;
use poem::web::Path;
use poem::{EndpointExt, FromRequest, Request, RequestBody, Response, Route, Server, get, handler};
use status_core::problem::Problem;
use status_core::represent::ProblemLayer;
use status_core::{Redirection, Success};

use super::{OWN, edit_details, new_code, run, seen};
use crate::Framework;
use crate::cases::WRONG_METHOD;
use crate::errors::{self, About, OrderError};

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

#[handler]
fn order(Path(path): Path<String>) -> Result<String, OrderError> {
    errors::order(&path)
}

/// It never signs in.
struct User;

impl<'a> FromRequest<'a> for User {
    async fn from_request(_: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        Err(OrderError::SignedOut.into())
    }
}

#[handler]
fn guarded(_: User) -> &'static str {
    "fine"
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

#[handler]
fn fine() -> &'static str {
    "fine"
}

#[handler]
fn own() -> (StatusCode, &'static str) {
    (StatusCode::NOT_FOUND, OWN)
}

#[handler]
fn blank() -> (StatusCode, &'static str) {
    (StatusCode::NOT_FOUND, "")
}

async fn see(mut response: Response) -> poem::Result<Response> {
    let seen = seen(response.data(), response.data());
    response.headers_mut().insert("seen", seen.parse().unwrap());
    Ok(response)
}

async fn change(response: poem::Result<Response>) -> poem::Result<Response> {
    let mut response = response.unwrap_or_else(poem::Error::into_response);
    edit_details!(response.extensions_mut());
    if let Some(code) = new_code(response.data()) {
        response.set_status(code.try_into().unwrap());
    }
    Ok(response)
}

fn serve(tell: &Sender<SocketAddr>, layers: Vec<ProblemLayer>) {
    let route = Route::new()
        .at("/errors/:path", get(order).head(order))
        .at("/early/:path", get(order).head(order))
        .at("/about", get(about).head(about))
        .at("/guarded", get(guarded).head(guarded))
        .at("/problem", get(problem).head(problem))
        .at("/foreign", get(foreign).head(foreign))
        .at("/deleted", get(deleted).head(deleted))
        .at("/unchanged", get(unchanged).head(unchanged))
        .at("/fine", get(fine).head(fine))
        .at("/own", get(own).head(own))
        .at("/blank", get(blank).head(blank));
    run(tell, |listener| async move {
        let server = Server::new_with_acceptor(TcpAcceptor::from_tokio(listener).unwrap());
        if layers.is_empty() {
            return server.run(route).await.unwrap();
        }
        let inner = route.after(change).boxed();
        let layered = layers.into_iter().fold(inner, |inner, layer| inner.with(layer).boxed());
        server.run(layered.and_then(see)).await.unwrap();
    });
}
