//! `Rejection`: the reasons for which frameworks refuse requests, and the status of each.

use alloc::boxed::Box;
use alloc::string::String;
use core::error::Error;
use core::fmt;

use status_macros::HttpStatus;

use crate::problem::field_errors::FieldErrors;

/// The media type of forms.
#[cfg(any(
    feature = "actix_web",
    feature = "axum_extract",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
))]
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// Why a framework refuses a request before the handler runs.
///
/// The detail is about what the client sent, in serde's words for content that does not match what
/// the handler expects. Where the fault is known, the member `errors` says where it is.
#[derive(Debug, HttpStatus)]
#[non_exhaustive]
pub enum Rejection {
    /// The content is not JSON.
    #[status(400, members(errors))]
    MalformedJson {
        /// The fault. A document that is not JSON has no pointers, so its position is in the detail.
        errors: FieldErrors,
    },
    /// The JSON does not match what is expected: a member is missing or has the wrong type.
    #[status(422, members(errors))]
    UnexpectedJson {
        /// The fault, with a pointer to it.
        errors: FieldErrors,
    },
    /// The form does not match what is expected: a field is missing or has the wrong type.
    #[status(422, members(errors))]
    UnexpectedForm {
        /// The faults, each with the name of its field if that is known.
        errors: FieldErrors,
    },
    /// The query does not match what is expected: a parameter is missing or has the wrong type.
    #[status(400, members(errors))]
    UnexpectedQuery {
        /// The faults, each with the name of its parameter if that is known.
        errors: FieldErrors,
    },
    /// A segment of the path is of the wrong type.
    #[status(400, members(errors))]
    UnexpectedPath {
        /// The faults, each with the name of its parameter if that is known.
        errors: FieldErrors,
    },
    /// A header field is missing or malformed.
    #[status(400, members(errors))]
    UnexpectedHeader {
        /// The fault, with the name of the header field if the framework tells it.
        errors: FieldErrors,
    },
    /// A value in the request is missing or of the wrong type. The framework does not tell where.
    #[status(400, members(errors))]
    UnexpectedValue {
        /// The fault.
        errors: FieldErrors,
    },
    /// The content is not text in UTF-8.
    #[status(400)]
    MalformedText,
    /// The content ends too early, or cannot be decoded.
    #[status(400)]
    UnreadableContent {
        /// The framework's error, for the log.
        source: Option<Box<dyn Error + Send + Sync>>,
    },
    /// The method is not that of a request for a WebSocket.
    #[status(405, header("Allow" = allow))]
    MethodNotAllowed {
        /// The method that the handler accepts.
        allow: &'static str,
    },
    /// The framework needs to know the length of the content in advance.
    #[status(411)]
    LengthRequired,
    /// The content is larger than the handler accepts.
    #[status(413)]
    ContentTooLarge,
    /// The content is not of the media type that the handler accepts.
    #[status(415)]
    UnsupportedMediaType {
        /// The media type that the handler accepts, if the framework tells.
        expected: Option<&'static str>,
    },
    /// The connection cannot become a WebSocket.
    #[status(426, header("Upgrade" = "websocket"), header("Connection" = "upgrade"))]
    UpgradeRequired,
    /// The handler asks for something that the server did not set up, whatever the request is.
    #[status(500)]
    Misconfigured {
        /// The framework's message, for the log.
        message: String,
    },
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnsupportedMediaType { expected: Some(expected) } => {
                write!(f, "expected `Content-Type: {expected}`")
            }
            Self::Misconfigured { message } => f.write_str(message),
            _ => match self.errors().filter(|errors| !errors.is_empty()) {
                Some(errors) => write!(f, "{}: {errors}", self.summary()),
                None => f.write_str(self.summary()),
            },
        }
    }
}

impl Error for Rejection {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::UnreadableContent { source } => {
                let source = source.as_deref()?;
                Some(source)
            }
            _ => None,
        }
    }
}

impl Rejection {
    /// What is wrong, without anything that the client sent.
    pub(crate) const fn summary(&self) -> &'static &'static str {
        match self {
            Self::MalformedJson { .. } => &"malformed JSON",
            Self::UnexpectedJson { .. } => &"unexpected JSON",
            Self::UnexpectedForm { .. } => &"unexpected form",
            Self::UnexpectedQuery { .. } => &"unexpected query",
            Self::UnexpectedPath { .. } => &"unexpected path",
            Self::UnexpectedHeader { .. } => &"unexpected header field",
            Self::UnexpectedValue { .. } => &"unexpected value",
            Self::MalformedText => &"the content is not text in UTF-8",
            Self::UnreadableContent { .. } => &"the content cannot be read",
            Self::MethodNotAllowed { .. } => &"the method is not that of a WebSocket",
            Self::LengthRequired => &"the request needs a `Content-Length`",
            Self::ContentTooLarge => &"the content is too large",
            Self::UnsupportedMediaType { .. } => &"the media type of the content is not supported",
            Self::UpgradeRequired => &"the connection cannot become a WebSocket",
            Self::Misconfigured { .. } => &"the server is not set up for this request",
        }
    }

    /// The faults, of which the messages repeat what the client sent.
    pub(crate) const fn errors(&self) -> Option<&FieldErrors> {
        match self {
            Self::MalformedJson { errors }
            | Self::UnexpectedJson { errors }
            | Self::UnexpectedForm { errors }
            | Self::UnexpectedQuery { errors }
            | Self::UnexpectedPath { errors }
            | Self::UnexpectedHeader { errors }
            | Self::UnexpectedValue { errors } => Some(errors),
            _ => None,
        }
    }

    /// For an error that is only logged.
    #[cfg(any(feature = "actix_web", feature = "poem", feature = "rocket", feature = "salvo"))]
    pub(crate) fn unreadable(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::UnreadableContent { source: Some(source.into()) }
    }

    /// For a message that is only logged.
    #[cfg(any(
        feature = "actix_web",
        feature = "axum_extract",
        feature = "poem",
        feature = "rocket",
    ))]
    pub(crate) fn misconfigured(message: &impl fmt::Display) -> Self {
        Self::Misconfigured { message: alloc::string::ToString::to_string(message) }
    }
}
