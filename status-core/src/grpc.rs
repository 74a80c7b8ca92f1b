//! The gRPC code of each status.

use crate::class::Class;
use crate::status::Status;

/// The names of the codes of `google.rpc.Code`, in order from 1.
#[cfg(feature = "catalog")]
pub(crate) const NAMES: [&str; 16] = [
    "CANCELLED",
    "UNKNOWN",
    "INVALID_ARGUMENT",
    "DEADLINE_EXCEEDED",
    "NOT_FOUND",
    "ALREADY_EXISTS",
    "PERMISSION_DENIED",
    "RESOURCE_EXHAUSTED",
    "FAILED_PRECONDITION",
    "ABORTED",
    "OUT_OF_RANGE",
    "UNIMPLEMENTED",
    "INTERNAL",
    "UNAVAILABLE",
    "DATA_LOSS",
    "UNAUTHENTICATED",
];

const CANCELLED: u8 = 1;
const UNKNOWN: u8 = 2;
const INVALID_ARGUMENT: u8 = 3;
const DEADLINE_EXCEEDED: u8 = 4;
const NOT_FOUND: u8 = 5;
const PERMISSION_DENIED: u8 = 7;
const RESOURCE_EXHAUSTED: u8 = 8;
const FAILED_PRECONDITION: u8 = 9;
const ABORTED: u8 = 10;
const OUT_OF_RANGE: u8 = 11;
const UNIMPLEMENTED: u8 = 12;
const INTERNAL: u8 = 13;
const UNAVAILABLE: u8 = 14;
const UNAUTHENTICATED: u8 = 16;

/// The variant's gRPC code or, if it has none, the code that `google.rpc.Code` pairs with the HTTP
/// code. Codes that it does not list are mapped by their meaning, as the guide lists. 1 to 16.
pub(crate) fn code(status: &Status) -> u8 {
    if let Some(code) = status.grpc() {
        return code;
    }
    match status.code() {
        401 | 407 | 511 => UNAUTHENTICATED,
        403 | 451 => PERMISSION_DENIED,
        404 | 410 => NOT_FOUND,
        405 | 501 | 505 => UNIMPLEMENTED,
        408 | 504 => DEADLINE_EXCEEDED,
        409 => ABORTED,
        402 | 412 | 417 | 423..=426 | 428 => FAILED_PRECONDITION,
        413 | 429 | 431 | 507 => RESOURCE_EXHAUSTED,
        416 => OUT_OF_RANGE,
        499 => CANCELLED,
        502 | 503 => UNAVAILABLE,
        _ => match status.class() {
            Class::ClientError => INVALID_ARGUMENT,
            Class::ServerError => INTERNAL,
            // The call has failed, even if the HTTP code is not an error code.
            _ => UNKNOWN,
        },
    }
}

/// The name of [`code`].
#[cfg(feature = "catalog")]
pub(crate) fn name(status: &Status) -> &'static str {
    NAMES.get(usize::from(code(status)).wrapping_sub(1)).copied().unwrap_or("UNKNOWN")
}

#[cfg(all(test, feature = "catalog"))]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::format;
    use alloc::string::{String, ToString};

    use super::name;
    use crate::status::Status;

    #[test]
    fn the_guide_has_every_default() {
        let guide = include_str!("docs/frameworks/tonic.md");
        let (_, table) = guide.split_once("# The default gRPC codes").unwrap();
        let documented = |code: u16| -> String {
            let (code, other) = (code.to_string(), format!("any other {}xx", code / 100));
            let row = |wanted: &str| {
                table.lines().find_map(|line| {
                    let (codes, name) = line.strip_prefix("| ")?.split_once(" | ")?;
                    codes.split(", ").any(|it| it == wanted).then(|| name.replace(['`', '|'], ""))
                })
            };
            row(&code).or_else(|| row(&other)).unwrap().trim().to_owned()
        };
        for code in 400..=599 {
            assert_eq!(documented(code), name(Status::from_code(code).unwrap()), "{code}");
        }
    }
}
