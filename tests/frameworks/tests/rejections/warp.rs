//! warp.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use status_core::problem::Problem;
use status_core::represent::ProblemLayer;
use status_core::warp::{json, rejected};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use warp::hyper::body::Bytes;
use warp::{Filter, Rejection, body, path, reject};

use crate::shop::{self, GuardError, MAX, Order, Page, guard};

async fn recover(rejection: Rejection) -> Result<Problem, Rejection> {
    rejection.find::<GuardError>().map(Problem::of).ok_or(rejection)
}

fn access(path: &str, field: Option<&String>) -> Result<String, Rejection> {
    guard(path, |_| field.cloned()).map_err(reject::custom)
}

async fn text(content: Bytes) -> Result<String, Rejection> {
    shop::text(&content).map_err(reject::custom)
}

async fn slow() -> Result<String, Rejection> {
    shop::slow().await.map_err(reject::custom)
}

pub fn serve(tell: &Sender<SocketAddr>) {
    let small = || body::content_length_limit(MAX as u64);
    let optional = |name| warp::header::optional::<String>(name);
    let filter = path!("orders")
        .and(warp::post())
        .and(small())
        .and(json())
        .map(|order: Order| order.answer())
        .or(path!("orders" / u32).and(warp::get()).map(|id: u32| id.to_string()))
        .or(path!("search")
            .and(warp::get())
            .and(warp::query())
            .map(|page: Page| page.quantity.to_string()))
        .or(path!("form")
            .and(warp::post())
            .and(small())
            .and(body::form())
            .map(|page: Page| page.quantity.to_string()))
        .or(path!("text").and(warp::post()).and(body::bytes()).and_then(text))
        .or(path!("limit").and(warp::header("x-limit")).map(|limit: u32| limit.to_string()))
        .or(path!("account")
            .and(optional("authorization"))
            .and_then(async |field: Option<String>| access("/account", field.as_ref())))
        .or(path!("socket")
            .and(optional("upgrade"))
            .and_then(async |field: Option<String>| access("/socket", field.as_ref())))
        .or(path!("slow").and_then(slow))
        .or(path!("panics").map(shop::panics))
        .recover(recover)
        .recover(rejected);
    let service = ServiceBuilder::new()
        .layer(ProblemLayer::new())
        .layer(CatchPanicLayer::new())
        .service(warp::service(filter));
    crate::run(tell, |listener| async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let connection = hyper::server::conn::http1::Builder::new();
            let service = TowerToHyperService::new(service.clone());
            let _ = connection.serve_connection(TokioIo::new(stream), service).await;
        }
    });
}
