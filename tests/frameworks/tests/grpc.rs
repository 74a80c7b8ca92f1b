//! Errors as statuses of gRPC calls, between a client and a server with tonic.

#![cfg(feature = "tonic")]

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::Ipv4Addr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, SystemTime};

use status_core::problem::{OrStatus, Problem};
use status_core::{ClientError, HttpStatus, Redirection, ServerError, Success};
use tonic::body::Body;
use tonic::client;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::codegen::{Service, http};
use tonic::server::{self, NamedService, UnaryService};
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Endpoint, Server};
use tonic::{Code, Request, Response, Status};
use tonic_prost::ProstCodec;
use tonic_types::StatusExt as _;

/// Why an order fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(tonic, type_base = "https://shop.example/errors/")]
enum OrderError {
    /// No order has this number.
    #[error("order {id} not found")]
    #[status(404, members(id))]
    OrderNotFound { id: u64 },

    /// There is an order with this number.
    #[error("order 7 is there")]
    #[status(409, grpc = ALREADY_EXISTS)]
    OrderExists,

    /// The caller sends orders faster than its plan allows.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after))]
    TooFast { after: Duration },

    /// We are closed.
    #[error("closed for the secret party")]
    #[status(503, header("Retry-After" = until))]
    Closed { until: SystemTime },

