//! The errors of rocket's guards. rocket tells a catcher only their code.

#![cfg(feature = "rocket")]

use std::io;
use std::net::SocketAddr;
use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rocket::data::{self, FromData};
use rocket::fairing::AdHoc;
use rocket::http::Status as Code;
use rocket::request::{FromRequest, Outcome};
use rocket::{Build, Config, Data, Request, Rocket, catch, catchers, get, post, routes};
use status_core::problem::Problem;
use status_core::represent::ProblemLayer;
use status_core::rocket::{GuardError as _, caught};
use status_core::{ClientError, HttpStatus};
use status_test_support::{Response, request};

/// Why an order fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(rocket, type_base = "/errors/")]
enum OrderError {
    /// The caller has not signed in.
    #[error("{name} has not signed in")]
    #[status(401, header("WWW-Authenticate" = challenge))]
    SignedOut { name: &'static str, challenge: &'static str },
    /// The order is too long.
    #[error("an order has at most {max} bytes")]
    #[status(413, members(max))]
    TooLong { max: usize },
    /// The directory failed.
    #[error("directory: {0}")]
    #[status(502)]
    Directory(#[source] io::Error),
}

const SIGNED_OUT: OrderError = OrderError::SignedOut { name: "nobody", challenge: "Bearer" };

struct User;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for User {
    type Error = OrderError;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, OrderError> {
        match request.uri().path().as_str() {
            "/directory" => OrderError::Directory(io::Error::other("a secret")),
            "/no-challenge" => OrderError::SignedOut { name: "nobody", challenge: "" },
            _ => SIGNED_OUT,
        }
        .into_outcome(request)
    }
}

struct Upstream;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Upstream {
    type Error = Problem;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Problem> {
        let problem = match request.uri().path().as_str() {
            "/received" => Problem::from_response(404, None, b"a secret"),
            _ => ClientError::Conflict.problem().member("left", &3).header("X-Shelf", "7"),
        };
        problem.into_outcome(request)
    }
}

struct Order;

#[rocket::async_trait]
impl<'r> FromData<'r> for Order {
    type Error = OrderError;

    async fn from_data(request: &'r Request<'_>, _: Data<'r>) -> data::Outcome<'r, Self> {
        OrderError::TooLong { max: 4 }.into_outcome(request)
    }
}

#[get("/user")]
fn user(_user: User) {}

#[get("/directory")]
fn directory(_user: User) {}

#[get("/no-challenge")]
fn no_challenge(_user: User) {}

#[get("/problem")]
fn problem(_upstream: Upstream) {}

#[get("/received")]
fn received(_upstream: Upstream) {}

#[post("/order", data = "<_order>")]
fn order(_order: Order) {}

/// The route handles the error of the guard.
#[get("/handled")]
fn handled(user: Option<User>) -> &'static str {
    user.map_or("a guest", |User| "a user")
}

/// The second guard fails with another error.
#[get("/two")]
fn two(_user: Option<User>, _upstream: Upstream) {}

/// The route fails with another code.
#[get("/other")]
fn other(_user: Option<User>) -> Result<(), Code> {
    Err(Code::Conflict)
}

#[catch(default)]
fn own(code: Code, request: &Request<'_>) -> Problem {
    caught(code, request)
}

fn start(with: fn(Rocket<Build>) -> Rocket<Build>) -> SocketAddr {
    let (tell, address) = mpsc::channel();
    let tell = AdHoc::on_liftoff("tell", move |rocket| {
        let config = rocket.config();
        tell.send((config.address, config.port).into()).unwrap();
        Box::pin(async {})
    });
    let config = Config { port: 0, log_level: rocket::config::LogLevel::Off, ..Config::default() };
    let routes =
        routes![user, directory, no_challenge, problem, received, order, handled, two, other];
    let rocket = with(rocket::custom(config).mount("/", routes).attach(tell));
    thread::spawn(move || rocket::execute(rocket.launch()).unwrap());
    address.recv_timeout(Duration::from_secs(30)).expect("the server listens")
}

/// What is logged, without the target and the fields that repeat the response.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// The lines since the last call.
    fn take(&self) -> String {
        String::from_utf8(std::mem::take(&mut self.0.lock().unwrap())).unwrap()
    }
}

#[test]
fn the_error_of_a_guard_is_sent_and_logged() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().without_time().with_ansi(false);
    subscriber.with_writer(move || writer.clone()).init();

    let layered = start(|rocket| rocket.attach(ProblemLayer::new()));
    let by_hand = start(|rocket| rocket.register("/", catchers![own]));
    for address in [layered, by_hand] {
        let ask = |method: &str, path: &str| -> (Response, String) {
            let content = if method == "POST" { "too long" } else { "" };
            let sent = request(address, method, path, &[("Accept", "*/*")], content);
            assert!(!format!("{sent:?}").contains("secret"), "{sent:?}");
            (sent, log.take())
        };
        let (sent, logged) = ask("GET", "/user");
        assert_eq!(sent.line, "HTTP/1.1 401 Unauthorized");
        assert_eq!(sent.one("www-authenticate"), "Bearer");
        assert_eq!(sent.one("content-type"), "application/problem+json");
        assert_eq!(
            sent.content,
            r#"{"type":"/errors/signed-out","title":"The caller has not signed in.","status":401,"detail":"nobody has not signed in"}"#
        );
        let line = " INFO status_core: nobody has not signed in http.response.status_code=401 error.type=/errors/signed-out\n";
        assert_eq!(logged, line);

        let (sent, logged) = ask("POST", "/order");
        assert_eq!(
            sent.content,
            r#"{"type":"/errors/too-long","title":"The order is too long.","status":413,"detail":"an order has at most 4 bytes","max":4}"#
        );
        assert_eq!(logged.lines().count(), 1, "{logged}");

        let (sent, logged) = ask("GET", "/directory");
        assert_eq!(
            sent.content,
            r#"{"type":"/errors/directory","title":"The directory failed.","status":502}"#
        );
        assert!(logged.contains("directory: a secret"), "{logged}");

        // A 401 without a challenge is a 500, as it is when a handler returns it.
        let (sent, logged) = ask("GET", "/no-challenge");
        assert_eq!(sent.line, "HTTP/1.1 500 Internal Server Error");
        assert!(logged.contains("WWW-Authenticate"), "{logged}");

        let (sent, _) = ask("GET", "/problem");
        assert_eq!(sent.content, r#"{"title":"Conflict","status":409,"left":3}"#);
        assert_eq!(sent.one("x-shelf"), "7");
        let (sent, logged) = ask("GET", "/received");
        assert_eq!(sent.line, "HTTP/1.1 502 Bad Gateway");
        assert_eq!(sent.content, r#"{"title":"Bad Gateway","status":502}"#);
        assert!(logged.contains("error.sources=404 Not Found"), "{logged}");

        let (sent, logged) = ask("GET", "/handled");
        assert_eq!((&*sent.content, &*logged), ("a guest", ""));
        let (sent, logged) = ask("GET", "/two");
        assert_eq!(sent.content, r#"{"title":"Conflict","status":409,"left":3}"#);
        assert_eq!(logged.lines().count(), 1, "{logged}");
        let (sent, logged) = ask("GET", "/other");
        assert_eq!(sent.content, r#"{"title":"Conflict","status":409}"#);
        assert_eq!(logged.lines().count(), 1, "{logged}");
        let (sent, _) = ask("GET", "/nowhere");
        assert_eq!(sent.content, r#"{"title":"Not Found","status":404}"#);
    }
}
