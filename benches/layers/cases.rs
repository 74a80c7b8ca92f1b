//! One request through each layer, around a service that is ready at once: a 200, and a 404 in JSON
//! with a detail of 40 bytes.

use std::convert::Infallible;
use std::hint::black_box;
use std::pin::{Pin, pin};
use std::sync::LazyLock;
use std::task::{Context, Poll, Waker};

use axum::body::Body;
use axum::body::Bytes;
use axum::http::header::{ACCEPT, HOST, ORIGIN};
use axum::http::{HeaderName, HeaderValue, Request};
use axum::response::{IntoResponse as _, Response};
use status_core::HttpStatus;
use status_core::tower::ProblemLayer;
use thiserror::Error;
use tower::layer::util::Identity;
use tower::{Layer, Service};
use tower_http::catch_panic::{CatchPanicLayer, DefaultResponseForPanic};
use tower_http::cors::CorsLayer;
use tower_http::set_header::SetResponseHeaderLayer;

#[derive(Debug, Error, HttpStatus)]
#[status(axum)]
enum OrderError {
    /// No order has this number.
    #[error("{0}")]
    #[status(404)]
    NotFound(&'static str),
}

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The service inside of the layers. As with a router, whose futures are boxed, the compiler cannot
/// inline it.
#[derive(Clone, Copy)]
pub struct Inner {
    fails: bool,
}

pub struct Responding {
    fails: bool,
}

impl Service<Request<Body>> for Inner {
    type Response = Response;
    type Error = Infallible;
    type Future = Responding;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    #[inline(never)]
    fn call(&mut self, _: Request<Body>) -> Responding {
        Responding { fails: self.fails }
    }
}

impl Future for Responding {
    type Output = Result<Response, Infallible>;

    #[inline(never)]
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        const DETAIL: &str = "order 0123456789 is not in this shop yet";
        Poll::Ready(Ok(if self.fails {
            OrderError::NotFound(black_box(DETAIL)).into_response()
        } else {
            "fine".into_response()
        }))
    }
}

/// A request whose header values share one buffer, as those that hyper reads.
fn request() -> Request<Body> {
    static READ: LazyLock<Bytes> = LazyLock::new(|| {
        let read = Bytes::from(b"*/* shop.example https://shop.example 0192f3".to_vec());
        // The first clone makes it shared.
        drop(read.clone());
        read
    });
    let mut request = Request::new(Body::empty());
    let fields = [(ACCEPT, 0..3), (HOST, 4..16), (ORIGIN, 17..37), (X_REQUEST_ID, 38..44)];
    for (name, range) in fields {
        let value = HeaderValue::from_maybe_shared(READ.slice(range)).expect("the value is ASCII");
        request.headers_mut().append(name, value);
    }
    request
}

fn call<S: Service<Request<Body>>>(service: &mut S) {
    let mut future = pin!(service.call(request()));
    let response = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    assert!(response.is_ready(), "the service is ready at once");
    let _ = black_box(response);
}

macro_rules! cases {
    ($($response:ident, $fails:literal: { $($peer:ident: $type:ty = $layer:expr,)* })*) => {
        $(pub mod $response {
            use super::*;

            $(#[inline(never)]
            pub fn $peer(service: &mut <$type as Layer<Inner>>::Service) {
                // Functions with the same instructions would be merged.
                black_box((stringify!($response), stringify!($peer)));
                call(service);
            })*
        })*

        /// Calls `measure` with the name of each case and a function that sends one request.
        pub fn for_each(mut measure: impl FnMut(&str, &str, &mut dyn FnMut())) {
            $($({
                let mut service = Layer::layer(&$layer, Inner { fails: $fails });
                measure(stringify!($response), stringify!($peer), &mut || {
                    $response::$peer(black_box(&mut service));
                });
            })*)*
        }
    };
}

cases! {
    success, false: {
        none: Identity = Identity::new(),
        ours: ProblemLayer = ProblemLayer::new(),
        request_id: ProblemLayer = ProblemLayer::new().request_id(),
        set_response_header: SetResponseHeaderLayer<HeaderValue> = SetResponseHeaderLayer::overriding(
            HeaderName::from_static("x-shop"),
            HeaderValue::from_static("7"),
        ),
        catch_panic: CatchPanicLayer<DefaultResponseForPanic> = CatchPanicLayer::new(),
        cors: CorsLayer = CorsLayer::permissive(),
    }
    problem, true: {
        none: Identity = Identity::new(),
        ours: ProblemLayer = ProblemLayer::new(),
        request_id: ProblemLayer = ProblemLayer::new().request_id(),
        set_response_header: SetResponseHeaderLayer<HeaderValue> = SetResponseHeaderLayer::overriding(
            HeaderName::from_static("x-shop"),
            HeaderValue::from_static("7"),
        ),
        catch_panic: CatchPanicLayer<DefaultResponseForPanic> = CatchPanicLayer::new(),
        cors: CorsLayer = CorsLayer::permissive(),
    }
}
