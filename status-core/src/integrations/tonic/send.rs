//! A response as the status of a gRPC call, in the error model of AIP-193.

use alloc::borrow::{Cow, ToOwned};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::collections::HashMap;

use http::header::{
    CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, TE, TRANSFER_ENCODING, UPGRADE,
};
use http::{HeaderMap, HeaderValue};
use tonic::Code;
use tonic::metadata::MetadataMap;
use tonic_types::{ErrorDetails, FieldViolation, StatusExt as _};

use super::budget::{Budget, Share, entry, field, in_details, in_message, own_reason};
use crate::grpc;
use crate::problem::answer::Answer;
use crate::problem::details::Details;
use crate::problem::field_errors::{FieldError, FieldErrors};
use crate::problem::grpc_status::GrpcStatus;
use crate::problem::object::Problem;
use crate::problem::retry_after::RetryAfter;
use crate::status::Status;

impl From<Answer> for tonic::Status {
    fn from(answer: Answer) -> Self {
        let code = grpc::code(answer.status).into();
        sent(answer, GrpcStatus { code, info: None })
    }
}

impl From<Problem> for tonic::Status {
    fn from(problem: Problem) -> Self {
        let problem = problem.sendable();
        // Without a required header field, the response is a 500.
        let forwarded = problem.grpc_status().filter(|_| problem.lost().is_none()).cloned();
        let answer = Answer::from(problem);
        match forwarded {
            Some(forwarded) => sent(answer, forwarded),
            None => answer.into(),
        }
    }
}

integrate_own_types!(__tonic);

fn sent(answer: Answer, GrpcStatus { code, info: received }: GrpcStatus) -> tonic::Status {
    let Answer { status, fields, details, .. } = answer;
    let delay = RetryAfter::from_headers(&fields).and_then(|when| when.delay_since(None));
    let mut budget = Budget::new();
    let metadata = metadata(&fields, budget.share());
    let details = details.unwrap_or_else(|| Details::new(status));
    let mut sent = ErrorDetails::new();
    if delay.is_some() {
        sent.set_retry_info(delay);
    }
    // Another server decides how long they are.
    let received = received
        .filter(|(reason, domain)| budget.share().take(in_details(reason.len() + domain.len())));
    let (reason, domain) = received.unwrap_or_else(|| (reason(status), domain(status)));
    let info = info(status, &details, budget.share());
    sent.set_error_info(reason, domain, info);
    budget.take_always(own_reason(status.slug()));
    let violations = violations(&details, budget.share());
    if !violations.is_empty() {
        sent.set_bad_request(violations);
    }
    let message = match details.standard.detail {
        Some(detail) => Cow::Owned(detail),
        None => details.standard.title,
    };
    let message = bounded(message, budget);
    let code = Code::from_i32(code);
    tonic::Status::with_error_details_and_metadata(code, message, sent, metadata)
}

/// The header fields, under their own names.
fn metadata(fields: &HeaderMap, mut share: Share<'_>) -> MetadataMap {
    let mut sent = HeaderMap::new();
    for (name, value) in fields {
        let is_valid = is_metadata(name, value) && !is_reserved(name);
        if is_valid && share.take(field(name.as_str(), value.as_bytes())) {
            // Fails only if there are already thousands of fields.
            let _ = sent.try_append(name, value.clone());
        }
    }
    MetadataMap::from_headers(sent)
}

/// Whether gRPC or HTTP/2 keeps a field to itself.
fn is_reserved(name: &HeaderName) -> bool {
    // For gRPC, and for values in Base64.
    name.as_str().starts_with("grpc-")
        || name.as_str().ends_with("-bin")
        // Of the content, which in gRPC is another.
        || [CONTENT_TYPE, CONTENT_LENGTH].contains(name)
        // Of the connection: a message of HTTP/2 with one is malformed (RFC 9113 §8.2.2).
        || [CONNECTION, TE, TRANSFER_ENCODING, UPGRADE].contains(name)
        || ["keep-alive", "proxy-connection"].contains(&name.as_str())
}

/// Whether gRPC allows the name and the value, of which HTTP allows more. A peer may refuse a call with
/// any other.
fn is_metadata(name: &HeaderName, value: &HeaderValue) -> bool {
    let in_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
    let in_value = |byte: &u8| matches!(byte, b' '..=b'~');
    name.as_str().bytes().all(in_name) && !value.is_empty() && value.as_bytes().iter().all(in_value)
}

/// The slug in `UPPER_SNAKE_CASE`.
fn reason(status: &Status) -> String {
    // That of an unregistered code is empty, but AIP-193 requires a reason.
    if status.slug().is_empty() {
        return format!("HTTP_{}", status.code());
    }
    let mut reason = String::new();
    for c in status.slug().chars() {
        let follows_lower = reason.ends_with(|last: char| last.is_ascii_lowercase());
        if c.is_ascii_uppercase() && follows_lower {
            reason.push('_');
        }
        reason.push(if c.is_ascii_alphanumeric() { c } else { '_' });
    }
    reason.make_ascii_uppercase();
    reason
}

/// `grpc_domain`, or the host and the path of the `type_base`.
fn domain(status: &Status) -> String {
    if let Some(domain) = status.row.grpc_domain() {
        return domain.to_owned();
    }
    let Some(uri) = status.type_uri() else { return String::new() };
    let base = uri.strip_suffix(status.slug()).unwrap_or(uri);
    let base = base.split_once("://").map_or(base, |(_, base)| base);
    base.trim_end_matches(['/', ':', '#', '?', '=']).to_owned()
}

/// The `type`, the `status`, the `instance` and the members, which are text if they are strings, and JSON otherwise.
/// The title is sent too if it is not the message.
fn info(status: &Status, details: &Details, mut share: Share<'_>) -> HashMap<String, String> {
    let mut info = HashMap::new();
    let mut add = |name: &str, value: String| {
        if share.take(entry(name, &value)) {
            info.insert(name.to_owned(), value);
        }
    };
    add("status", status.code().to_string());
    if let Some(uri) = &details.type_uri {
        add("type", uri.clone().into_owned());
    }
    if let Some(uri) = &details.instance {
        add("instance", uri.clone());
    }
    // Otherwise, the message is the title.
    if details.detail.is_some() {
        add("title", details.title.clone().into_owned());
    }
    for (name, json) in details.members() {
        let text = serde_json::from_str::<String>(json);
        add(name, text.unwrap_or_else(|_| json.to_owned()));
    }
    info
}

/// The member `errors`, if it is a list of faults as in the example of RFC 9457 §3: objects with a
/// `detail`, and a `pointer` to what is wrong.
fn violations(details: &Details, mut share: Share<'_>) -> Vec<FieldViolation> {
    // Not `get`, which in a problem from gRPC reads a text as a list too.
    let errors = details.member_json("errors").map(serde_json::from_str::<FieldErrors>);
    let errors = errors.and_then(Result::ok).unwrap_or_default();
    let violations = errors.into_iter().map_while(|FieldError { detail, pointer, .. }| {
        let pointer = pointer.unwrap_or_default();
        let fits = share.take(entry(&pointer, &detail));
        fits.then(|| FieldViolation::new(pointer, detail))
    });
    violations.collect()
}

/// Truncates a message that does not fit: if the trailers are too long, the client sees a protocol
/// error instead of the code.
fn bounded(message: Cow<'static, str>, mut budget: Budget) -> String {
    let end = message.char_indices().find(|(_, c)| !budget.take(in_message(*c)));
    let end = end.map(|(end, _)| end);
    let mut message = message.into_owned();
    if let Some(end) = end {
        message.truncate(end);
        message.push('…');
    }
    message
}
