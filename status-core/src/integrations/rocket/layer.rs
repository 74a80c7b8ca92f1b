//! The layer as a fairing of rocket.

use alloc::boxed::Box;
use alloc::vec;

use rocket::catcher::{self, Catcher};
use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::http::Status as Code;
use rocket::{Build, Request, Response, Rocket, async_trait};

use super::guard::caught;
use super::response::{respond, shape_text};
use crate::represent::layer::ProblemLayer;

/// Error responses read the layer from rocket's managed state. For rocket's own errors, the layer
/// registers a catcher.
#[async_trait]
impl Fairing for ProblemLayer {
    fn info(&self) -> Info {
        Info { name: "ProblemLayer", kind: Kind::Ignite | Kind::Response | Kind::Singleton }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        // Two catchers with the same base and code would conflict, so the user's is kept.
        let taken = rocket.catchers().any(|other| other.code.is_none() && other.base == "/");
        let catchers =
            if self.adopts() && !taken { vec![Catcher::new(None, CatchAll)] } else { vec![] };
        let rocket = rocket.register("/", catchers);
        match rocket.state::<Self>() {
            Some(_) => Ok(rocket),
            None => Ok(rocket.manage(self.clone())),
        }
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        if self.shapes_text() {
            shape_text(self, request, response).await;
        }
    }
}

#[derive(Clone, Copy)]
struct CatchAll;

#[async_trait]
impl catcher::Handler for CatchAll {
    async fn handle<'r>(&self, code: Code, request: &'r Request<'_>) -> catcher::Result<'r> {
        respond(|| caught(code, request).into(), request)
    }
}
