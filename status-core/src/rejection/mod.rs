//! Rejections: a framework refuses a request before the handler runs, because it cannot read what
//! the handler needs.
//!
//! [`Rejection`] lists the reasons, with the same status in every framework. The extractors
//! in your framework's module create them: [the guide](crate::guide::rejections) has an example for each. For a
//! framework without one, [`from_json`] reads JSON:
//!
//! ```
//! use status_core::HttpStatus;
//! use status_core::rejection::from_json;
//!
//! let rejection = from_json::<Vec<u8>>(b"[1, 2, 300]").unwrap_err();
//! assert_eq!(rejection.code(), 422);
//! assert_eq!(
//!     rejection.to_string(),
//!     "unexpected JSON: #/2: invalid value: integer `300`, expected u8",
//! );
//! ```

pub(crate) mod fault;
pub(crate) mod json;
pub(crate) mod kind;

pub use self::json::from_json;
pub use self::kind::Rejection;
