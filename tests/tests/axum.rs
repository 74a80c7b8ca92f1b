//! Derived errors and canonical tables as responses of axum handlers.

use std::net::{Ipv4Addr, SocketAddr};
use std::thread;

use axum::Router;
use axum::routing::get;
use status_core::{ClientError, HttpStatus, Redirection, ServerError, Success};
use status_test_support::request;

/// Why an order fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, type_base = "https://shop.example/errors/")]
enum OrderError {
    /// No order has this number.
    #[error("order {id} not found")]
    #[status(404, members(id))]
    OrderNotFound { id: u64 },
    /// The payment provider failed.
    #[error("payment provider: {0}")]
    #[status(502)]
    Payment(#[source] std::io::Error),
    #[error(transparent)]
    #[status(transparent)]
    Server(#[from] ServerError),
}

/// It has a type parameter.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("about {0}")]
#[status(409, axum)]
struct About<T: std::fmt::Display>(T);

/// Starts a server and returns its address. It stops with the process.
fn serve(router: Router) -> SocketAddr {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, router).await.unwrap();
        });
    });
    address
}

fn get_from(address: SocketAddr, path: &str) -> (u16, Option<String>, String) {
    let agent: ureq::Agent =
        ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
    let mut response = agent.get(format!("http://{address}{path}")).call().unwrap();
    let content_type = response.headers().get("content-type");
    let content_type = content_type.map(|value| value.to_str().unwrap().to_owned());
    (response.status().as_u16(), content_type, response.body_mut().read_to_string().unwrap())
}

#[test]
fn the_error_of_a_handler_is_the_response() {
    let router = Router::new()
        .route("/orders/7", get(|| async { Err::<(), _>(OrderError::OrderNotFound { id: 7 }) }))
        .route(
            "/pay",
            get(|| async { Err::<(), _>(OrderError::Payment(std::io::Error::other("secret"))) }),
        )
        .route(
            "/down",
            get(|| async {
                Err::<(), _>(ServerError::ServiceUnavailable)?;
                Ok::<_, OrderError>(())
            }),
        )
        .route("/generic", get(|| async { Err::<(), _>(About("x")) }));
    let address = serve(router);
    let problem = || Some("application/problem+json".to_owned());
    assert_eq!(
        get_from(address, "/orders/7"),
        (404, problem(), r#"{"type":"https://shop.example/errors/order-not-found","title":"No order has this number.","status":404,"detail":"order 7 not found","id":7}"#.to_owned())
    );
    assert_eq!(
        get_from(address, "/pay"),
        (502, problem(), r#"{"type":"https://shop.example/errors/payment","title":"The payment provider failed.","status":502}"#.to_owned())
    );
    assert_eq!(
        get_from(address, "/down"),
        (503, problem(), r#"{"title":"Service Unavailable","status":503}"#.to_owned())
    );
    assert_eq!(
        get_from(address, "/generic"),
        (409, problem(), r#"{"title":"Conflict","status":409,"detail":"about x"}"#.to_owned())
    );
}

/// An unregistered code.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("odd")]
#[status(599, reason = "Rather Odd", allow(unregistered_code), axum)]
struct Odd;

/// The code comes from another server.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("upstream said {0}")]
#[status(dynamic = 0, fallback = 502, axum)]
struct Upstream(u16);

#[test]
fn the_reason_is_on_the_wire() {
    let router = Router::new()
        .route("/422", get(|| async { ClientError::UnprocessableContent }))
        .route("/599", get(|| async { Odd }))
        .route("/404", get(|| async { ClientError::NotFound }))
        .route("/598", get(|| async { Upstream(598) }));
    let address = serve(router);
    let status_line = |path: &str| request(address, "GET", path, &[], "").line;
    assert_eq!(status_line("/422"), "HTTP/1.1 422 Unprocessable Content");
    assert_eq!(status_line("/599"), "HTTP/1.1 599 Rather Odd");
    // It has no reason, and an empty one is valid (RFC 9112 §4).
    assert_eq!(status_line("/598"), "HTTP/1.1 598 ");
    assert_eq!(status_line("/404"), "HTTP/1.1 404 Not Found");
}

#[test]
fn every_canonical_error_is_a_response() {
    let mut router = Router::new();
    for &row in ServerError::ALL {
        router = router
            .route(&format!("/{}", row.code()), get(move || async move { Err::<(), _>(row) }));
    }
    for &row in ClientError::ALL {
        router = router
            .route(&format!("/{}", row.code()), get(move || async move { Err::<(), _>(row) }));
    }
    let router = router
        .route("/204", get(|| async { Success::NoContent }))
        .route("/304", get(|| async { Redirection::NotModified }))
        .route("/308", get(|| async { Redirection::PermanentRedirect }));
    let address = serve(router);
    let rows = ServerError::ALL.iter().map(HttpStatus::status);
    for status in rows.chain(ClientError::ALL.iter().map(HttpStatus::status)) {
        let body = format!(r#"{{"title":"{}","status":{}}}"#, status.reason(), status.code());
        let problem = Some("application/problem+json".to_owned());
        assert_eq!(
            get_from(address, &format!("/{}", status.code())),
            (status.code(), problem, body)
        );
    }
    assert_eq!(get_from(address, "/204"), (204, None, String::new()));
    assert_eq!(get_from(address, "/304"), (304, None, String::new()));
    assert_eq!(get_from(address, "/308").0, 308);
}
