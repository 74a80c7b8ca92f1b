//! The pages behind `type` as a fairing of rocket.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::ToString as _;
use alloc::vec::Vec;

use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::http::uri::Origin;
use rocket::http::{Method, Status};
use rocket::response::Responder;
use rocket::route::{Handler, Outcome, Route};
use rocket::{Build, Data, Request, Rocket, async_trait};

use crate::describe::CatalogLayer;

/// Registers a route for each page.
#[async_trait]
impl Fairing for CatalogLayer {
    fn info(&self) -> Info {
        Info { name: "CatalogLayer", kind: Kind::Ignite }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        // Pages can differ in the query only, which a route does not see.
        let paths: BTreeSet<&str> =
            self.paths().filter_map(|target| target.split('?').next()).collect();
        // rocket panics if the path of a route is not a URI.
        let paths = paths.into_iter().filter(|path| Origin::parse(path).is_ok());
        let route = |path| Route::ranked(RANK, Method::Get, path, Pages(self.clone()));
        let routes: Vec<Route> = paths.map(route).collect();
        Ok(rocket.mount("/", routes))
    }
}

/// Before the routes of the application, whose default ranks are -12 to -1. Two routes of one rank
/// would collide.
const RANK: isize = -1000;

#[derive(Clone)]
struct Pages(CatalogLayer);

#[async_trait]
impl Handler for Pages {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r> {
        let target = request.uri().to_string();
        let accept = request.headers().get("accept").map(str::as_bytes);
        match self.0.answer("GET", &target, accept) {
            Some(answer) => match answer.respond_to(request) {
                Ok(response) => Outcome::Success(response),
                Err(code) => Outcome::Error(code),
            },
            None => Outcome::forward(data, Status::NotFound),
        }
    }
}
