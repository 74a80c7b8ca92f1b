//! The statuses of axum's rejections.

use alloc::boxed::Box;
use core::fmt;

#[cfg(feature = "axum_multipart")]
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::rejection::{
    BytesRejection, ExtensionRejection, FailedToBufferBody, FormRejection, JsonRejection,
    NestedPathRejection, PathRejection, QueryRejection, RawFormRejection, RawPathParamsRejection,
    StringRejection,
};
#[cfg(feature = "axum_ws")]
use axum::extract::ws::rejection::WebSocketUpgradeRejection;

use super::convert::AxumRejection;
use crate::http_status::HttpStatus;
use crate::macro_support::clashes::equal;
use crate::problem::header_fields::HeaderFields;
use crate::problem::members::Members;
use crate::rejection::kind::Rejection;
use crate::status::Status;
use crate::table::{StatusTable, Table};

macro_rules! statuses {
    ($($type:ident: $documentation:literal $($name:ident)*;)*) => {$(
        impl HttpStatus for $type {
            fn status(&self) -> &'static Status {
                self.rejection().status()
            }

            fn members(&self, members: &mut Members<'_>) {
                self.rejection().members(members);
            }

            fn header_fields(&self, fields: &mut HeaderFields<'_>) {
                self.rejection().header_fields(fields);
            }

            // axum's message repeats what the client sent in full. Of a failure to read the
            // content, it has the cause, which says nothing about the request.
            fn detail<'a>(
                &'a self,
                status: &'static Status,
                message: &'a dyn fmt::Display,
            ) -> Option<&'a dyn fmt::Display> {
                let rejection = self.rejection();
                let is_summary = rejection.errors().is_some()
                    || matches!(rejection, Rejection::UnreadableContent { .. });
                match status.exposes_message() {
                    true if is_summary => Some(rejection.summary()),
                    true => Some(message),
                    false => None,
                }
            }

            fn source_error(&self) -> Option<&(dyn core::error::Error + 'static)> {
                core::error::Error::source(self)
            }
        }

        impl From<$type> for Rejection {
            fn from(error: $type) -> Self {
                match error.rejection() {
                    Self::UnreadableContent { .. } => {
                        Self::UnreadableContent { source: Some(Box::new(error)) }
                    }
                    rejection => rejection,
                }
            }
        }

        impl StatusTable for $type {
            const TABLE: &'static Table = {
                const COUNT: usize = [$(stringify!($name)),*].len();
                static STATUSES: [Status; COUNT] = [$(status(stringify!($name))),*];
                static TABLE: Table = Table {
                    module: "axum::extract::rejection",
                    name: stringify!($type),
                    documentation: $documentation,
                    type_base: None,
                    statuses: &STATUSES,
                    delegates: &[],
                };
                &TABLE
            };
        }
    )*};
}

statuses! {
    FailedToBufferBody: "The content cannot be read." UnreadableContent ContentTooLarge;
    BytesRejection: "The content cannot be read." UnreadableContent ContentTooLarge;
    StringRejection: "The content cannot be read as text."
        MalformedText UnreadableContent ContentTooLarge;
    JsonRejection: "The content cannot be read as JSON."
        MalformedJson UnexpectedJson UnreadableContent ContentTooLarge UnsupportedMediaType;
    QueryRejection: "The query cannot be read." UnexpectedQuery;
    FormRejection: "The form cannot be read."
        UnexpectedForm UnexpectedQuery UnreadableContent ContentTooLarge UnsupportedMediaType;
    RawFormRejection: "The form cannot be read."
        UnreadableContent ContentTooLarge UnsupportedMediaType;
    PathRejection: "The path cannot be read." UnexpectedPath Misconfigured;
    RawPathParamsRejection: "The path cannot be read." UnexpectedPath Misconfigured;
    ExtensionRejection: "The request has no such extension." Misconfigured;
    NestedPathRejection: "The route is not nested." Misconfigured;
}

#[cfg(feature = "axum_multipart")]
statuses! {
    MultipartRejection: "The parts of the content cannot be read." UnreadableContent;
    MultipartError: "A part of the content cannot be read."
        UnreadableContent ContentTooLarge Misconfigured;
}

#[cfg(feature = "axum_ws")]
statuses! {
    WebSocketUpgradeRejection: "The connection cannot become a WebSocket."
        UnexpectedHeader MethodNotAllowed UpgradeRequired;
}

/// The status of this variant of [`Rejection`].
const fn status(name: &str) -> Status {
    let statuses = Rejection::TABLE.statuses();
    let mut at = 0;
    while !equal(statuses[at].name(), name) {
        at += 1;
    }
    statuses[at]
}
