//! actix-web's errors of extractors as rejections.

use alloc::boxed::Box;
use core::future::Future;
use core::ops::{Deref, DerefMut};
use core::pin::Pin;

use actix_web::dev::Payload;
use actix_web::error::{
    JsonPayloadError, PathError, PayloadError, QueryPayloadError, UrlencodedError,
};
use actix_web::web::{self, FormConfig, JsonConfig, PathConfig, QueryConfig, ServiceConfig};
use actix_web::{Error, FromRequest, HttpRequest};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::rejection::fault::fault;
use crate::rejection::json::{JSON, from_raw, without_path};
use crate::rejection::kind::{FORM, Rejection};

/// Makes the rejections of actix-web's `Json`, `Path`, `Query` and `Form` problems.
///
/// ```
/// use actix_web::App;
///
/// let app = App::new().configure(status_core::actix_web::rejections);
/// # drop(app);
/// ```
///
/// For limits of your own, use [`rejected`].
pub fn rejections(config: &mut ServiceConfig) {
    config
        .app_data(JsonConfig::default().error_handler(rejected::<JsonPayloadError>))
        .app_data(PathConfig::default().error_handler(rejected::<PathError>))
        .app_data(QueryConfig::default().error_handler(rejected::<QueryPayloadError>))
        .app_data(FormConfig::default().error_handler(rejected::<UrlencodedError>));
}

/// Makes a problem of the error of an extractor. It is the `error_handler` of any of actix-web's
/// configurations.
///
/// ```
/// use actix_web::App;
/// use actix_web::web::JsonConfig;
/// use status_core::actix_web::rejected;
///
/// let app = App::new().app_data(JsonConfig::default().limit(4096).error_handler(rejected));
/// # drop(app);
/// ```
pub fn rejected<E: Into<Rejection>>(error: E, _: &HttpRequest) -> Error {
    error.into().into()
}

/// JSON: actix-web's `Json`, whose errors also have a pointer to the fault. Its `JsonConfig` applies.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json<T>(pub T);

impl<T> Json<T> {
    /// Returns the value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

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

impl<T: DeserializeOwned> FromRequest for Json<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        // actix-web's error does not have the document.
        let raw = web::Json::<Box<RawValue>>::from_request(request, payload);
        let request = request.clone();
        Box::pin(async move {
            match raw.await {
                Ok(raw) => Ok(Self(from_raw(&raw)?)),
                Err(error) => match error.as_error::<JsonPayloadError>() {
                    // Without a configuration, it is actix-web's own.
                    Some(error) => Err(rejected(rejection(error), &request)),
                    None => Err(error),
                },
            }
        })
    }
}

/// The rejection for an error of JSON, without its source.
fn rejection(error: &JsonPayloadError) -> Rejection {
    match error {
        JsonPayloadError::OverflowKnownLength { .. } | JsonPayloadError::Overflow { .. } => {
            Rejection::ContentTooLarge
        }
        JsonPayloadError::Payload(error) => of_payload(error),
        JsonPayloadError::ContentType => Rejection::UnsupportedMediaType { expected: Some(JSON) },
        JsonPayloadError::Deserialize(error) => without_path(error),
        JsonPayloadError::Serialize(error) => Rejection::misconfigured(error),
        _ => Rejection::UnreadableContent { source: None },
    }
}

/// The rejection for an error of reading, without its source.
const fn of_payload(error: &PayloadError) -> Rejection {
    match error {
        PayloadError::Overflow => Rejection::ContentTooLarge,
        PayloadError::UnknownLength => Rejection::LengthRequired,
        _ => Rejection::UnreadableContent { source: None },
    }
}

impl From<JsonPayloadError> for Rejection {
    fn from(error: JsonPayloadError) -> Self {
        match error {
            JsonPayloadError::Payload(error) => error.into(),
            error => rejection(&error),
        }
    }
}

impl From<PayloadError> for Rejection {
    fn from(error: PayloadError) -> Self {
        match of_payload(&error) {
            Self::UnreadableContent { .. } => Self::unreadable(error),
            rejection => rejection,
        }
    }
}

impl From<UrlencodedError> for Rejection {
    fn from(error: UrlencodedError) -> Self {
        match error {
            UrlencodedError::Overflow { .. } => Self::ContentTooLarge,
            UrlencodedError::UnknownLength => Self::LengthRequired,
            UrlencodedError::ContentType => Self::UnsupportedMediaType { expected: Some(FORM) },
            UrlencodedError::Parse(error) => Self::UnexpectedForm { errors: fault(&error).into() },
            UrlencodedError::Serialize(error) => Self::misconfigured(&error),
            UrlencodedError::Payload(error) => error.into(),
            error => Self::unreadable(error),
        }
    }
}

impl From<QueryPayloadError> for Rejection {
    fn from(error: QueryPayloadError) -> Self {
        let errors = match error {
            QueryPayloadError::Deserialize(error) => fault(&error),
            error => fault(&error),
        };
        Self::UnexpectedQuery { errors: errors.into() }
    }
}

impl From<PathError> for Rejection {
    fn from(error: PathError) -> Self {
        let errors = match error {
            PathError::Deserialize(error) => fault(&error),
            error => fault(&error),
        };
        Self::UnexpectedPath { errors: errors.into() }
    }
}
