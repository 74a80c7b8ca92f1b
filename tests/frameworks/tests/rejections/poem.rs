//! poem.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use poem::listener::TcpAcceptor;
use poem::middleware::{CatchPanic, SizeLimit};
use poem::web::{Form, Path, Query};
use poem::{EndpointExt, Request, Route, Server, get, handler, post};
use status_core::poem::{Json, rejected};
use status_core::represent::ProblemLayer;

use crate::shop::{self, GuardError, MAX, Order, Page, guard};

#[handler]
fn order(Json(order): Json<Order>) -> String {
    order.answer()
}

#[handler]
fn number(Path(id): Path<u32>) -> String {
    id.to_string()
}

#[handler]
fn search(Query(page): Query<Page>) -> String {
    page.quantity.to_string()
}

#[handler]
fn form(Form(page): Form<Page>) -> String {
    page.quantity.to_string()
}

#[handler]
fn text(text: String) -> String {
    text
}

#[handler]
fn guarded(request: &Request) -> Result<String, GuardError> {
    guard(request.uri().path(), |name| request.header(name).map(str::to_owned))
}

#[handler]
async fn slow() -> Result<String, GuardError> {
    shop::slow().await
}

#[handler]
fn panics() -> String {
    shop::panics()
}

pub fn serve(tell: &Sender<SocketAddr>) {
    let route = Route::new()
        .at("/orders", post(order).with(SizeLimit::new(MAX)))
        .at("/orders/:id", get(number))
        .at("/search", get(search))
        .at("/form", post(form).with(SizeLimit::new(MAX)))
        .at("/text", post(text))
        .at("/limit", get(guarded))
        .at("/account", get(guarded))
        .at("/socket", get(guarded))
        .at("/slow", get(slow))
        .at("/panics", get(panics).with(CatchPanic::new()))
        .catch_all_error(rejected)
        .with(ProblemLayer::new());
    crate::run(tell, |listener| async {
        let server = Server::new_with_acceptor(TcpAcceptor::from_tokio(listener).unwrap());
        server.run(route).await.unwrap();
    });
}
