//! `Query`.

use axum::extract::FromRequestParts;
use axum::http::Uri;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::rejection::kind::Rejection;

/// The query: [`axum::extract::Query`] with problems as rejections.
#[derive(Clone, Copy, Debug, Default)]
pub struct Query<T>(pub T);

super::transparent!(Query);

impl<T: DeserializeOwned> Query<T> {
    /// Reads the query of a URI.
    ///
    /// # Errors
    ///
    /// Returns [`Rejection::UnexpectedQuery`] if it does not have the form of `T`.
    pub fn try_from_uri(uri: &Uri) -> Result<Self, Rejection> {
        let axum::extract::Query(query) = axum::extract::Query::try_from_uri(uri)?;
        Ok(Self(query))
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Rejection> {
        Self::try_from_uri(&parts.uri)
    }
}
