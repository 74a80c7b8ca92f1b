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
