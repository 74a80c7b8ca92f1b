//! `ProblemLayer`: the layer for all frameworks.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use http::request::Parts;

use super::html;
use crate::event;
use crate::problem::body::{Body, Made};
use crate::problem::details::Details;
use crate::problem::make::{call, make};
use crate::problem::view::View;
use crate::request_id::RequestId;

/// A custom page.
type Page = dyn Fn(&View<'_>) -> String + Send + Sync;

/// A custom body.
type CustomBody = dyn Fn(&View<'_>) -> Body + Send + Sync;

/// Makes the id of a request.
type NewRequestId = dyn Fn(&Parts) -> String + Send + Sync;

/// Changes a problem.
type Enrich = dyn Fn(&Parts, &mut Details) + Send + Sync;

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
/// In rocket and salvo, an error sees the request, so it is sent in the format that `Accept` asks for even
/// without the layer. You still need the layer for a custom page or body, and for the framework's own
/// error responses.
#[derive(Clone, Default)]
pub struct ProblemLayer {
    only_problems: bool,
    shape_text: bool,
    /// `None` by default, because the layer is cloned for each request.
    options: Option<Arc<Options>>,
}

#[derive(Clone, Default)]
struct Options {
    page: Option<Arc<Page>>,
    body: Option<Arc<CustomBody>>,
    request_id: bool,
    new_request_id: Option<Arc<NewRequestId>>,
    enrich: Vec<Arc<Enrich>>,
}

impl ProblemLayer {
    /// Creates a layer with this crate's page, for problems and for the framework's own error
    /// responses.
    #[must_use]
    pub const fn new() -> Self {
        Self { only_problems: false, shape_text: false, options: None }
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
        self.options_mut().page = Some(Arc::new(page));
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
        self.options_mut().body = Some(Arc::new(body));
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

    /// Puts the id of the request into each problem, as the member `request_id`, and into the events
    /// of the feature `tracing`, as the field `request_id`. A client that quotes the id leads you to
    /// the event, which has what the client does not see.
    ///
    /// The id is the request's `x-request-id` or, without one, the trace id of its `traceparent`
    /// (W3C Trace Context). tower-http's `SetRequestIdLayer`, outside of this layer, sets the former.
    /// For another source, and for a request without an id, see
    /// [`request_id_or`](Self::request_id_or).
    ///
    /// An id has 1 to 128 visible ASCII characters other than `"`, `&`, `'`, `<`, `>`, `\` and
    /// `` ` ``. Any other is ignored, because a client may have sent it.
    ///
    /// The page and the plain text show the id. A [`body`](Self::body) of your own finds it with
    /// `view.get::<String>("request_id")`. If the error itself has a member of this name, the id
    /// replaces it.
    ///
    /// ```
    /// let layer = status_core::represent::ProblemLayer::new().request_id();
    /// ```
    #[must_use]
    pub fn request_id(mut self) -> Self {
        self.options_mut().request_id = true;
        self
    }

    /// The same as [`request_id`](Self::request_id), and gives an id to a request that has none. The
    /// function returns a new id, or one that it finds elsewhere in the request, which it sees as
    /// [`enrich`](Self::enrich) does. Its result is put into the request's `x-request-id`, where
    /// handlers find it, except those of rocket. If it is not an id, or if the function panics, the
    /// request has none.
    ///
    /// ```
    /// use std::sync::atomic::{AtomicU64, Ordering};
    ///
    /// use status_core::represent::ProblemLayer;
    ///
    /// static COUNT: AtomicU64 = AtomicU64::new(0);
    ///
    /// let layer = ProblemLayer::new().request_id_or(|request| {
    ///     let id = request.headers.get("x-correlation-id").and_then(|id| id.to_str().ok());
    ///     let new = || COUNT.fetch_add(1, Ordering::Relaxed).to_string();
    ///     id.map_or_else(new, str::to_owned)
    /// });
    /// ```
    #[must_use]
    pub fn request_id_or(mut self, new: impl Fn(&Parts) -> String + Send + Sync + 'static) -> Self {
        let options = self.options_mut();
        options.request_id = true;
        options.new_request_id = Some(Arc::new(new));
        self
    }

    /// Changes each problem before it is sent, in every format: those of your own types, and those
    /// that the layer makes from the framework's errors. `request` is the request as the layer got
    /// it. In actix-web and rocket, its extensions are empty: theirs cannot be copied. In rocket, its
    /// version is always HTTP/1.1.
    ///
    /// With several calls, the functions run in order, after the id of
    /// [`request_id`](Self::request_id) was inserted. If a function panics, its changes are not
    /// sent, and the feature `tracing` logs the panic as an error event. The event of the error is not
    /// affected: it has the error as it was raised.
    ///
    /// A function that translates the problem tells its language, including that of the original
    /// text. The response then has `Content-Language`, and `Vary` has `Accept-Language`:
    ///
    /// ```
    /// use status_core::represent::ProblemLayer;
    ///
    /// let layer = ProblemLayer::new().enrich(|request, problem| {
    ///     problem.instance = Some(request.uri.path().to_owned());
    ///     problem.insert("documentation", "https://shop.example/docs");
    ///
    ///     let wanted = request.headers.get("accept-language");
    ///     let german = wanted.is_some_and(|wanted| wanted.as_bytes().starts_with(b"de"));
    ///     if problem.status().slug() == "sold-out" && german {
    ///         problem.title = "Ausverkauft".into();
    ///         problem.set_language("de");
    ///     } else {
    ///         problem.set_language("en");
    ///     }
    /// });
    /// ```
    #[must_use]
    pub fn enrich(mut self, enrich: impl Fn(&Parts, &mut Details) + Send + Sync + 'static) -> Self {
        self.options_mut().enrich.push(Arc::new(enrich));
        self
    }

    /// Turns the short texts of other layers into problems: an error with `text/plain` in UTF-8 of at
    /// most 1,024 bytes, such as the 429 of `tower_governor`. The text of a 4xx becomes the detail. That of a
    /// 5xx is not sent; it is in the event of the feature `tracing`. An empty text, such as axum's
    /// `(StatusCode::NOT_FOUND, "")`, says no more than the code.
    ///
    /// A text that a handler wrote becomes a problem too. JSON, HTML and other content are left
    /// unchanged, and so are a stream, whose length is not known, and a response with a
    /// [`PassThrough`](super::PassThrough) in its extensions.
    ///
    /// ```
    /// let layer = status_core::represent::ProblemLayer::new().shape_text();
    /// ```
    #[must_use]
    pub const fn shape_text(mut self) -> Self {
        self.shape_text = true;
        self
    }

    fn options_mut(&mut self) -> &mut Options {
        Arc::make_mut(self.options.get_or_insert_default())
    }

    /// Whether the framework's own error responses become problems.
    pub(crate) const fn adopts(&self) -> bool {
        !self.only_problems
    }

    /// Whether short texts become problems.
    pub(crate) const fn shapes_text(&self) -> bool {
        self.shape_text
    }

    /// Whether the layer reads more of the request than its `Accept`.
    pub(crate) fn reads_request(&self) -> bool {
        self.options.as_ref().is_some_and(|it| it.request_id || !it.enrich.is_empty())
    }

    pub(super) fn has_request_id(&self) -> bool {
        self.options.as_ref().is_some_and(|it| it.request_id)
    }

    /// The id for a request without one.
    pub(super) fn new_request_id(&self, request: &Parts) -> Option<RequestId> {
        let new = self.options.as_ref()?.new_request_id.as_ref()?;
        let id = call(|| new(request));
        if id.is_none() {
            event::of_panic("request_id_or", "the request has no id");
        }
        RequestId::new(&id?)
    }

    pub(super) fn enriches(&self) -> bool {
        self.options.as_ref().is_some_and(|it| !it.enrich.is_empty())
    }

    pub(super) fn run_enrich(&self, request: &Parts, details: &mut Details) {
        for enrich in self.options.iter().flat_map(|it| &it.enrich) {
            let before = details.clone();
            if call(|| enrich(request, details)).is_none() {
                event::of_panic("enrich", "the problem is sent without its changes");
                *details = before;
            }
        }
    }

    /// Whether there is a custom page or body.
    pub(super) fn has_functions(&self) -> bool {
        self.options.as_ref().is_some_and(|it| it.page.is_some() || it.body.is_some())
    }

    pub(super) fn render_page(&self, view: &View<'_>) -> String {
        let Some(page) = self.options.as_ref().and_then(|it| it.page.as_ref()) else {
            return html::page(view);
        };
        call(|| page(view)).unwrap_or_else(|| {
            event::of_panic("page", "the client gets the built-in page");
            html::page(view)
        })
    }

    /// The custom body, if there is one and it can be sent.
    pub(super) fn make_body<'a>(&self, view: impl FnOnce() -> View<'a>) -> Option<Made> {
        make(&**self.options.as_ref()?.body.as_ref()?, &view())
    }
}

impl fmt::Debug for ProblemLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let options = self.options.as_deref();
        f.debug_struct("ProblemLayer")
            .field("has_page", &options.is_some_and(|it| it.page.is_some()))
            .field("has_body", &options.is_some_and(|it| it.body.is_some()))
            .field("only_problems", &self.only_problems)
            .field("shape_text", &self.shape_text)
            .field("request_id", &self.has_request_id())
            .field("enriches", &self.enriches())
            .finish()
    }
}
