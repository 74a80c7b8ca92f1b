//! What the macros' output cites. No part of the public interface: it changes with the macros.

#[cfg(feature = "problem")]
use core::error::Error;
use core::ops::RangeInclusive;

mod acyclic;
pub(crate) mod delegates;
mod lookup;
mod table_traits;

use crate::invalid::InvalidStatus;
use crate::of;
use crate::server_error::ServerError;
use crate::status::Status;
use crate::table::Table;

#[cfg(feature = "problem")]
pub use crate::problem::{FieldValue, Member};

/// Without the feature, a generic type's bounds ask for nothing.
#[cfg(not(feature = "problem"))]
pub trait FieldValue {}
#[cfg(not(feature = "problem"))]
impl<T: ?Sized> FieldValue for T {}
#[cfg(not(feature = "problem"))]
pub trait Member {}
#[cfg(not(feature = "problem"))]
impl<T: ?Sized> Member for T {}

/// The status of a type that has errors. The program is never run.
pub const BROKEN: &Status = ServerError::InternalServerError.status();

/// One row, as generated code writes it.
pub struct Row {
    /// The status code, 100 to 599.
    pub code: u16,
    /// The name of the variant.
    pub name: &'static str,
    /// The last segment of the `type` URI.
    pub slug: &'static str,
    /// The reason phrase.
    pub reason: &'static str,
    /// The doc comment.
    pub documentation: &'static str,
    /// The title of the problem.
    pub title: &'static str,
    /// The `type` URI: the table's `type_base` and the slug.
    pub type_uri: Option<&'static str>,
    /// The JSON of the problem if the occurrence adds nothing to it.
    pub body: &'static str,
    /// Whether `Display` is sent as the `detail`.
    pub exposed: bool,
    /// The gRPC code, 1 to 16, if it is not derived from the HTTP code.
    pub grpc: Option<u8>,
}

impl Row {
    /// The status that the row describes.
    ///
    /// # Panics
    ///
    /// If the code is outside 100..=599. Responses are built from a status without checking again.
    #[must_use]
    pub const fn status(self) -> Status {
        assert!(self.code >= 100 && self.code < 600, "a status code lies in 100..=599");
        Status {
            code: self.code,
            exposed: self.exposed,
            grpc: self.grpc,
            name: self.name,
            slug: self.slug,
            reason: self.reason,
            documentation: self.documentation,
            title: self.title,
            type_uri: self.type_uri,
            body: self.body,
        }
    }
}

/// The parts of a table, as generated code writes them.
pub struct TableParts {
    /// The name of the type.
    pub name: &'static str,
    /// The doc comment of the type.
    pub documentation: &'static str,
    /// What precedes the slug in each `type` URI.
    pub type_base: Option<&'static str>,
    /// The type's own statuses, in declaration order.
    pub statuses: &'static [Status],
    /// The tables of the types that its variants delegate to.
    pub delegates: &'static [&'static Table],
}

impl TableParts {
    /// The table with these parts.
    #[must_use]
    pub const fn table(self) -> Table {
        let Self { name, documentation, type_base, statuses, delegates } = self;
        Table { name, documentation, type_base, statuses, delegates }
    }
}

pub use crate::__table_traits as table_traits;
pub use acyclic::{Acyclic, Cycles, End, Next, Unchecked};
pub use delegates::{Clash, check_delegate, clashes, count, slots};
pub use lookup::{statuses_by_code, values_by_code};

/// What a `dynamic` field can be.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the code of a `dynamic` variant",
    label = "is not `Copy + Into<u16>`",
    note = "`u16` and `http::StatusCode` can; convert the field to one of them where the variant is made"
)]
pub trait DynamicCode: Copy + Into<u16> {}

// Without this, the compiler would name the bounds of this `impl` and not the note above.
#[diagnostic::do_not_recommend]
impl<T: Copy + Into<u16>> DynamicCode for T {}

pub fn code_of<T: DynamicCode>(field: &T) -> u16 {
    (*field).into()
}

/// The status of a `dynamic` variant: the canonical row of its code, or of `fallback` where the code
/// lies outside the type's range. Without `exposure`, a client's mistake is told to it.
#[must_use]
pub fn dynamic(
    code: u16,
    range: RangeInclusive<u16>,
    fallback: u16,
    exposure: Option<bool>,
) -> &'static Status {
    let code = if range.contains(&code) { code } else { fallback };
    let status =
        if exposure.unwrap_or(code < 500) { of::exposed(code) } else { of::canonical(code) };
    // The macro has checked that the range and the fallback hold codes alone.
    status.unwrap_or(BROKEN)
}

