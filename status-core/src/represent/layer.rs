//! `ProblemLayer`, whatever the framework that it goes around.

use alloc::string::String;

use super::View;
use super::render::Choices;

/// Sends each problem in the representation that its request asks for, and makes a problem of the
/// responses that a framework makes itself.
///
/// | feature | what it is |
/// | --- | --- |
/// | `tower` | a `tower::Layer`: `Router::layer` in axum, and around any service of hyper ([what it does](crate::tower)) |
/// | `actix_web` | a middleware: `App::wrap` |
/// | `poem` | a middleware: `EndpointExt::with` |
/// | `rocket` | a fairing: `Rocket::attach` |
/// | `salvo` | a handler: `Service::hoop` |
///
/// Errors of rocket and salvo see the request, and negotiate without it. There, it is for a page of
/// yours, and for what the framework answers itself.
#[derive(Clone, Debug, Default)]
pub struct ProblemLayer {
    choices: Choices,
}

impl ProblemLayer {
    /// The layer with this crate's own page, for problems and for the responses that a framework makes
    /// itself.
    #[must_use]
    pub const fn new() -> Self {
        Self { choices: Choices::new() }
    }

    /// Answers browsers with a page of yours, in UTF-8. Its texts have to be escaped: see [`View`].
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

    /// Leaves the responses alone that a framework makes itself.
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