    /// The payment provider failed.
    #[error("payment provider: {0}")]
    #[status(502)]
    Payment(#[source] io::Error),

    /// A long message.
    #[error("{}{}", .0.repeat(*.1), .2)]
    #[status(400)]
    Long(&'static str, usize, &'static str),

    /// A long message with details.
    #[error("{}", .0.repeat(20_000))]
    #[status(429, header("Retry-After" = 1))]
    LongRetry(&'static str, Duration),

    #[error(transparent)]
    #[status(transparent)]
    Client(#[from] ClientError),
}

/// It has a type parameter.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("about {0}")]
#[status(409, tonic)]
struct About<T: std::fmt::Display>(T);

fn order(what: &str) -> Result<String, OrderError> {
    Err(match what {
        "not-found" => OrderError::OrderNotFound { id: 7 },
        "exists" => OrderError::OrderExists,
        "too-fast" => OrderError::TooFast { after: Duration::from_millis(1500) },
        "closed" => OrderError::Closed { until: SystemTime::now() + Duration::from_secs(3600) },
        "past" => OrderError::Closed { until: SystemTime::UNIX_EPOCH },
        "long" => OrderError::TooFast { after: Duration::MAX },
        "ascii" => OrderError::Long("a", 17_000, ""),
        "cyrillic" => OrderError::Long("я", 3_000, ""),
        "lines" => OrderError::Long("\n", 5_000, ""),
        "mixed" => OrderError::Long("a %\u{1f600}\"", 2_000, "end"),
        "fits" => OrderError::Long("b", 7_000, "end"),
        "retry" => OrderError::LongRetry("я", Duration::from_secs(2)),
        "payment" => OrderError::Payment(io::Error::other("the secret key was refused")),
        _ => Err(ClientError::RangeNotSatisfiable)?,
    })
}

/// The service, written by hand instead of generated from a `.proto` file.
#[derive(Clone)]
struct Orders;

impl NamedService for Orders {
    const NAME: &'static str = "shop.Orders";
}

type Answered<T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send>>;

impl Service<http::Request<Body>> for Orders {
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = Answered<http::Response<Body>, Infallible>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<Body>) -> Self::Future {
        Box::pin(async { Ok(server::Grpc::new(ProstCodec::default()).unary(Order, request).await) })
    }
}

struct Order;

impl UnaryService<String> for Order {
    type Response = String;
    type Future = Answered<Response<String>, Status>;

    fn call(&mut self, request: Request<String>) -> Self::Future {
        Box::pin(async move {
            let text = match &*request.into_inner() {
                "generic" => Err(About("x"))?,
                "foreign" => foreign()?,
                "problem" => problem()?,
                what => order(what)?,
            };
            Ok(Response::new(text))
        })
    }
}

fn foreign() -> Result<String, Problem> {
    Ok(Err(io::Error::other("a secret path")).or_status(ServerError::InternalServerError)?)
}

fn problem() -> Result<String, Problem> {
    Err(ServerError::InsufficientStorage.problem().detail("the shelf is full"))
}

/// Calls the service and returns what the client learns: the code, the message and the delay.
async fn call(asked: &[&str]) -> Vec<(Code, String, Option<Duration>)> {
    let incoming = TcpIncoming::bind((Ipv4Addr::LOCALHOST, 0).into()).unwrap();
    let address = incoming.local_addr().unwrap();
    tokio::spawn(Server::builder().add_service(Orders).serve_with_incoming(incoming));
    let channel = Endpoint::from_shared(format!("http://{address}")).unwrap();
    let mut client = client::Grpc::new(channel.connect().await.unwrap());
    let mut told = Vec::new();
    for &what in asked {
        client.ready().await.unwrap();
        let codec = ProstCodec::<String, String>::default();
        let path = PathAndQuery::from_static("/shop.Orders/Order");
        let status =
            client.unary(Request::new(what.to_owned()), path, codec).await.expect_err(what);
        let arrived = format!("{status:?} {}", String::from_utf8_lossy(status.details()));
        assert!(!arrived.contains("secret"), "{arrived}");
        let retry = status.get_details_retry_info().and_then(|info| info.retry_delay);
        told.push((status.code(), status.message().to_owned(), retry));
    }
    told
}

#[tokio::test]
async fn a_call_fails_with_the_status_of_the_error() {
    let asked = [
        "not-found",
        "exists",
        "too-fast",
        "past",
        "payment",
        "range",
        "generic",
        "foreign",
        "problem",
    ];
    let expected = [
        (Code::NotFound, "order 7 not found", None),
        (Code::AlreadyExists, "order 7 is there", None),
        (Code::ResourceExhausted, "slow down", Some(2)),
        (Code::Unavailable, "We are closed.", Some(0)),
        (Code::Unavailable, "The payment provider failed.", None),
        (Code::OutOfRange, "Range Not Satisfiable", None),
        (Code::Aborted, "about x", None),
        (Code::Internal, "Internal Server Error", None),
        (Code::ResourceExhausted, "the shelf is full", None),
    ];
    let expected = expected
        .map(|(code, message, retry)| (code, message.to_owned(), retry.map(Duration::from_secs)));
    assert_eq!(call(&asked).await, expected);
}

#[tokio::test]
async fn a_date_becomes_a_delay_and_long_delays_are_capped() {
    let told = call(&["closed", "long"]).await;
    let retry = told[0].2.unwrap();
    // The date has whole seconds, and the call took some time.
    assert!((3590..=3600).contains(&retry.as_secs()), "{retry:?}");
    assert_eq!(told[1].2.map(|retry| retry.as_secs()), Some(315_576_000_000));
}

#[tokio::test]
async fn a_long_message_is_cut_and_the_code_arrives() {
    let asked = ["ascii", "cyrillic", "lines", "mixed"];
    let told = call(&asked).await;
    for ((code, message, _), what) in told.iter().zip(asked) {
        assert_eq!(*code, Code::InvalidArgument, "{what}: {message}");
        assert!(message.ends_with('…') && message.len() > 1_000, "{what}: {}", message.len());
        assert!(message.trim_end_matches('…').chars().all(|c| !"…\u{fffd}".contains(c)), "{what}");
    }
    let (code, message, retry) = call(&["retry"]).await.remove(0);
    assert_eq!((code, retry), (Code::ResourceExhausted, Some(Duration::from_secs(2))));
    assert!(message.starts_with("яяя") && message.ends_with("я…"), "{}", message.len());
    let (code, message, _) = call(&["fits"]).await.remove(0);
    assert_eq!((code, message.len()), (Code::InvalidArgument, 7_003));
}

/// An unregistered code.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("upstream said {0}")]
#[status(dynamic = 0, fallback = 502, range = 200..=599, tonic)]
struct Upstream(u16);

#[test]
fn every_code_maps_to_a_grpc_code() {
    let code = |status: &Status| status.code();
    for &row in ClientError::ALL {
        let expected = match row.code() {
            401 | 407 => Code::Unauthenticated,
            403 | 451 => Code::PermissionDenied,
            404 | 410 => Code::NotFound,
            405 => Code::Unimplemented,
            408 => Code::DeadlineExceeded,
            409 => Code::Aborted,
            402 | 412 | 417 | 423 | 424 | 425 | 426 | 428 => Code::FailedPrecondition,
            413 | 429 | 431 => Code::ResourceExhausted,
            416 => Code::OutOfRange,
            400 | 406 | 411 | 414 | 415 | 421 | 422 => Code::InvalidArgument,
            code => panic!("{code} is new: what is it in gRPC?"),
        };
        assert_eq!(code(&row.into()), expected, "{row}");
    }
    for &row in ServerError::ALL {
        let expected = match row.code() {
            500 | 506 | 508 | 510 => Code::Internal,
            501 | 505 => Code::Unimplemented,
            502 | 503 => Code::Unavailable,
            504 => Code::DeadlineExceeded,
            507 => Code::ResourceExhausted,
            511 => Code::Unauthenticated,
            code => panic!("{code} is new: what is it in gRPC?"),
        };
        assert_eq!(code(&row.into()), expected, "{row}");
    }
    assert_eq!(code(&Upstream(499).into()), Code::Cancelled);
    assert_eq!(code(&Upstream(498).into()), Code::InvalidArgument);
    assert_eq!(code(&Upstream(599).into()), Code::Internal);
    // An error is never `Ok`, even with a successful code.
    assert_eq!(code(&Upstream(200).into()), Code::Unknown);
    assert_eq!(code(&Success::Ok.into()), Code::Unknown);
    assert_eq!(code(&Redirection::Found.into()), Code::Unknown);
}
