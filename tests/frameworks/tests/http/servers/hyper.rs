//! hyper, and anything else that uses `http::Response`.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, CONTENT_TYPE, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use status_core::represent::ProblemLayer;
use tower::service_fn;

use super::{OWN, layered, run};
use crate::cases::{Case, PROBLEM, WRONG_METHOD};
use crate::{Framework, errors};

pub const FRAMEWORK: Framework = Framework {
    serve,
    adds: &[],
    sees_requests: false,
    has_no_reason: false,
    edits: true,
    nests: true,
    hides_version: false,
    counts_nothing: false,
    wrong_method: Case { fields: &[PROBLEM, ("allow", "GET, HEAD")], ..WRONG_METHOD },
};

type Sent = Response<Full<Bytes>>;

fn response(fine: Result<String, impl Into<Sent>>) -> Sent {
    fine.map_or_else(Into::into, |text| Response::new(text.into()))
}

fn plain(code: StatusCode, text: &'static str) -> Sent {
    let mut response = Response::new(text.into());
    *response.status_mut() = code;
    let value = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, value);
    response
}

/// A response of a framework on top of hyper.
fn bare(code: StatusCode) -> Sent {
    let mut response = Response::new(Full::default());
    *response.status_mut() = code;
    response
}

async fn handle(request: Request<Incoming>) -> Result<Sent, Infallible> {
    if request.method() == Method::POST {
        let mut response = bare(StatusCode::METHOD_NOT_ALLOWED);
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Ok(response);
    }
    Ok(match request.uri().path() {
        "/about" => response(errors::about()),
        "/guarded" => response(errors::order("signed-out")),
        "/problem" => response(errors::problem()),
        "/foreign" => response(errors::foreign()),
        "/deleted" => errors::deleted().into(),
        "/unchanged" => errors::unchanged().into(),
        "/fine" => plain(StatusCode::OK, "fine"),
        "/own" => plain(StatusCode::NOT_FOUND, OWN),
        "/blank" => plain(StatusCode::NOT_FOUND, ""),
        path => match path.strip_prefix("/errors/").or(path.strip_prefix("/early/")) {
            Some(path) => response(errors::order(path)),
            None => bare(StatusCode::NOT_FOUND),
        },
    })
}

fn serve(tell: &Sender<SocketAddr>, layers: Vec<ProblemLayer>) {
    run(tell, |listener| async move {
        let service = service_fn(handle);
        let mut layers = layers.into_iter();
        match (layers.next(), layers.next()) {
            (None, _) => super::serve(listener, service).await,
            (Some(layer), None) => super::serve(listener, layered!([layer], service)).await,
            (Some(inner), Some(outer)) => {
                super::serve(listener, layered!([outer, inner], service)).await;
            }
        }
    });
}
