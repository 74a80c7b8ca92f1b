//! poem's errors of extractors as rejections.

use alloc::boxed::Box;
use core::ops::{Deref, DerefMut};

use poem::error::{
    ParseFormError, ParseJsonError, ParsePathError, ParseQueryError, ParseTypedHeaderError,
    ReadBodyError, SizedLimitError,
};
use poem::{Error, FromRequest, IntoResponse, Request, RequestBody, Response, Result, web};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::problem::field_errors::{FieldError, FieldErrors};
use crate::rejection::fault::fault;
use crate::rejection::json::{JSON, from_raw, without_path};
use crate::rejection::kind::{FORM, Rejection};

/// Makes problems of the errors of poem's extractors, and leaves other errors alone.
///
/// ```
/// use poem::{EndpointExt, Route, get, handler, web::Query};
/// use status_core::represent::ProblemLayer;
///
/// #[handler]
/// fn page(Query(number): Query<u32>) -> String {
///     number.to_string()
/// }
///
/// let app = Route::new()
///     .at("/", get(page))
///     .catch_all_error(status_core::poem::rejected)
///     .with(ProblemLayer::new());
/// # drop(app);
/// ```
pub async fn rejected(error: Error) -> Response {
    match rejection(&error) {
        Some(rejection) => rejection.into_response(),
        None => error.into_response(),
    }
}

/// JSON: poem's `Json`, whose errors are problems with a pointer to the fault.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json<T>(pub T);

impl<T> Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Json<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<'a, T: DeserializeOwned> FromRequest<'a> for Json<T> {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
        // poem's error does not have the document.
        match web::Json::<Box<RawValue>>::from_request(request, body).await {
            Ok(web::Json(raw)) => Ok(Self(from_raw(&raw)?)),
            Err(error) => Err(rejection(&error).map_or(error, Error::from)),
        }
    }
}

fn rejection(error: &Error) -> Option<Rejection> {
    if let Some(error) = error.downcast_ref() {
        return Some(of_json(error));
    }
    if let Some(error) = error.downcast_ref() {
        return Some(of_form(error));
    }
    if let Some(error) = error.downcast_ref() {
        return Some(of_body(error));
    }
    if let Some(ParseQueryError(error)) = error.downcast_ref() {
        return Some(Rejection::UnexpectedQuery { errors: fault(error).into() });
    }
    if error.is::<ParsePathError>() {
        // poem does not say which parameter it is.
        return Some(Rejection::UnexpectedPath { errors: FieldErrors::new() });
    }
    if let Some(error) = error.downcast_ref() {
        return Some(of_header(error));
    }
    match error.downcast_ref() {
        Some(SizedLimitError::MissingContentLength) => Some(Rejection::LengthRequired),
        Some(SizedLimitError::PayloadTooLarge) => Some(Rejection::ContentTooLarge),
        None => None,
    }
}

fn of_json(error: &ParseJsonError) -> Rejection {
    match error {
        ParseJsonError::InvalidContentType(_) | ParseJsonError::ContentTypeRequired => {
            Rejection::UnsupportedMediaType { expected: Some(JSON) }
        }
        ParseJsonError::Parse(error) => without_path(error),
    }
}

fn of_form(error: &ParseFormError) -> Rejection {
    match error {
        ParseFormError::InvalidContentType(_) | ParseFormError::ContentTypeRequired => {
            Rejection::UnsupportedMediaType { expected: Some(FORM) }
        }
        ParseFormError::UrlDecode(error) => {
            Rejection::UnexpectedForm { errors: fault(error).into() }
        }
    }
}

fn of_body(error: &ReadBodyError) -> Rejection {
    match error {
        ReadBodyError::BodyHasBeenTaken => Rejection::misconfigured(error),
        ReadBodyError::Utf8(_) => Rejection::MalformedText,
        ReadBodyError::PayloadTooLarge => Rejection::ContentTooLarge,
        ReadBodyError::Io(error) => {
            Rejection::unreadable(std::io::Error::new(error.kind(), alloc::format!("{error}")))
        }
    }
}

fn of_header(error: &ParseTypedHeaderError) -> Rejection {
    let error = match error {
        ParseTypedHeaderError::HeaderRequired(name) => {
            FieldError::new("is missing").pointer(name.as_str())
        }
        // poem does not tell its name.
        ParseTypedHeaderError::TypedHeader(_) => FieldError::new("is malformed"),
    };
    Rejection::UnexpectedHeader { errors: error.into() }
}
