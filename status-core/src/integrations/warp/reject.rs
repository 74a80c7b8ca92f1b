//! warp's rejections as problems.

use alloc::string::String;
use core::error::Error;
use core::iter;

use bytes::Bytes;
use mediatype::MediaType;
use serde::de::DeserializeOwned;
use warp::body::BodyDeserializeError;
use warp::reject::{
    InvalidHeader, InvalidQuery, LengthRequired, MethodNotAllowed, MissingCookie, MissingHeader,
    PayloadTooLarge, UnsupportedMediaType,
};
use warp::{Filter, reject};

use crate::canonical::client_error::ClientError;
use crate::problem::field_errors::{FieldError, FieldErrors};
use crate::problem::object::Problem;
use crate::rejection::fault::fault;
use crate::rejection::json::{JSON, from_json, without_path};
use crate::rejection::kind::Rejection;

/// Makes problems of warp's rejections and of those of [`json`]. If there are several, warp's order
/// decides: the highest code first, then 405, then 404.
///
/// Other rejections are returned as they are. If you have some, recover from them first: this
/// function cannot see that there are any.
///
/// ```
/// use warp::Filter;
///
/// let routes = warp::path!("orders" / u64).map(|id: u64| id.to_string());
/// let routes = routes.recover(status_core::warp::rejected);
/// # drop(routes);
/// ```
///
/// # Errors
///
/// Returns the rejection if none of its causes is known.
pub async fn rejected(rejection: warp::Rejection) -> Result<Problem, warp::Rejection> {
    if let Some(rejection) = highest(&rejection) {
        return Ok(rejection);
    }
    if rejection.find::<MethodNotAllowed>().is_some() {
        return Ok(Problem::new(ClientError::MethodNotAllowed.status()));
    }
    if rejection.is_not_found() {
        return Ok(Problem::new(ClientError::NotFound.status()));
    }
    Err(rejection)
}

/// The problem with the highest code.
fn highest(rejection: &warp::Rejection) -> Option<Problem> {
    let ours = rejection.find::<Rejection>().map(Problem::of);
    let theirs = of_warp(rejection).map(Problem::from);
    let problems = ours.into_iter().chain(theirs);
    problems.max_by_key(|problem| problem.status().code())
}

fn of_warp(rejection: &warp::Rejection) -> Option<Rejection> {
    if rejection.find::<UnsupportedMediaType>().is_some() {
        // warp does not tell which media type it expects.
        return Some(Rejection::UnsupportedMediaType { expected: None });
    }
    if rejection.find::<PayloadTooLarge>().is_some() {
        return Some(Rejection::ContentTooLarge);
    }
    if rejection.find::<LengthRequired>().is_some() {
        return Some(Rejection::LengthRequired);
    }
    if let Some(error) = rejection.find::<BodyDeserializeError>() {
        return Some(of_body(error));
    }
    if rejection.find::<InvalidQuery>().is_some() {
        return Some(Rejection::UnexpectedQuery { errors: FieldErrors::new() });
    }
    let header = if let Some(header) = rejection.find::<MissingHeader>() {
        FieldError::new("is missing").pointer(header.name())
    } else if let Some(header) = rejection.find::<InvalidHeader>() {
        FieldError::new("is malformed").pointer(header.name())
    } else if let Some(cookie) = rejection.find::<MissingCookie>() {
        FieldError::new(alloc::format!("has no cookie `{}`", cookie.name())).pointer("cookie")
    } else {
        return None;
    };
    Some(Rejection::UnexpectedHeader { errors: header.into() })
}

fn of_body(error: &BodyDeserializeError) -> Rejection {
    let first: Option<&(dyn Error + 'static)> = error.source();
    let mut sources = iter::successors(first, |&error| error.source());
    if let Some(error) = sources.find_map(|error| error.downcast_ref::<serde_json::Error>()) {
        return without_path(error);
    }
    let errors = match first {
        Some(error) => fault(&error).into(),
        None => FieldErrors::new(),
    };
    Rejection::UnexpectedForm { errors }
}

/// JSON: warp's `body::json`, whose rejection has a pointer to the fault. It needs [`rejected`].
/// Unlike warp's, it requires the `Content-Type` of JSON.
///
/// ```
/// use warp::Filter;
///
/// let routes = warp::path!("orders")
///     .and(warp::body::content_length_limit(4096))
///     .and(status_core::warp::json())
///     .map(|items: Vec<String>| format!("{} items ordered", items.len()))
///     .recover(status_core::warp::rejected);
/// # drop(routes);
/// ```
#[must_use]
pub fn json<T: DeserializeOwned + Send>()
-> impl Filter<Extract = (T,), Error = warp::Rejection> + Copy {
    let content_type = warp::header::optional("content-type").and_then(is_json).untuple_one();
    content_type
        .and(warp::body::bytes())
        .and_then(async |content: Bytes| from_json(&content).map_err(reject::custom))
}

async fn is_json(content_type: Option<String>) -> Result<(), warp::Rejection> {
    let media_type = content_type.as_deref().and_then(|value| MediaType::parse(value).ok());
    let is_json = |media_type: MediaType<'_>| {
        media_type.ty == "application"
            && (media_type.subty == "json"
                || media_type.suffix.is_some_and(|suffix| suffix == "json"))
    };
    if media_type.is_some_and(is_json) {
        return Ok(());
    }
    Err(reject::custom(Rejection::UnsupportedMediaType { expected: Some(JSON) }))
}
