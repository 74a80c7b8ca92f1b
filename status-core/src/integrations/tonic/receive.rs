//! A problem from the status of a gRPC call.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use http::header::RETRY_AFTER;
use serde_json::value::RawValue;
use tonic::Code;
use tonic_types::{FieldViolation, StatusExt as _};

use super::code::http_code;
use crate::canonical::server_error::ServerError;
use crate::client::read::is_specific;
use crate::problem::field_errors::{FieldError, FieldErrors};
use crate::problem::grpc_status::GrpcStatus;
use crate::problem::header_fields::FieldValue as _;
use crate::problem::object::Problem;
use crate::status::Status;

impl Problem {
    /// Reads the problem in the status of a gRPC call, so that a client can
    /// [decode](crate::problem::Decode) it. This always succeeds.
    ///
    /// A server that converts its error into a [`tonic::Status`] with `#[status(tonic)]` sends an
    /// `ErrorInfo` with the `type`, the HTTP code, the `instance` and the members of the problem, and
    /// the header fields as metadata. It is recognized by the HTTP code, the entry `status` of the
    /// `ErrorInfo`. Of any other status, the message becomes the detail, the metadata of an
    /// `ErrorInfo` the members, a `BadRequest` the member `errors`, and the gRPC code the HTTP code
    /// that `google.rpc.Code` pairs with it. Its members may have any name, even `type` or `title`;
    /// [`get`](crate::problem::Details::get) returns them, and [`forward`](Self::forward) does not
    /// send those with the name of a standard member.
    ///
    /// A `RetryInfo` becomes `Retry-After`. It takes precedence over one in the metadata, which may be a
    /// date of another clock. Other details, such as a `QuotaFailure`, are not read.
    ///
    /// ```
    /// use status_core::HttpStatus;
    /// use status_core::problem::{Decode as _, Problem};
    ///
    /// #[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
    /// #[status(tonic, decode, type_base = "https://shop.example/errors/")]
    /// enum OrderError {
    ///     /// Nothing is left of the item.
    ///     #[error("only {left} left")]
    ///     #[status(409, members(left))]
    ///     SoldOut { left: u32 },
    /// }
    ///
    /// let received = tonic::Status::from(OrderError::SoldOut { left: 3 });
    /// let problem = Problem::from_grpc(&received);
    /// assert_eq!(OrderError::decode(problem), Ok(OrderError::SoldOut { left: 3 }));
    /// ```
    #[must_use]
    #[cfg_attr(docsrs, doc(cfg(feature = "tonic")))]
    pub fn from_grpc(status: &tonic::Status) -> Self {
        let details = status.get_error_details();
        let mut info = details.error_info().map(|info| info.metadata.clone()).unwrap_or_default();
        let message = status.message().to_owned();
        let code = info.get("status").and_then(|code| code.parse().ok());
        let mut problem = if let Some(sent) = code.and_then(Status::from_code) {
            let mut problem = Self::received(sent);
            info.remove("status");
            let type_uri = info.remove("type").filter(|uri| is_specific(uri));
            problem.type_uri = type_uri.map(Cow::Owned);
            problem.instance = info.remove("instance");
            match info.remove("title") {
                Some(title) => {
                    problem.title = Cow::Owned(title);
                    problem.detail = Some(message);
                }
                // Without a detail, the title is the message.
                None => {
                    problem.title = Cow::Owned(message);
                    problem.detail = info.remove("detail");
                }
            }
            problem
        } else {
            // Another service gives the names its own meaning.
            let paired = Status::from_code(http_code(status.code()));
            let mut problem =
                Self::received(paired.unwrap_or(ServerError::InternalServerError.status()));
            problem.detail = Some(message).filter(|message| !message.is_empty());
            problem
        };
        // An error is never sent as `Ok`.
        if status.code() != Code::Ok {
            let info = details.error_info().map(|it| (it.reason.clone(), it.domain.clone()));
            problem.set_grpc_status(GrpcStatus { code: status.code().into(), info });
        }
        // In a fixed order: a map of protobuf has none.
        let mut members: Vec<(String, String)> = info.into_iter().collect();
        members.sort();
        for (name, text) in members {
            if let Ok(json) = serde_json::value::to_raw_value(&text) {
                problem.members.push_received(name, json);
            }
        }
        problem.set_text_members();
        let violations = details.bad_request().map_or(&[][..], |it| &it.field_violations);
        if !violations.is_empty() {
            match problem.get::<String>("errors") {
                Some(text) => {
                    if let Some(list) = list_of_faults(text) {
                        problem.members.insert_json(Cow::Borrowed("errors"), list);
                    }
                }
                None => {
                    let errors: FieldErrors = violations.iter().map(fault).collect();
                    problem.insert(Cow::Borrowed("errors"), &errors);
                }
            }
        }
        let delay = details.retry_info().and_then(|info| info.retry_delay);
        let mut fields = status.metadata().clone().into_headers();
        if let Some(value) = delay.and_then(|delay| delay.field_value()) {
            fields.entry(RETRY_AFTER).or_insert(value);
        }
        problem.keep_fields(fields);
        match delay {
            // A date would be compared with the clock of this machine.
            Some(delay) => problem.retry_after(delay),
            None => problem,
        }
    }
}

/// The list that a `BadRequest` was made of, which is there as text if it fits into the metadata. It may
/// have more than the violations.
fn list_of_faults(text: String) -> Option<Box<RawValue>> {
    serde_json::from_str::<Vec<FieldError>>(&text).ok()?;
    RawValue::from_string(text).ok()
}

fn fault(violation: &FieldViolation) -> FieldError {
    let error = FieldError::new(violation.description.as_str());
    if violation.field.is_empty() { error } else { error.pointer(violation.field.as_str()) }
}
