//! actix-web.

use std::future::{Ready, ready};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc::Sender;

use actix_web::dev::{Payload, Service};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Condition;
use actix_web::rt::System;
use actix_web::web::{Path, get, head, resource, route};
use actix_web::{App, FromRequest, HttpRequest, HttpResponse, HttpServer, ResponseError};
use status_core::HttpStatus;
use status_core::problem::Problem;
use status_core::represent::ProblemLayer;

use super::{OWN, edit_details, new_code, seen};
use crate::Framework;
use crate::cases::{Case, PROBLEM, WRONG_METHOD};
use crate::errors::{self, OrderError};

pub const FRAMEWORK: Framework = Framework {
    serve,
    adds: &[],
    sees_requests: false,
    has_no_reason: false,
    edits: true,
    nests: true,
    hides_version: false,
    counts_nothing: false,
    wrong_method: Case { fields: &[PROBLEM, ("allow", "GET, HEAD")], ..WRONG_METHOD },
};

async fn order(path: Path<String>) -> Result<String, OrderError> {
    errors::order(&path)
}

/// It never signs in.
struct User;

impl FromRequest for User {
    type Error = OrderError;
    type Future = Ready<Result<Self, OrderError>>;

    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Err(OrderError::SignedOut))
    }
}

async fn about() -> Result<String, errors::About<&'static str>> {
    errors::about()
}

async fn own() -> HttpResponse {
    HttpResponse::NotFound().content_type("text/plain; charset=utf-8").body(OWN)
}

async fn blank() -> HttpResponse {
    HttpResponse::NotFound().content_type("text/plain; charset=utf-8").body("")
}

fn see<B>(response: &mut HttpResponse<B>) {
    let seen = {
        let extensions = response.extensions();
        seen(extensions.get(), extensions.get())
    };
    let value = HeaderValue::try_from(seen).unwrap();
    response.headers_mut().insert(HeaderName::from_static("seen"), value);
}

/// Its challenge cannot be sent.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("sign in first")]
#[status(401, actix_web, header("WWW-Authenticate" = 0))]
struct NoChallenge(&'static str);

#[test]
fn the_code_of_an_error_is_that_of_its_response() {
    let errors: [(Box<dyn ResponseError>, u16); 7] = [
        (Box::new(OrderError::SignedOut), 401),
        (Box::new(NoChallenge("Bearer")), 401),
        (Box::new(NoChallenge("\n")), 500),
        (Box::new(Problem::of(&NoChallenge("Bearer"))), 401),
        (Box::new(Problem::of(&NoChallenge("\n"))), 500),
        (Box::new(Problem::from_response(404, None, b"")), 502),
        (Box::new(Problem::from_response(404, None, b"").forward()), 404),
    ];
    for (error, code) in errors {
        assert_eq!(error.status_code(), code, "{error:?}");
        assert_eq!(error.error_response().status(), code, "{error:?}");
    }
}

fn serve(tell: &Sender<SocketAddr>, layers: Vec<ProblemLayer>) {
    let layered = !layers.is_empty();
    let app = move || {
        let layer = |at: usize| {
            Condition::new(layers.len() > at, layers.get(at).cloned().unwrap_or_default())
        };
        App::new()
            .wrap_fn(|request, inner| {
                let early = request.path().strip_prefix("/early/").map(errors::order);
                let response = inner.call(request);
                async move {
                    early.transpose()?;
                    response.await
                }
            })
            .wrap_fn(|request, inner| {
                let response = inner.call(request);
                async move {
                    let mut response = response.await?;
                    {
                        edit_details!(response.response_mut().extensions_mut());
                    }
                    let code = new_code(response.response().extensions().get());
                    if let Some(code) = code {
                        *response.response_mut().status_mut() = code.try_into().unwrap();
                    }
                    Ok(response)
                }
            })
            .wrap(layer(0))
            .wrap(layer(1))
            .wrap_fn(move |request, inner| {
                let response = inner.call(request);
                async move {
                    if !layered {
                        return response.await;
                    }
                    match response.await {
                        Ok(mut response) => {
                            see(response.response_mut());
                            Ok(response)
                        }
                        Err(mut error) => {
                            error.add_response_mapper(|mut response| {
                                see(&mut response);
                                response
                            });
                            Err(error)
                        }
                    }
                }
            })
            .route("/errors/{path}", route().to(order))
            .service(resource("/about").route(get().to(about)).route(head().to(about)))
            .route("/guarded", route().to(|_: User| async { "fine" }))
            .route("/problem", route().to(|| async { errors::problem() }))
            .route("/foreign", route().to(|| async { errors::foreign() }))
            .route("/deleted", route().to(|| async { errors::deleted() }))
            .route("/unchanged", route().to(|| async { errors::unchanged() }))
            .route("/fine", route().to(|| async { "fine" }))
            .route("/own", route().to(own))
            .route("/blank", route().to(blank))
    };
    System::new().block_on(async {
        let server = HttpServer::new(app).workers(1).bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        tell.send(server.addrs()[0]).unwrap();
        server.run().await.unwrap();
    });
}
