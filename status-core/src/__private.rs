//! What the macros' output cites. No part of the public interface: it changes with the macros.

#[cfg(feature = "problem")]
use core::error::Error;
use core::ops::RangeInclusive;

use crate::{InvalidStatus, ServerError, Status, Table, hold, of};

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

/// One row. It is made of literals alone: whatever the compiler has to look up for each of a thousand
/// rows is what their type costs to build.
#[must_use]
#[expect(clippy::too_many_arguments, reason = "called by the macros, which count")]
pub const fn row(
    code: u16,
    exposed: bool,
    names: &'static str,
    name_len: u32,
    reason: &'static str,
    documentation: &'static str,
    type_uri: &'static str,
    title: &'static str,
    body: &'static str,
) -> Status {
    // A response is built from the code without asking again; here, a wrong one fails to compile.
    assert!(code >= 100 && code < 600, "a status code lies in 100..=599");
    Status { code, exposed, grpc: 0, names, name_len, reason, documentation, title, type_uri, body }
}

/// A row that has its documentation for a title. It does not call `row`: to evaluate that call would cost
/// what is saved.
#[must_use]
#[expect(clippy::too_many_arguments, reason = "called by the macros, which count")]
pub const fn typed(
    code: u16,
    exposed: bool,
    names: &'static str,
    name_len: u32,
    reason: &'static str,
    documentation: &'static str,
    type_uri: &'static str,
    body: &'static str,
) -> Status {
    // As in `row`.
    assert!(code >= 100 && code < 600, "a status code lies in 100..=599");
    let title = documentation;
    Status { code, exposed, grpc: 0, names, name_len, reason, documentation, title, type_uri, body }
}

/// A row without a type, whose title is its reason (RFC 9457 §4.2.1).
#[must_use]
pub const fn untyped(
    code: u16,
    exposed: bool,
    names: &'static str,
    name_len: u32,
    reason: &'static str,
    documentation: &'static str,
    body: &'static str,
) -> Status {
    // As in `row`.
    assert!(code >= 100 && code < 600, "a status code lies in 100..=599");
    let (type_uri, title) = ("", reason);
    Status { code, exposed, grpc: 0, names, name_len, reason, documentation, title, type_uri, body }
}

/// A status with a gRPC code of its own.
#[must_use]
pub const fn with_grpc(status: Status, code: u8) -> Status {
    Status { grpc: code, ..status }
}

#[must_use]
pub const fn table(
    name: &'static str,
    documentation: &'static str,
    statuses: &'static [Status],
    delegates: &'static [&'static Table],
) -> Table {
    Table::new(name, documentation, statuses, delegates)
}

pub use crate::__table_traits as table_traits;
pub use crate::lookup::{hash, place_of_reason, rows_by_code, values_by_code};

/// Holds a table that another one delegates to; see `hold.rs`.
#[track_caller]
pub const fn hold_delegate(outer: &'static Table, index: usize, start: u16, end: u16) {
    hold::delegate(outer, index, start, end);
}

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
