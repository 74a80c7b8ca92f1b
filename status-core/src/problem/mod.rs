//! Problem details (RFC 9457): the JSON body of an error response.
//!
//! Your framework's integration turns an error into a [`Problem`] when it sends the response. You
//! can also create one yourself, to add a detail, a member or a header field. `Problem` is an error
//! type, and `?` converts every error that has a status into it.
//!
//! ```
//! use std::time::Duration;
//! use status_core::problem::Problem;
//! use status_core::{HttpStatus, ServerError};
//!
//! fn sail(wind: u32) -> Result<(), Problem> {
//!     match wind {
//!         0 => Err(ServerError::NotImplemented)?,
//!         1..100 => Ok(()),
//!         _ => Err(ServerError::ServiceUnavailable
//!             .problem()
//!             .detail("the harbor is closed")
//!             .member("wind", &wind)
//!             .retry_after(Duration::from_secs(3600))),
//!     }
//! }
//!
//! let problem = sail(120).unwrap_err();
//! assert_eq!(problem.status().code(), 503);
//! assert_eq!(problem.header_fields()["retry-after"], "3600");
//! assert_eq!(
//!     problem.json(),
//!     br#"{"title":"Service Unavailable","status":503,"detail":"the harbor is closed","wind":120}"#,
//! );
//! ```
//!
//! A client reads a problem with [`Problem::from_response`], which accepts any content.
//! [`Details::is`] then identifies the status, and [`Details::get`] reads the members.

pub(crate) mod added;
pub(crate) mod answer;
#[cfg(feature = "url")]
pub(crate) mod base;
pub(crate) mod body;
pub(crate) mod bounded;
pub(crate) mod caching;
pub(crate) mod cause;
pub(crate) mod clock;
pub(crate) mod details;
pub(crate) mod escape;
#[cfg(feature = "http")]
pub(crate) mod extensions;
pub(crate) mod field_errors;
#[cfg(feature = "tonic")]
pub(crate) mod grpc_status;
pub(crate) mod header_fields;
pub(crate) mod language;
pub(crate) mod lossy;
pub(crate) mod make;
pub(crate) mod members;
pub(crate) mod object;
pub(crate) mod occurrence;
pub(crate) mod or_status;
pub(crate) mod pointer;
pub(crate) mod replace;
pub(crate) mod retry_after;
pub(crate) mod standard;
pub(crate) mod summary;
pub(crate) mod vary;
pub(crate) mod view;

pub use self::answer::Answer;
pub use self::body::{Body, BodyFn};
pub use self::details::{Details, MEDIA_TYPE};
pub use self::field_errors::{FieldError, FieldErrors};
pub use self::header_fields::{FieldValue, HeaderFields};
pub use self::members::{Member, Members};
pub use self::object::Problem;
pub use self::occurrence::Occurrence;
pub use self::or_status::{OrStatus, StatusError};
pub use self::retry_after::RetryAfter;
pub use self::standard::StandardMembers;
pub use self::view::View;
pub use crate::client::content::MAX_CONTENT;
pub use crate::client::decode::Decode;
pub use crate::client::decode_error::DecodeError;
pub use crate::client::failure::Failure;
pub use crate::client::from_text::{DecodeMember, FromDetail, FromFieldValue};
pub use crate::client::invalid_problem::InvalidProblem;
