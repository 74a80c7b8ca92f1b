//! rocket.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use rocket::fairing::AdHoc;
use rocket::{Config, get, routes};
use status_core::problem::Problem;
use status_core::{Redirection, Success};

use crate::errors::{self, About, OrderError};
use crate::{Framework, Reason};

pub const FRAMEWORK: Framework = Framework {
    serve,
    adds: &["permissions-policy", "server", "x-content-type-options", "x-frame-options"],
    // It has a code alone, and leaves the reason to hyper.
    reason: Reason::OfHyper,
    counts_nothing: false,
};

#[get("/errors/<path>")]
fn order(path: &str) -> Result<String, OrderError> {
    errors::order(path)
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

fn serve(tell: &Sender<SocketAddr>) {
    let config = Config { port: 0, log_level: rocket::config::LogLevel::Off, ..Config::default() };
    let tell = tell.clone();
    let tell = AdHoc::on_liftoff("tell", move |rocket| {
        let config = rocket.config();
        tell.send((config.address, config.port).into()).unwrap();
        Box::pin(async {})
    });
    let routes = routes![order, about, problem, foreign, deleted, unchanged];
    let rocket = rocket::custom(config).mount("/", routes).attach(tell);
    rocket::execute(rocket.launch()).unwrap();
}
