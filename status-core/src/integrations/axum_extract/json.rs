//! `Json`.

use alloc::boxed::Box;

use axum::extract::{FromRequest, OptionalFromRequest, Request};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::rejection::json::{from_json, from_raw};
use crate::rejection::kind::Rejection;

/// JSON: [`axum::Json`] with problems as rejections.
///
/// Content that is not JSON is refused with 400, even where axum finds a member of the wrong type
/// before it finds that, and refuses it with 422.
#[derive(Clone, Copy, Debug, Default)]
#[must_use]
pub struct Json<T>(pub T);

super::transparent!(Json);

impl<T: DeserializeOwned> Json<T> {
    /// Reads JSON.
    ///
    /// # Errors
    ///
    /// Returns an error like [`from_json`].
    pub fn from_bytes(content: &[u8]) -> Result<Self, Rejection> {
        from_json(content).map(Self)
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        // axum's rejection does not have the document, which the pointer is checked against.
        type Raw = axum::Json<Box<RawValue>>;
        let axum::Json(raw) = <Raw as FromRequest<S>>::from_request(request, state).await?;
        from_raw(&raw).map(Self)
    }
}

/// `None` if the request has no `Content-Type`, as in axum.
impl<T: DeserializeOwned, S: Send + Sync> OptionalFromRequest<S> for Json<T> {
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Rejection> {
        type Raw = axum::Json<Box<RawValue>>;
        let raw = <Raw as OptionalFromRequest<S>>::from_request(request, state).await?;
        raw.map(|axum::Json(raw)| from_raw(&raw).map(Self)).transpose()
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        axum::Json(self.0).into_response()
    }
}
