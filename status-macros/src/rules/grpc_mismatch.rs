//! `grpc_mismatch`: a gRPC code that contradicts the HTTP code.

use crate::error::{Errors, as_written};
use crate::grpc::{CODES, Grpc};
use crate::model::Parsed;

/// A 4xx says that the request was wrong, a 5xx that the server failed (RFC 9110 §15.5, §15.6). The
/// gRPC code says the same, or the clients of the two protocols do different things.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    for variant in &parsed.variants {
        let (Some(code), Some(grpc)) = (variant.code(), &variant.attributes.grpc) else { continue };
        let Some(entry) = Grpc::by_value(grpc.value).filter(|entry| !entry.fits(code.value)) else {
            continue;
        };
        let same = CODES.iter().find(|other| other.http == code.value);
        let write = match same {
            Some(other) => format!("write `grpc = {}`, or ", other.name),
            None => "remove it, or ".to_owned(),
        };
        let blamed = if entry.http < 500 { "the request" } else { "the server" };
        errors.report(
            variant.location,
            grpc,
            &format!("`{}` contradicts `{}`", as_written(grpc), as_written(code)),
            &format!("google.rpc pairs {} with {}, which blames {blamed}", entry.name, entry.http),
            &(write + "add `allow(grpc_mismatch)`"),
        );
    }
}
