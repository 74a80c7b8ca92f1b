//! A small server in each framework. With the layer, a header field shows what a middleware outside
//! of it sees.

#[cfg(feature = "actix_web")]
pub mod actix_web;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "http")]
pub mod hyper;
#[cfg(feature = "poem")]
pub mod poem;
#[cfg(feature = "rocket")]
pub mod rocket;
#[cfg(feature = "salvo")]
pub mod salvo;
#[cfg(feature = "warp")]
pub mod warp;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc::Sender;

use status_core::Status;
use status_core::problem::Details;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

/// The content of responses that the layer must not change.
const OWN: &str = "written by the application";

/// What a middleware sees of a response.
fn seen(status: Option<&&'static Status>, details: Option<&Details>) -> String {
    match (status, details) {
        (None, None) => "nothing".to_owned(),
        (None, Some(_)) => "details of nothing".to_owned(),
        (Some(status), None) => status.code().to_string(),
        (Some(status), Some(_)) => format!("{} and details", status.code()),
    }
}

/// Changes the problems whose slugs start with `edited`, as middleware does. actix-web's extensions
/// are of another type than those of `http`.
#[cfg(any(
    feature = "actix_web",
    feature = "axum",
    feature = "http",
    feature = "poem",
    feature = "salvo",
    feature = "warp"
))]
macro_rules! edit_details {
    ($extensions:expr) => {
        let extensions = &mut *$extensions;
        let status = extensions.get::<&'static status_core::Status>().copied();
        if let Some(status) = status.filter(|status| status.slug().starts_with("edited")) {
            let details =
                extensions.get_or_insert_with(|| status_core::problem::Details::new(status));
            if let Some(detail) = &mut details.detail {
                *detail = "corrected".to_owned();
            }
            details.insert("requestId", "0192");
        }
    };
}
#[cfg(any(feature = "actix_web", feature = "poem", feature = "salvo"))]
use edit_details;

/// The code to which middleware changes that of a response with this status.
#[cfg(any(
    feature = "actix_web",
    feature = "axum",
    feature = "http",
    feature = "poem",
    feature = "salvo",
    feature = "warp"
))]
fn new_code(status: Option<&&'static Status>) -> Option<u16> {
    match status?.slug() {
        "recoded" => Some(400),
        "recoded-fine" => Some(200),
        _ => None,
    }
}

/// The same for a response of the crate `http`.
#[cfg(any(feature = "axum", feature = "http", feature = "warp"))]
fn edit<B>(mut response: ::hyper::Response<B>) -> ::hyper::Response<B> {
    edit_details!(response.extensions_mut());
    if let Some(code) = new_code(response.extensions().get()) {
        *response.status_mut() = code.try_into().unwrap();
    }
    response
}

/// [`seen`] for a response of the crate `http`.
#[cfg(any(feature = "axum", feature = "http", feature = "warp"))]
fn see<B>(mut response: ::hyper::Response<B>) -> ::hyper::Response<B> {
    let seen = seen(response.extensions().get(), response.extensions().get());
    response.headers_mut().insert("seen", seen.parse().unwrap());
    response
}

/// Runs a server on this thread, on a free port.
#[cfg_attr(
    not(any(
        feature = "axum",
        feature = "http",
        feature = "poem",
        feature = "salvo",
        feature = "warp"
    )),
    expect(dead_code, reason = "actix-web and rocket start their own runtimes")
)]
fn run<F: Future<Output = ()>>(tell: &Sender<SocketAddr>, serve: impl FnOnce(TcpListener) -> F) {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        tell.send(listener.local_addr().unwrap()).unwrap();
        serve(listener).await;
    });
}

/// Serves with hyper.
#[cfg(any(feature = "http", feature = "warp"))]
async fn serve<S, B>(listener: TcpListener, service: S)
where
    S: tower::Service<
            ::hyper::Request<::hyper::body::Incoming>,
            Response = ::hyper::Response<B>,
            Error = std::convert::Infallible,
        > + Clone,
    B: ::hyper::body::Body<Data: Send, Error: std::error::Error + Send + Sync> + 'static,
{
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let service = hyper_util::service::TowerToHyperService::new(service.clone());
        let connection = ::hyper::server::conn::http1::Builder::new();
        // The client sends one request at a time.
        let _ = connection.serve_connection(hyper_util::rt::TokioIo::new(stream), service).await;
    }
}

/// The layers, outermost first, between a middleware that adds the header field and one that changes
/// problems.
#[cfg(any(feature = "http", feature = "warp"))]
macro_rules! layered {
    ([$($layer:expr),*], $service:expr) => {
        tower::ServiceBuilder::new()
            .map_response(super::see)
            $(.layer($layer))*
            .map_response(super::edit)
            .service($service)
    };
}
#[cfg(any(feature = "http", feature = "warp"))]
use layered;
