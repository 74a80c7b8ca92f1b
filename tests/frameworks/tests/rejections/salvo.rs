//! salvo.

use std::net::SocketAddr;
use std::panic::AssertUnwindSafe;
use std::sync::mpsc::Sender;

use futures_util::FutureExt as _;
use salvo_core::conn::tcp::TcpAcceptor;
use salvo_core::http::ParseError;
use salvo_core::http::request::SecureMaxSize;
use salvo_core::{Depot, FlowCtrl, Request, Response, Router, Server, Service, Writer, handler};
use status_core::ServerError;
use status_core::rejection::Rejection;
use status_core::represent::ProblemLayer;
use status_core::salvo::{Form, Json, Path, Query};

use crate::shop::{self, GuardError, MAX, Order, Page, guard};

#[derive(serde::Deserialize)]
struct Number {
    id: u32,
}

#[handler]
async fn order(content: Json<Order>) -> String {
    content.answer()
}

#[handler]
async fn number(path: Path<Number>) -> String {
    path.id.to_string()
}

#[handler]
async fn search(page: Query<Page>) -> String {
    page.quantity.to_string()
}

#[handler]
async fn form(page: Form<Page>) -> String {
    page.quantity.to_string()
}

#[handler]
async fn text(request: &mut Request) -> Result<String, Rejection> {
    shop::text(request.payload().await?)
}

#[handler]
async fn guarded(request: &mut Request) -> Result<String, GuardError> {
    guard(request.uri().path(), |name| request.header(name))
}

#[handler]
async fn slow() -> Result<String, GuardError> {
    shop::slow().await
}

#[handler]
async fn panics() -> String {
    shop::panics()
}

/// It does not catch panics itself.
#[handler]
async fn catch(
    request: &mut Request,
    depot: &mut Depot,
    response: &mut Response,
    next: &mut FlowCtrl,
) {
    let done = AssertUnwindSafe(next.call_next(request, depot, response)).catch_unwind().await;
    if done.is_err() {
        ServerError::InternalServerError.write(request, depot, response).await;
    }
}

/// It does not tell which part of the request has the value.
#[test]
fn a_value_of_unknown_origin_is_unexpected() {
    for error in [ParseError::NotExist, ParseError::ParseFromStr, ParseError::DuplicateKey] {
        let rejection = Rejection::from(error);
        assert!(matches!(rejection, Rejection::UnexpectedValue { .. }), "{rejection:?}");
    }
}

pub fn serve(tell: &Sender<SocketAddr>) {
    let router = Router::new()
        .hoop(SecureMaxSize(MAX))
        .push(Router::with_path("orders").post(order))
        .push(Router::with_path("orders/{id}").get(number))
        .push(Router::with_path("search").get(search))
        .push(Router::with_path("form").post(form))
        .push(Router::with_path("text").post(text))
        .push(Router::with_path("limit").get(guarded))
        .push(Router::with_path("account").get(guarded))
        .push(Router::with_path("socket").get(guarded))
        .push(Router::with_path("slow").get(slow))
        .push(Router::with_path("panics").get(panics));
    let service = Service::new(router).hoop(ProblemLayer::new()).hoop(catch);
    crate::run(tell, |listener| async {
        Server::new(TcpAcceptor::try_from(listener).unwrap()).serve(service).await;
    });
}
