//! salvo's `ParseError` as a rejection, and extractors that say what was rejected.

use core::ops::{Deref, DerefMut};

use salvo_core::extract::{Extractible, Metadata};
use salvo_core::http::ParseError;
use salvo_core::{Depot, Request};
use serde::de::DeserializeOwned;

use crate::problem::field_errors::FieldErrors;
use crate::rejection::fault::fault;
use crate::rejection::json::{JSON, from_json, without_path};
use crate::rejection::kind::{FORM, Rejection};

/// JSON: salvo's `JsonBody`, whose errors are problems with a pointer to the fault.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json<T>(pub T);

/// A form: salvo's `FormBody`, whose errors are problems.
#[derive(Clone, Copy, Debug, Default)]
pub struct Form<T>(pub T);

/// The query: `Request::parse_queries` as an extractor, whose errors are problems.
#[derive(Clone, Copy, Debug, Default)]
pub struct Query<T>(pub T);

/// The parameters of the path: `Request::parse_params` as an extractor, whose errors are problems.
#[derive(Clone, Copy, Debug, Default)]
pub struct Path<T>(pub T);

async fn json<T: DeserializeOwned>(request: &mut Request) -> Result<T, Rejection> {
    let is_json = request.content_type().is_some_and(|media_type| {
        media_type.type_() == "application"
            && (media_type.subtype() == "json"
                || media_type.suffix().is_some_and(|suffix| suffix == "json"))
    });
    if !is_json {
        return Err(Rejection::UnsupportedMediaType { expected: Some(JSON) });
    }
    // salvo's `parse_json` takes no content for `null`, and its error does not have the document.
    from_json(request.payload().await?)
}

async fn form<T: DeserializeOwned>(request: &mut Request) -> Result<T, Rejection> {
    request.parse_form().await.map_err(|error| match error {
        ParseError::InvalidContentType => Rejection::UnsupportedMediaType { expected: Some(FORM) },
        error => match values(&error) {
            Some(errors) => Rejection::UnexpectedForm { errors },
            None => error.into(),
        },
    })
}

async fn query<T: DeserializeOwned>(request: &mut Request) -> Result<T, Rejection> {
    request.parse_queries().map_err(|error| match values(&error) {
        Some(errors) => Rejection::UnexpectedQuery { errors },
        None => error.into(),
    })
}

async fn path<T: DeserializeOwned>(request: &mut Request) -> Result<T, Rejection> {
    request.parse_params().map_err(|error| match values(&error) {
        Some(errors) => Rejection::UnexpectedPath { errors },
        None => error.into(),
    })
}

/// The errors of values that do not match what is expected.
fn values(error: &ParseError) -> Option<FieldErrors> {
    match error {
        ParseError::Deserialize(error) => Some(fault(error).into()),
        ParseError::NotExist | ParseError::ParseFromStr | ParseError::DuplicateKey => {
            Some(fault(error).into())
        }
        _ => None,
    }
}

macro_rules! extractors {
    ($($extractor:ident: $read:ident)*) => {$(
        impl<T> $extractor<T> {
            /// Returns the value.
            pub fn into_inner(self) -> T {
                self.0
            }
        }

        impl<T> Deref for $extractor<T> {
            type Target = T;

            fn deref(&self) -> &T {
                &self.0
            }
        }

        impl<T> DerefMut for $extractor<T> {
            fn deref_mut(&mut self) -> &mut T {
                &mut self.0
            }
        }

        impl<'ex, T: DeserializeOwned + Send> Extractible<'ex> for $extractor<T> {
            fn metadata() -> &'static Metadata {
                static METADATA: Metadata = Metadata::new("");
                &METADATA
            }

            #[expect(refining_impl_trait, reason = "the trait's own error type is private")]
            async fn extract(
                request: &'ex mut Request,
                _: &'ex mut Depot,
            ) -> Result<Self, Rejection> {
                $read(request).await.map(Self)
            }

            // Not the name of the argument, which salvo's default passes to values alone.
            #[expect(refining_impl_trait, reason = "the trait's own error type is private")]
            async fn extract_with_arg(
                request: &'ex mut Request,
                _: &'ex mut Depot,
                _: &str,
            ) -> Result<Self, Rejection> {
                $read(request).await.map(Self)
            }
        }
    )*};
}

extractors! {
    Json: json
    Form: form
    Query: query
    Path: path
}

/// salvo does not tell which part of the request had an unexpected value; the extractors of
/// [`status_core::salvo`](crate::salvo) do.
impl From<ParseError> for Rejection {
    fn from(error: ParseError) -> Self {
        match error {
            ParseError::PayloadTooLarge => Self::ContentTooLarge,
            ParseError::InvalidContentType | ParseError::NotMultipart | ParseError::NotFormData => {
                Self::UnsupportedMediaType { expected: None }
            }
            ParseError::SerdeJson(error) => without_path(&error),
            ParseError::Utf8(_) => Self::MalformedText,
            error => match values(&error) {
                Some(errors) => Self::UnexpectedValue { errors },
                None => Self::unreadable(error),
            },
        }
    }
}
