//! rocket.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use rocket::config::LogLevel;
use rocket::data::Limits;
use rocket::fairing::AdHoc;
use rocket::form::error::ErrorKind;
use rocket::form::{Error, Errors, FromFormField, ValueField};
use rocket::http::Status as Code;
use rocket::request::{FromRequest, Outcome};
use rocket::{Config, Request, get, post, routes};
use status_core::represent::ProblemLayer;
use status_core::rocket::{Form, GuardError as _, Json, Query};

use crate::shop::{self, GuardError, MAX, Order, Page, guard};

struct Guarded(String);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Guarded {
    type Error = GuardError;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, GuardError> {
        let field = |name: &str| request.headers().get_one(name).map(str::to_owned);
        match guard(request.uri().path().as_str(), field) {
            Ok(value) => Outcome::Success(Self(value)),
            Err(error) => error.into_outcome(request),
        }
    }
}

#[post("/orders", data = "<order>")]
fn order(order: Json<Order>) -> String {
    order.into_inner().answer()
}

#[get("/orders/<id>")]
fn number(id: u32) -> String {
    id.to_string()
}

#[get("/search")]
fn search(page: Query<Page>) -> String {
    page.into_inner().quantity.to_string()
}

#[post("/form", data = "<page>")]
fn form(page: Form<Page>) -> String {
    page.into_inner().quantity.to_string()
}

#[post("/text", data = "<content>")]
fn text(content: String) -> String {
    content
}

#[get("/limit")]
fn limit(guarded: Guarded) -> String {
    guarded.0
}

#[get("/account")]
fn account(guarded: Guarded) -> String {
    guarded.0
}

#[get("/socket")]
fn socket(guarded: Guarded) -> String {
    guarded.0
}

#[get("/slow")]
async fn slow() -> Result<String, GuardError> {
    shop::slow().await
}

#[get("/panics")]
fn panics() -> String {
    shop::panics()
}

/// Its error has the code that is its value.
struct Failing;

impl<'r> FromFormField<'r> for Failing {
    fn from_value(field: ValueField<'r>) -> Result<Self, Errors<'r>> {
        let code = Code::new(field.value.parse().unwrap());
        let cause = std::io::Error::other("a secret");
        Err(Error::from(ErrorKind::Custom(code, Box::new(cause))))?
    }
}

#[derive(rocket::FromForm)]
#[expect(dead_code, reason = "it is never read")]
struct FailingForm {
    field: Failing,
}

#[post("/", data = "<_form>")]
fn failing(_form: Form<FailingForm>) {}

#[test]
fn a_field_of_a_form_chooses_the_code() {
    let rocket = rocket::custom(Config { log_level: LogLevel::Off, ..Config::default() });
    let rocket = rocket.attach(ProblemLayer::new()).mount("/", routes![failing]);
    let client = rocket::local::blocking::Client::untracked(rocket).unwrap();
    for (code, expected) in [(413, 413), (415, 415), (503, 500), (409, 422)] {
        let request = client.post("/").header(rocket::http::ContentType::Form);
        let response = request.body(format!("field={code}")).dispatch();
        assert_eq!(response.status().code, expected, "{code}");
        assert!(expected != 500 || !response.into_string().unwrap().contains("secret"));
    }
}

pub fn serve(tell: &Sender<SocketAddr>) {
    let limits = ["json", "form", "data-form", "string"];
    let limits = limits
        .into_iter()
        .fold(Limits::default(), |limits, name| limits.limit(name, (MAX as u64).into()));
    let log_level = rocket::config::LogLevel::Off;
    let config = Config { port: 0, limits, log_level, ..Config::default() };
    let tell = tell.clone();
    let tell = AdHoc::on_liftoff("tell", move |rocket| {
        let config = rocket.config();
        tell.send((config.address, config.port).into()).unwrap();
        Box::pin(async {})
    });
    let routes = routes![order, number, search, form, text, limit, account, socket, slow, panics];
    let rocket = rocket::custom(config).attach(ProblemLayer::new()).attach(tell);
    rocket::execute(rocket.mount("/", routes).launch()).unwrap();
}
