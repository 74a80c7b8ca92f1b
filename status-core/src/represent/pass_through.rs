//! `PassThrough`: the mark of a response that the layer leaves alone.

/// In the extensions of a response, it makes a [`ProblemLayer`](super::ProblemLayer) send the
/// response unchanged, whatever it is.
///
/// A proxy needs it: without it, an empty 404 of the service behind it would become a problem of
/// the proxy's. In rocket, whose responses have no extensions, it is `Some(PassThrough)` in the
/// request's local cache.
///
/// ```
/// use http::Response;
/// use status_core::represent::PassThrough;
///
/// fn forward(mut received: Response<String>) -> Response<String> {
///     received.extensions_mut().insert(PassThrough);
///     received
/// }
/// # forward(Response::default());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PassThrough;