pub fn try_from_code<T>(
    found: Option<T>,
    code: u16,
    table: &'static Table,
) -> Result<T, InvalidStatus> {
    found.ok_or_else(|| InvalidStatus::code(code, table))
}

/// "503", "503 Service Unavailable", or a former phrase in the place of the reason. A reason alone has
/// been tried.
pub fn parse<T: PartialEq>(
    text: &str,
    from_code: fn(u16) -> Option<T>,
    from_reason: fn(&str) -> Option<T>,
    from_former: fn(&str) -> Option<T>,
    table: &'static Table,
) -> Result<T, InvalidStatus> {
    let found = match split_code(text) {
        Some((code, "")) => from_code(code),
        Some((code, reason)) => from_code(code).filter(|row| {
            let reason = reason.strip_prefix(' ');
            let other =
                reason.and_then(|reason| from_reason(reason).or_else(|| from_former(reason)));
            other.is_some_and(|other| *row == other)
        }),
        None => from_former(text),
    };
    found.ok_or_else(|| InvalidStatus::text(text, table))
}

/// The three digits that a text begins with, and what follows them.
fn split_code(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at_checked(3)?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((digits.parse().ok()?, rest))
}

/// What exists under the feature `problem` alone.
#[cfg(feature = "problem")]
#[doc(hidden)]
#[macro_export]
macro_rules! __if_problem {
    ($($tokens:tt)*) => { $($tokens)* };
}
#[cfg(not(feature = "problem"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __if_problem {
    ($($tokens:tt)*) => {};
}
pub use crate::__if_problem as if_problem;

#[cfg(feature = "problem")]
#[doc(hidden)]
#[macro_export]
macro_rules! __needs_problem {
    ($key:literal) => {};
}
#[cfg(not(feature = "problem"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __needs_problem {
    ($key:literal) => {
        ::core::compile_error!(::core::concat!(
            "`",
            $key,
            "(…)` needs status-core's feature `problem`; run `cargo add status-core --features problem`",
        ));
    };
}
pub use crate::__needs_problem as needs_problem;

/// What led to an error, for the types that are one: a method of the type itself comes before that of
/// a trait, and is no candidate where its bound does not hold.
#[cfg(feature = "problem")]
pub struct Of<'a, T: ?Sized>(pub &'a T);
#[cfg(feature = "problem")]
impl<'a, T: Error + ?Sized> Of<'a, T> {
    #[must_use]
    pub fn source_error(self) -> Option<&'a (dyn Error + 'static)> {
        self.0.source()
    }
}
#[cfg(feature = "problem")]
pub trait NoError: Sized {
    fn source_error<'a>(self) -> Option<&'a (dyn Error + 'static)> {
        None
    }
}
#[cfg(feature = "problem")]
impl<T: ?Sized> NoError for Of<'_, T> {}

pub use crate::__actix_web as actix_web;
pub use crate::__axum as axum;
pub use crate::__http as http;
pub use crate::__poem as poem;
pub use crate::__rocket as rocket;
pub use crate::__salvo as salvo;
pub use crate::__tonic as tonic;
pub use crate::__warp as warp;
#[cfg(feature = "actix_web")]
pub use crate::http::actix_web::on::code as actix_web_code;
#[cfg(feature = "poem")]
pub use crate::http::poem::on::error as poem_error;
#[cfg(feature = "salvo")]
pub use crate::http::salvo::on::{Written, write as salvo_write};
#[cfg(feature = "actix_web")]
pub use ::actix_web;
#[cfg(feature = "http")]
pub use ::http;
#[cfg(feature = "poem")]
pub use ::poem;
#[cfg(feature = "rocket")]
pub use ::rocket;
#[cfg(feature = "tonic")]
pub use ::tonic;
#[cfg(feature = "warp")]
pub use ::warp;
#[cfg(feature = "axum")]
pub use axum_core;
#[cfg(feature = "http")]
pub use bytes::Bytes;
#[cfg(feature = "salvo")]
pub use salvo_core;
