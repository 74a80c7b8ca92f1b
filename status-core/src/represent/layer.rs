//! `ProblemLayer`: the layer for all frameworks.

use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;

use super::html;
use crate::problem::body::{Body, Made};
use crate::problem::make::make;
use crate::problem::view::View;

/// A custom page.
type Page = dyn Fn(&View<'_>) -> String + Send + Sync;

/// A custom body.
type CustomBody = dyn Fn(&View<'_>) -> Body + Send + Sync;

/// Sends each problem in the representation that the request asks for, and turns the framework's
/// own error responses into problems.
///
/// | feature | what it is |
/// | --- | --- |
/// | `tower` | a `tower::Layer`: for `Router::layer` in axum, and for any service of hyper ([what it does](crate::tower)) |
/// | `actix_web` | a middleware: `App::wrap` |
/// | `poem` | a middleware: `EndpointExt::with` |
/// | `rocket` | a fairing: `Rocket::attach` |
/// | `salvo` | a handler: `Service::hoop` |
///
/// In rocket and salvo, errors negotiate even without the layer, because they see the request. You
/// still need the layer for a custom page or body, and for the framework's own error responses.
#[derive(Clone, Default)]
pub struct ProblemLayer {
    page: Option<Arc<Page>>,
    body: Option<Arc<CustomBody>>,
    only_problems: bool,
}

impl ProblemLayer {
    /// Creates a layer with this crate's page, for problems and for the framework's own error
    /// responses.
    #[must_use]
    pub const fn new() -> Self {
        Self { page: None, body: None, only_problems: false }
    }

    /// Sets the HTML page, replacing the built-in one. It must escape all strings: see [`View`].
    ///
    /// ```
    /// use status_core::represent::{ProblemLayer, View};
    ///
    /// fn page(view: &View<'_>) -> String {
    ///     format!("<!doctype html><title>Oh no</title><h1>{}</h1>", view.status.code())
    /// }
    ///
    /// let layer = ProblemLayer::new().page(page);
    /// ```
    #[must_use]
    pub fn page(mut self, page: impl Fn(&View<'_>) -> String + Send + Sync + 'static) -> Self {
        self.page = Some(Arc::new(page));
        self
    }

    /// Sets a function that makes the body, instead of a JSON problem, for the framework's own
    /// error responses and for problems whose type has no `body`, such as those of the canonical
    /// tables.
    ///
    /// ```
    /// use status_core::problem::{Body, View};
    /// use status_core::represent::ProblemLayer;
    ///
    /// fn envelope(view: &View<'_>) -> Body {
    ///     Body::json(&[("message", view.detail.unwrap_or(view.title))])
    /// }
    ///
    /// let layer = ProblemLayer::new().body(envelope);
    /// ```
    #[must_use]
    pub fn body(mut self, body: impl Fn(&View<'_>) -> Body + Send + Sync + 'static) -> Self {
        self.body = Some(Arc::new(body));
        self
    }

    /// Leaves the framework's own error responses unchanged.
    ///
    /// ```
    /// let layer = status_core::represent::ProblemLayer::new().only_problems();
    /// ```
    #[must_use]
    pub const fn only_problems(mut self) -> Self {
        self.only_problems = true;
        self
    }

    /// Whether the framework's own error responses become problems.
    pub(crate) const fn adopts(&self) -> bool {
        !self.only_problems
    }

    /// Whether there is a custom page or body.
    pub(super) const fn has_functions(&self) -> bool {
        self.page.is_some() || self.body.is_some()
    }

    pub(super) fn render_page(&self, view: &View<'_>) -> String {
        match &self.page {
            Some(page) => page(view),
            None => html::page(view),
        }
    }

    /// The custom body, if there is one and it can be sent.
    pub(super) fn make_body(&self, view: &View<'_>) -> Option<Made> {
        make(&**self.body.as_ref()?, view)
    }
}

impl fmt::Debug for ProblemLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProblemLayer")
            .field("has_page", &self.page.is_some())
            .field("has_body", &self.body.is_some())
            .field("only_problems", &self.only_problems)
            .finish()
    }
}
