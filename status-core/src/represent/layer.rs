//! `ProblemLayer`: the layer for all frameworks.

use alloc::string::String;

use super::render::Choices;
use super::view::View;

/// Sends each problem in the representation that the request asks for, and turns the error responses
/// that a framework creates itself into problems.
///
/// | feature | what it is |
/// | --- | --- |
/// | `tower` | a `tower::Layer`: for `Router::layer` in axum, and for any service of hyper ([what it does](crate::tower)) |
/// | `actix_web` | a middleware: `App::wrap` |
/// | `poem` | a middleware: `EndpointExt::with` |
/// | `rocket` | a fairing: `Rocket::attach` |
/// | `salvo` | a handler: `Service::hoop` |
///
/// In rocket and salvo, errors negotiate even without the layer, because they see the request. There you
/// need it for a page of your own, and for the framework's own error responses.
#[derive(Clone, Debug, Default)]
pub struct ProblemLayer {
    choices: Choices,
}

impl ProblemLayer {
    /// A layer with this crate's page, for problems and for the framework's own error responses.
    #[must_use]
    pub const fn new() -> Self {
        Self { choices: Choices::new() }
    }

    /// Sends a page of your own to browsers, in UTF-8. Escape its texts: see [`View`].
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
        self.choices.set_page(page);
        self
    }

    /// Leaves the framework's own error responses alone.
    ///
    /// ```
    /// let layer = status_core::represent::ProblemLayer::new().only_problems();
    /// ```
    #[must_use]
    pub const fn only_problems(mut self) -> Self {
        self.choices.set_only_problems();
        self
    }

    pub(crate) const fn choices(&self) -> &Choices {
        &self.choices
    }
}
