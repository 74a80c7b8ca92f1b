//! `ProblemLayer`: the layer for all frameworks.

use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;

use super::html;
use super::view::View;

/// A custom page.
type Page = dyn Fn(&View<'_>) -> String + Send + Sync;

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
/// still need the layer for a custom page and for the framework's own error responses.
#[derive(Clone, Default)]
pub struct ProblemLayer {
    page: Option<Arc<Page>>,
    only_problems: bool,
}

impl ProblemLayer {
    /// Creates a layer with this crate's page, for problems and for the framework's own error
    /// responses.
    #[must_use]
    pub const fn new() -> Self {
        Self { page: None, only_problems: false }
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

    pub(super) fn render_page(&self, view: &View<'_>) -> String {
        match &self.page {
            Some(page) => page(view),
            None => html::page(view),
        }
    }
}

impl fmt::Debug for ProblemLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProblemLayer")
            .field("has_page", &self.page.is_some())
            .field("only_problems", &self.only_problems)
            .finish()
    }
}
