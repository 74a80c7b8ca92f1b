//! `Path`.

use alloc::borrow::ToOwned;

use axum::extract::path::ErrorKind;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequestParts, OptionalFromRequestParts, RawPathParams};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::convert::of_path;
use crate::rejection::kind::Rejection;

/// The parameters of the path: [`axum::extract::Path`] with problems as rejections.
#[derive(Clone, Copy, Debug, Default)]
pub struct Path<T>(pub T);

super::transparent!(Path);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejection> {
        type Axum<T> = axum::extract::Path<T>;
        match <Axum<T> as FromRequestParts<S>>::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(path)) => Ok(Self(path)),
            Err(rejection) => Err(named(&rejection, parts, state).await),
        }
    }
}

/// `None` if the route has no parameters, as in axum.
impl<T: DeserializeOwned + Send + 'static, S: Send + Sync> OptionalFromRequestParts<S> for Path<T> {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Rejection> {
        type Axum<T> = axum::extract::Path<T>;
        match <Axum<T> as OptionalFromRequestParts<S>>::from_request_parts(parts, state).await {
            Ok(path) => Ok(path.map(|axum::extract::Path(path)| Self(path))),
            Err(rejection) => Err(named(&rejection, parts, state).await),
        }
    }
}

/// The rejection with the name of the parameter, also where axum tells only its position.
async fn named<S: Send + Sync>(
    rejection: &PathRejection,
    parts: &mut Parts,
    state: &S,
) -> Rejection {
    let index = match rejection {
        PathRejection::FailedToDeserializePathParams(error) => match error.kind() {
            ErrorKind::ParseErrorAtIndex { index, .. } => Some(*index),
            // A type that is neither a struct nor a tuple takes a single parameter.
            ErrorKind::ParseError { .. } => Some(0),
            _ => None,
        },
        _ => None,
    };
    let name = match index {
        Some(index) => {
            let params = RawPathParams::from_request_parts(parts, state).await.ok();
            params.and_then(|params| Some(params.iter().nth(index)?.0.to_owned()))
        }
        None => None,
    };
    of_path(rejection, name)
}
