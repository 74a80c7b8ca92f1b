//! The guide, one module a page.
//!
//! | page | what it answers |
//! | --- | --- |
//! | [attributes] | What can I write in `#[status(…)]`? Every key, with its value and an example |
//! | [rules] | Why does this not compile? Every rule, its reason, and the way out |
//! | [problems] | What is sent, and how do I add to it by hand? |
//! | [frameworks] | How do I use it with axum, actix-web, poem, rocket, salvo, tonic, warp or hyper? |
//! | [negotiation] | How do browsers get a page and programs get JSON? |
//! | [logging] | What is logged, and what do metrics see? |
//! | [clients] | How does a client read an error? |
//! | [gateways] | What happens to the errors of the services I call? |
//! | [integrations] | What if my framework is not on the list? |
//! | [cost] | What does it cost, in build time and at run time? |

// A build with all features checks every link. Without a feature, its items are not there to link to.
#![cfg_attr(
    not(all(feature = "axum", feature = "reqwest", feature = "tower", feature = "tracing")),
    allow(rustdoc::broken_intra_doc_links)
)]

/// The examples of a page are tests when the features they need are on.
macro_rules! page {
    ($name:ident, $file:literal $(, $feature:literal)*) => {
        #[cfg_attr(any(not(doctest), all($(feature = $feature),*)), doc = include_str!($file))]
        pub mod $name {}
    };
}

page!(attributes, "docs/attributes.md", "axum");
page!(rules, "docs/rules.md", "problem");
page!(problems, "docs/problems.md", "problem");

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

page!(negotiation, "docs/negotiation.md", "axum", "tower");
page!(logging, "docs/logging.md", "axum", "tracing");
page!(clients, "docs/clients.md", "reqwest");
page!(gateways, "docs/gateways.md", "problem");
page!(integrations, "docs/integrations.md", "problem");
page!(cost, "docs/cost.md", "problem");
