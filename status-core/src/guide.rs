//! The guide, one page per module.
//!
//! - [attributes]: every key of `#[status(…)]`
//! - [tables]: the registered codes, and your own sets
//! - [rules]: what the compiler rejects, why, and what to write instead
//! - [problems]: what is sent, building problems by hand, errors from other crates
//! - [bodies]: sending a body of your own instead of a problem
//! - [adopting]: moving an existing service from a hand-written `match` to the derive
//! - [frameworks]: a handler for each framework
//! - [rejections]: requests that a framework refuses before the handler runs
//! - [negotiation]: JSON for programs, a page for browsers, text for a terminal
//! - [openapi]: the responses in an OpenAPI document
//! - [layers]: the order of layers, the texts of other layers, and streams that fail
//! - [logging]: one event per failing request, from a response to its event, and what metrics can read
//! - [clients]: the server's error, at the client
//! - [reading]: what a client can read from a response that is an error
//! - [gateways]: when a service that you call fails
//! - [catalog]: all errors of a service, for people and for programs
//! - [contract]: a test that notices when the errors of a service change
//! - [integrations]: writing an integration for another framework
//! - [cost]: at run time, in your build and in your binary

// A build with all features checks every link. Items of a disabled feature cannot be linked to.
#![cfg_attr(
    not(all(
        feature = "axum",
        feature = "catalog",
        feature = "rejections",
        feature = "reqwest",
        feature = "stream",
        feature = "tower",
        feature = "tracing",
        feature = "utoipa"
    )),
    allow(rustdoc::broken_intra_doc_links)
)]

/// The examples on a page are tests if the features that they need are enabled.
macro_rules! page {
    ($name:ident, $file:literal $(, $feature:literal)*) => {
        #[cfg_attr(any(not(doctest), all($(feature = $feature),*)), doc = include_str!($file))]
        pub mod $name {}
    };
}

page!(attributes, "docs/attributes.md", "axum", "reqwest");
page!(tables, "docs/tables.md");
page!(rules, "docs/rules.md", "problem");
page!(problems, "docs/problems.md", "problem");

/// An example of a body. The tests serve the same file.
macro_rules! example {
    ($title:literal, $file:literal) => {
        concat!("\n# ", $title, "\n\n```\n", include_str!($file), "```\n")
    };
}

#[cfg_attr(
    any(not(doctest), all(feature = "axum", feature = "tower")),
    doc = include_str!("docs/bodies.md"),
    doc = example!("A code and a message", "docs/bodies/code_and_message.rs"),
    doc = example!("Google's error model", "docs/bodies/google.rs"),
    doc = example!("JSON:API", "docs/bodies/json_api.rs"),
    doc = example!("OAuth 2 (RFC 6749 §5.2)", "docs/bodies/oauth2.rs"),
    doc = example!("Matrix", "docs/bodies/matrix.rs"),
    doc = example!("S3", "docs/bodies/s3.rs"),
)]
pub mod bodies {}

page!(adopting, "docs/adopting.md", "axum");

#[doc = include_str!("docs/frameworks.md")]
#[cfg_attr(
    any(not(doctest), all(feature = "axum", feature = "tower")),
    doc = include_str!("docs/frameworks/axum.md")
)]
#[cfg_attr(
    any(not(doctest), feature = "actix_web"),
    doc = include_str!("docs/frameworks/actix_web.md")
)]
#[cfg_attr(any(not(doctest), feature = "poem"), doc = include_str!("docs/frameworks/poem.md"))]
#[cfg_attr(any(not(doctest), feature = "rocket"), doc = include_str!("docs/frameworks/rocket.md"))]
#[cfg_attr(any(not(doctest), feature = "salvo"), doc = include_str!("docs/frameworks/salvo.md"))]
#[cfg_attr(any(not(doctest), feature = "tonic"), doc = include_str!("docs/frameworks/tonic.md"))]
#[cfg_attr(any(not(doctest), feature = "warp"), doc = include_str!("docs/frameworks/warp.md"))]
#[cfg_attr(any(not(doctest), feature = "http"), doc = include_str!("docs/frameworks/http.md"))]
pub mod frameworks {}

#[doc = include_str!("docs/rejections.md")]
#[cfg_attr(
    any(not(doctest), feature = "axum_extract"),
    doc = include_str!("docs/rejections/axum.md")
)]
#[cfg_attr(
    any(not(doctest), feature = "actix_web"),
    doc = include_str!("docs/rejections/actix_web.md")
)]
#[cfg_attr(any(not(doctest), feature = "poem"), doc = include_str!("docs/rejections/poem.md"))]
#[cfg_attr(any(not(doctest), feature = "rocket"), doc = include_str!("docs/rejections/rocket.md"))]
#[cfg_attr(any(not(doctest), feature = "salvo"), doc = include_str!("docs/rejections/salvo.md"))]
#[cfg_attr(any(not(doctest), feature = "warp"), doc = include_str!("docs/rejections/warp.md"))]
#[cfg_attr(
    any(not(doctest), all(feature = "http", feature = "rejections")),
    doc = include_str!("docs/rejections/hyper.md")
)]
#[doc = include_str!("docs/rejections/exceptions.md")]
#[cfg_attr(
    any(not(doctest), feature = "validator"),
    doc = include_str!("docs/rejections/validation.md")
)]
pub mod rejections {}

page!(negotiation, "docs/negotiation.md", "axum", "tower");
page!(openapi, "docs/openapi.md", "utoipa");
page!(layers, "docs/layers.md", "axum", "stream", "tower");
page!(logging, "docs/logging.md", "axum", "tower", "tracing");
page!(clients, "docs/clients.md", "reqwest");
page!(reading, "docs/reading.md", "reqwest");
page!(gateways, "docs/gateways.md", "problem");
page!(catalog, "docs/catalog.md", "catalog");
page!(contract, "docs/contract.md", "catalog");
page!(integrations, "docs/integrations.md", "problem");
page!(cost, "docs/cost.md", "problem");
