//! The shop's OpenAPI document, and a page that shows it.

use axum::Router;
use status_core::utoipa::ProblemComponents;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_swagger_ui::SwaggerUi;

use crate::orders;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "The shop",
        version = "1.0.0",
        description = "Sells teapots.",
        license(name = "MIT", identifier = "MIT")
    ),
    servers((url = "/", description = "This server")),
    tags((name = "orders", description = "Placing and paying orders"), (name = "stock", description = "What is in stock")),
    paths(orders::place, orders::fetch, orders::pay, orders::stock),
    modifiers(&ProblemComponents, &BearerToken)
)]
struct Document;

/// How a caller signs in.
struct BearerToken;

impl Modify for BearerToken {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        components.add_security_scheme("token", SecurityScheme::Http(scheme));
    }
}

/// The routes of the document, `/openapi.json`, and of the page, `/docs/`.
pub fn routes() -> Router {
    SwaggerUi::new("/docs").url("/openapi.json", Document::openapi()).into()
}
