//! What the layer keeps of a request until its response is ready.

use alloc::boxed::Box;

use http::request::Parts;

use super::layer::ProblemLayer;
use crate::event;
use crate::problem::details::Details;
use crate::request_id::{Entered, RequestId, Scope, X_REQUEST_ID};

/// Empty unless an option of the layer needs more than the request's `Accept`.
#[derive(Debug)]
pub(crate) struct Kept {
    scope: Option<Scope>,
    request: Option<Box<Parts>>,
}

impl Kept {
    pub(crate) const NOTHING: Self = Self { scope: None, request: None };

    /// Keeps what the layer's options need. An id that the request did not have is added to it.
    pub(crate) fn of(layer: &ProblemLayer, request: &mut Parts) -> Self {
        let mut id = None;
        if layer.has_request_id() {
            id = RequestId::of(&request.headers);
            if id.is_none() {
                id = layer.new_request_id(request);
                let new = id.as_ref().map(RequestId::value);
                // Fails only if there are already thousands of fields.
                new.map(|value| request.headers.try_insert(X_REQUEST_ID, value));
            }
        }
        let request = layer.enriches().then(|| Box::new(request.clone()));
        Self { scope: id.map(Scope::new), request }
    }

    /// Makes the request's id that of each event, until the guard is dropped.
    pub(crate) fn enter(&self) -> Option<Entered<'_>> {
        self.scope.as_ref().map(Scope::enter)
    }

    /// Enters each time that the future is polled.
    #[cfg(any(feature = "actix_web", feature = "poem", feature = "salvo"))]
    pub(crate) async fn entered<F: Future>(&self, future: F) -> F::Output {
        let mut future = core::pin::pin!(future);
        core::future::poll_fn(|cx| {
            let _entered = self.enter();
            future.as_mut().poll(cx)
        })
        .await
    }

    /// Whether [`edit`](Self::edit) changes problems.
    pub(crate) const fn edits(&self) -> bool {
        self.scope.is_some() || self.request.is_some()
    }

    /// Changes the problem as the layer's options say. Its event was emitted before.
    pub(crate) fn edit(&self, layer: &ProblemLayer, details: &mut Details) {
        let is_logged = self.scope.as_ref().is_none_or(Scope::is_logged);
        let _entered = self.enter();
        if !is_logged {
            event::of_details(details);
        }
        if let Some(scope) = &self.scope {
            details.insert_request_id(scope.id.as_str());
        }
        if let Some(request) = &self.request {
            layer.run_enrich(request, details);
        }
    }
}
