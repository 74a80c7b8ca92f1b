//! rocket.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use rocket::fairing::AdHoc;
use rocket::http::Status as Code;
use rocket::request::{FromRequest, Outcome};
use rocket::{Config, Request, Rocket, catch, catchers, get, routes};
use status_core::problem::{Details, Problem};
use status_core::represent::ProblemLayer;
use status_core::rocket::GuardError as _;
use status_core::{Redirection, Status, Success};

use super::{OWN, seen};
use crate::Framework;
use crate::cases::{Case, NOWHERE};
use crate::errors::{self, About, OrderError};

pub const FRAMEWORK: Framework = Framework {
    serve,
    adds: &["permissions-policy", "server", "x-content-type-options", "x-frame-options"],
    sees_requests: true,
    // Its responses have a code but no reason.
    has_no_reason: true,
    // Its responses have no extensions.
    edits: false,
    // It keeps the last layer that is attached.
    nests: false,
    hides_version: true,
    counts_nothing: false,
    // A route is for one method, so another method is a missing route.
    wrong_method: Case { methods: &["POST"], path: "/about", ..NOWHERE },
};

#[get("/early/<path>")]
fn early(path: &str) -> Result<String, OrderError> {
    errors::order(path)
}

#[get("/errors/<path>")]
fn order(path: &str) -> Result<String, OrderError> {
    errors::order(path)
}

/// It never signs in.
struct User;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for User {
    type Error = OrderError;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, OrderError> {
        OrderError::SignedOut.into_outcome(request)
    }
}

#[get("/guarded")]
fn guarded(_user: User) -> &'static str {
    "fine"
}

/// The layer has a catcher like this one.
#[catch(401)]
fn caught(code: Code, request: &Request<'_>) -> Problem {
    status_core::rocket::caught(code, request)
}

#[get("/about")]
fn about() -> Result<String, About<&'static str>> {
    errors::about()
}

#[get("/problem")]
fn problem() -> Result<String, Problem> {
    errors::problem()
}

#[get("/foreign")]
fn foreign() -> Result<String, Problem> {
    errors::foreign()
}

#[get("/deleted")]
fn deleted() -> Success {
    errors::deleted()
}

#[get("/unchanged")]
fn unchanged() -> Redirection {
    errors::unchanged()
}

#[get("/fine")]
fn fine() -> &'static str {
    "fine"
}

#[get("/own")]
fn own() -> (Code, &'static str) {
    (Code::NotFound, OWN)
}

#[get("/blank")]
fn blank() -> (Code, &'static str) {
    (Code::NotFound, "")
}

fn serve(tell: &Sender<SocketAddr>, layers: Vec<ProblemLayer>) {
    let config = Config { port: 0, log_level: rocket::config::LogLevel::Off, ..Config::default() };
    let tell = tell.clone();
    let tell = AdHoc::on_liftoff("tell", move |rocket| {
        let config = rocket.config();
        tell.send((config.address, config.port).into()).unwrap();
        Box::pin(async {})
    });
    let see = AdHoc::on_response("see", |request, response| {
        let status = request.local_cache(|| None::<&'static Status>).as_ref();
        let details = request.local_cache(|| None::<Details>).as_ref();
        response.set_raw_header("seen", seen(status, details));
        Box::pin(async {})
    });
    let routes = routes![
        order, early, guarded, about, problem, foreign, deleted, unchanged, fine, own, blank
    ];
    let mut rocket = rocket::custom(config).mount("/", routes).attach(tell);
    rocket = if layers.is_empty() {
        rocket.register("/", catchers![caught])
    } else {
        layers.into_iter().fold(rocket, Rocket::attach).attach(see)
    };
    rocket::execute(rocket.launch()).unwrap();
}
