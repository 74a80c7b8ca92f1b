//! hyper, and whatever else speaks in `http::Response`.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;

use super::run;
use crate::errors;
use crate::{Framework, Reason};

pub const FRAMEWORK: Framework =
    Framework { serve, adds: &[], reason: Reason::OfTheRow, counts_nothing: false };

type Sent = Response<Full<Bytes>>;

fn answer(path: &str) -> Sent {
    fn response(fine: Result<String, impl Into<Sent>>) -> Sent {
        fine.map_or_else(Into::into, |text| Response::new(text.into()))
    }
    match path {
        "/about" => response(errors::about()),
        "/problem" => response(errors::problem()),
        "/foreign" => response(errors::foreign()),
        "/deleted" => errors::deleted().into(),
        "/unchanged" => errors::unchanged().into(),
        path => response(errors::order(path.trim_start_matches("/errors/"))),
    }
}

async fn handle(request: Request<Incoming>) -> Result<Sent, Infallible> {
    Ok(answer(request.uri().path()))
}

fn serve(tell: &Sender<SocketAddr>) {
    run(tell, |listener| async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let connection = http1::Builder::new();
            let connection = connection.serve_connection(TokioIo::new(stream), service_fn(handle));
            // One after the other is enough.
            let _ = connection.await;
        }
    });
}
