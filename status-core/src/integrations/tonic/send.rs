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

use crate::grpc;
use crate::problem::answer::Answer;
use crate::problem::details::Details;
use crate::problem::field_errors::{FieldError, FieldErrors};
use crate::problem::grpc_status::GrpcStatus;
use crate::problem::object::Problem;
use crate::problem::retry_after::RetryAfter;
use crate::status::Status;

/// How many bytes of the trailers a status may take. Many peers accept 8 KiB in total, and other
/// fields need some of that.
const BUDGET: usize = 7 * 1024;

/// The most that header fields, and that members, may take of it. The rest is for the message.
const SHARE: usize = 2 * 1024;

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
    let mut left = BUDGET;
    let metadata = metadata(&fields, &mut left);
    let details = details.unwrap_or_else(|| Details::new(status));
    let mut sent = ErrorDetails::new();
    if delay.is_some() {
        sent.set_retry_info(delay);
    }
    let received = received.filter(|(reason, domain)| fits(reason, domain, &mut left));
    let (reason, domain) = received.unwrap_or_else(|| (reason(status), domain(status)));
    let info = info(status, &details, &mut left);
    sent.set_error_info(reason, domain, info);
    let violations = violations(&details, &mut left);
    if !violations.is_empty() {
        sent.set_bad_request(violations);
    }
    let message = match details.standard.detail {
        Some(detail) => Cow::Owned(detail),
        None => details.standard.title,
    };
    let message = bounded(message, left);
    let code = Code::from_i32(code);
    tonic::Status::with_error_details_and_metadata(code, message, sent, metadata)
}

/// The header fields, under their own names.
fn metadata(fields: &HeaderMap, left: &mut usize) -> MetadataMap {
    let mut sent = HeaderMap::new();
    let mut share = SHARE;
    for (name, value) in fields {
        if is_reserved(name) || !is_metadata(name, value) {
            continue;
        }
        // The overhead of a field in the size of a header list (RFC 9113 §6.5.2) is 32 bytes.
        let Some(rest) = share.checked_sub(name.as_str().len() + value.len() + 32) else {
            continue;
        };
        share = rest;
        // Fails only if there are already 32,768 fields.
        let _ = sent.try_append(name, value.clone());
    }
    *left -= SHARE - share;
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

/// Whether a reason and a domain fit that another server wrote.
fn fits(reason: &str, domain: &str, left: &mut usize) -> bool {
    let size = in_details(reason.len() + domain.len());
    let fits = size <= SHARE;
    if fits {
        *left -= size;
    }
    fits
}

/// The `type`, the `status`, the `instance` and the members, which are text if they are strings, and JSON otherwise.
/// The title is sent too if it is not the message.
fn info(status: &Status, details: &Details, left: &mut usize) -> HashMap<String, String> {
    let mut info = HashMap::new();
    let mut share = SHARE;
    let mut add = |name: &str, value: String| {
        if let Some(rest) = share.checked_sub(in_details(name.len() + value.len() + 8)) {
            share = rest;
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
    // The reason and the domain are needed, and known at compile time.
    *left = left.saturating_sub(SHARE - share + in_details(2 * status.slug().len() + 128));
    info
}

/// The member `errors`, if it is a list of faults as in the example of RFC 9457 §3: objects with a
/// `detail`, and a `pointer` to what is wrong.
fn violations(details: &Details, left: &mut usize) -> Vec<FieldViolation> {
    // Not `get`, which in a problem from gRPC reads a text as a list too.
    let errors = details.member_json("errors").map(serde_json::from_str::<FieldErrors>);
    let errors = errors.and_then(Result::ok).unwrap_or_default();
    let mut share = SHARE.min(*left);
    let before = share;
    let violations = errors.into_iter().map_while(|FieldError { detail, pointer, .. }| {
        let pointer = pointer.unwrap_or_default();
        share = share.checked_sub(in_details(detail.len() + pointer.len() + 8))?;
        Some(FieldViolation::new(pointer, detail))
    });
    let violations = violations.collect();
    *left -= before - share;
    violations
}

/// The size in the details, which are in Base64.
const fn in_details(length: usize) -> usize {
    length.div_ceil(3) * 4
}

/// Truncates a message that does not fit: if the trailers are too long, the client sees a protocol
/// error instead of the code.
fn bounded(message: Cow<'static, str>, mut left: usize) -> String {
    let cost = |c: char| {
        // Percent-encoded in `grpc-message`, and repeated in the details.
        let is_plain = c.is_ascii_alphanumeric();
        let sent = if is_plain { 1 } else { 3 * c.len_utf8() };
        sent + 2 * c.len_utf8()
    };
    let end = message.char_indices().find(|(_, c)| {
        let fits = left.checked_sub(cost(*c));
        left = fits.unwrap_or(left);
        fits.is_none()
    });
    let end = end.map(|(end, _)| end);
    let mut message = message.into_owned();
    if let Some(end) = end {
        message.truncate(end);
        message.push('…');
    }
    message
}
