//! Converts axum's rejections.

use alloc::string::String;
use core::error::Error;
use core::iter;

#[cfg(feature = "axum_multipart")]
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::path::ErrorKind;
use axum::extract::rejection::{
    BytesRejection, ExtensionRejection, FailedToBufferBody, FormRejection, JsonRejection,
    NestedPathRejection, PathRejection, QueryRejection, RawFormRejection, RawPathParamsRejection,
    StringRejection,
};
#[cfg(feature = "axum_ws")]
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use serde::de::value::Error as UrlEncodedError;

use crate::problem::field_errors::{FieldError, FieldErrors};
use crate::rejection::fault::{fault, of_parameter};
use crate::rejection::json::{JSON, unexpected};
use crate::rejection::kind::{FORM, Rejection};

/// A rejection of axum.
pub(super) trait AxumRejection {
    /// The rejection with the same status, without its source.
    fn rejection(&self) -> Rejection;
}

/// The first error of this type among an error and its sources.
fn find<'a, T: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a T> {
    iter::successors(Some(error), |&error| error.source()).find_map(|error| error.downcast_ref())
}

/// The errors of a query or form.
fn of_parameters(error: &(impl Error + 'static)) -> FieldErrors {
    let error = match find::<serde_path_to_error::Error<UrlEncodedError>>(error) {
        Some(error) => of_parameter(error.path(), error.inner()),
        None => fault(error),
    };
    error.into()
}

fn unreadable() -> Rejection {
    Rejection::UnreadableContent { source: None }
}

/// The rejection of a path. The name is that of the parameter, if axum tells only its position.
pub(super) fn of_path(rejection: &PathRejection, name: Option<String>) -> Rejection {
    let PathRejection::FailedToDeserializePathParams(error) = rejection else {
        return Rejection::misconfigured(rejection);
    };
    if error.status().is_server_error() {
        return Rejection::misconfigured(error);
    }
    let kind = error.kind();
    let key = match kind {
        ErrorKind::ParseErrorAtKey { key, .. }
        | ErrorKind::InvalidUtf8InPathParam { key }
        | ErrorKind::DeserializeError { key, .. } => Some(key.clone()),
        _ => name,
    };
    Rejection::UnexpectedPath { errors: with_name(fault(kind), key).into() }
}

fn with_name(error: FieldError, name: Option<String>) -> FieldError {
    match name {
        Some(name) => error.pointer(name),
        None => error,
    }
}

impl AxumRejection for FailedToBufferBody {
    fn rejection(&self) -> Rejection {
        match self {
            Self::LengthLimitError(_) => Rejection::ContentTooLarge,
            _ => unreadable(),
        }
    }
}

impl AxumRejection for BytesRejection {
    fn rejection(&self) -> Rejection {
        match self {
            Self::FailedToBufferBody(error) => error.rejection(),
            _ => unreadable(),
        }
    }
}

impl AxumRejection for StringRejection {
    fn rejection(&self) -> Rejection {
        match self {
            Self::FailedToBufferBody(error) => error.rejection(),
            Self::InvalidUtf8(_) => Rejection::MalformedText,
            _ => unreadable(),
        }
    }
}

impl AxumRejection for JsonRejection {
    fn rejection(&self) -> Rejection {
        match self {
            Self::JsonDataError(_) | Self::JsonSyntaxError(_) => {
                if let Some(error) = find::<serde_path_to_error::Error<serde_json::Error>>(self) {
                    return unexpected(error, None);
                }
                // More follows the value.
                let errors = match find::<serde_json::Error>(self) {
                    Some(error) => fault(error).into(),
                    None => fault(self).into(),
                };
                Rejection::MalformedJson { errors }
            }
            Self::MissingJsonContentType(_) => {
                Rejection::UnsupportedMediaType { expected: Some(JSON) }
            }
            Self::BytesRejection(error) => error.rejection(),
            _ => unreadable(),
        }
    }
}

impl AxumRejection for QueryRejection {
    fn rejection(&self) -> Rejection {
        Rejection::UnexpectedQuery { errors: of_parameters(self) }
    }
}

impl AxumRejection for FormRejection {
    fn rejection(&self) -> Rejection {
        match self {
            Self::InvalidFormContentType(_) => {
                Rejection::UnsupportedMediaType { expected: Some(FORM) }
            }
            // The form of a `GET` is its query.
            Self::FailedToDeserializeForm(error) => {
                Rejection::UnexpectedQuery { errors: of_parameters(error) }
            }
            Self::FailedToDeserializeFormBody(error) => {
                Rejection::UnexpectedForm { errors: of_parameters(error) }
            }
            Self::BytesRejection(error) => error.rejection(),
            _ => unreadable(),
        }
    }
}

impl AxumRejection for RawFormRejection {
    fn rejection(&self) -> Rejection {
        match self {
            Self::InvalidFormContentType(_) => {
                Rejection::UnsupportedMediaType { expected: Some(FORM) }
            }
            Self::BytesRejection(error) => error.rejection(),
            _ => unreadable(),
        }
    }
}

impl AxumRejection for PathRejection {
    fn rejection(&self) -> Rejection {
        of_path(self, None)
    }
}

impl AxumRejection for RawPathParamsRejection {
    fn rejection(&self) -> Rejection {
        match self {
            Self::InvalidUtf8InPathParam(error) => {
                Rejection::UnexpectedPath { errors: fault(error).into() }
            }
            _ => Rejection::misconfigured(self),
        }
    }
}

impl AxumRejection for ExtensionRejection {
    fn rejection(&self) -> Rejection {
        Rejection::misconfigured(self)
    }
}

impl AxumRejection for NestedPathRejection {
    fn rejection(&self) -> Rejection {
        Rejection::misconfigured(self)
    }
}

#[cfg(feature = "axum_multipart")]
impl AxumRejection for MultipartRejection {
    fn rejection(&self) -> Rejection {
        unreadable()
    }
}

#[cfg(feature = "axum_multipart")]
impl AxumRejection for MultipartError {
    fn rejection(&self) -> Rejection {
        match self.status() {
            http::StatusCode::PAYLOAD_TOO_LARGE => Rejection::ContentTooLarge,
            code if code.is_client_error() => unreadable(),
            // Not the request's fault, as far as axum can tell.
            _ => Rejection::misconfigured(self),
        }
    }
}

#[cfg(feature = "axum_ws")]
impl AxumRejection for WebSocketUpgradeRejection {
    fn rejection(&self) -> Rejection {
        let name = match self {
            Self::MethodNotGet(_) => return Rejection::MethodNotAllowed { allow: "GET" },
            Self::MethodNotConnect(_) => return Rejection::MethodNotAllowed { allow: "CONNECT" },
            Self::ConnectionNotUpgradable(_) => return Rejection::UpgradeRequired,
            Self::InvalidConnectionHeader(_) => Some("connection"),
            Self::InvalidUpgradeHeader(_) => Some("upgrade"),
            Self::InvalidWebSocketVersionHeader(_) => Some("sec-websocket-version"),
            Self::WebSocketKeyHeaderMissing(_) => Some("sec-websocket-key"),
            _ => None,
        };
        Rejection::UnexpectedHeader { errors: with_name(fault(self), name.map(Into::into)).into() }
    }
}
