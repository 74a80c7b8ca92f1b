//! hyper. axum's extractors read any request of the crate `http`.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Request};
use http_body_util::Limited;
use hyper::Response;
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use status_core::axum::{Form, Json, Query};
use status_core::problem::{FieldError, Problem};
use status_core::rejection::Rejection;
use status_core::represent::ProblemLayer;
use status_core::{ClientError, HttpStatus as _};
use tower::{ServiceBuilder, service_fn};
use tower_http::catch_panic::CatchPanicLayer;

use crate::shop::{MAX, Order, Page, guard, panics, slow, text};

async fn route(request: hyper::Request<Incoming>) -> Result<String, Problem> {
    let request = request.map(|body| Body::new(Limited::new(body, MAX)));
    let path = request.uri().path().to_owned();
    match (request.method().as_str(), &*path) {
        ("POST", "/orders") => Ok(Json::<Order>::from_request(request, &()).await?.answer()),
        ("POST", "/form") => {
            Ok(Form::<Page>::from_request(request, &()).await?.quantity.to_string())
        }
        ("POST", "/text") => {
            let content = to_bytes(request.into_body(), MAX).await;
            Ok(text(&content.map_err(|_| Rejection::ContentTooLarge)?)?)
        }
        ("GET", "/search") => Ok(Query::<Page>::try_from_uri(request.uri())?.quantity.to_string()),
        ("GET", "/limit" | "/account" | "/socket") => Ok(guarded(&path, &request)?),
        ("GET", "/slow") => Ok(slow().await?),
        ("GET", "/panics") => Ok(panics()),
        (_, "/search") => Err(ClientError::MethodNotAllowed.problem().header("Allow", "GET")),
        ("GET", path) => match path.strip_prefix("/orders/") {
            Some(id) => Ok(id.parse::<u32>().map_err(|error| unexpected(&error))?.to_string()),
            None => Err(ClientError::NotFound.into()),
        },
        _ => Err(ClientError::NotFound.into()),
    }
}

fn unexpected(error: &std::num::ParseIntError) -> Rejection {
    let error = FieldError::new(error.to_string()).pointer("id");
    Rejection::UnexpectedPath { errors: error.into() }
}

fn guarded(path: &str, request: &Request) -> Result<String, crate::shop::GuardError> {
    guard(path, |name| request.headers().get(name)?.to_str().ok().map(str::to_owned))
}

async fn answer(
    request: hyper::Request<Incoming>,
) -> Result<Response<Body>, std::convert::Infallible> {
    Ok(match route(request).await {
        Ok(text) => Response::new(text.into()),
        Err(problem) => problem.into(),
    })
}

pub fn serve(tell: &Sender<SocketAddr>) {
    let service = ServiceBuilder::new()
        .layer(ProblemLayer::new())
        .layer(CatchPanicLayer::new())
        .service(service_fn(answer));
    crate::run(tell, |listener| async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let connection = hyper::server::conn::http1::Builder::new();
            let service = TowerToHyperService::new(service.clone());
            let _ = connection.serve_connection(TokioIo::new(stream), service).await;
        }
    });
}
