//! HTTP codes and gRPC codes (`google.rpc.Code`).

use tonic::Code;

use crate::class::Class;
use crate::status::Status;

/// The variant's gRPC code or, if it has none, the code that `google.rpc.Code` pairs with the HTTP
/// code. Codes that it does not list are mapped by their meaning.
pub(super) fn grpc_code(status: &Status) -> Code {
    if let Some(code) = status.grpc() {
        return Code::from_i32(code.into());
    }
    match status.code() {
        401 | 407 | 511 => Code::Unauthenticated,
        403 | 451 => Code::PermissionDenied,
        404 | 410 => Code::NotFound,
        405 | 501 | 505 => Code::Unimplemented,
        408 | 504 => Code::DeadlineExceeded,
        409 => Code::Aborted,
        402 | 412 | 417 | 423..=426 | 428 => Code::FailedPrecondition,
        413 | 429 | 431 | 507 => Code::ResourceExhausted,
        416 => Code::OutOfRange,
        499 => Code::Cancelled,
        502 | 503 => Code::Unavailable,
        _ => match status.class() {
            Class::ClientError => Code::InvalidArgument,
            Class::ServerError => Code::Internal,
            // The call has failed, even if the HTTP code is not an error code.
            _ => Code::Unknown,
        },
    }
}

/// The HTTP code that `google.rpc.Code` pairs with a gRPC code.
pub(super) const fn http_code(code: Code) -> u16 {
    match code {
        Code::Ok => 200,
        Code::InvalidArgument | Code::FailedPrecondition | Code::OutOfRange => 400,
        Code::Unauthenticated => 401,
        Code::PermissionDenied => 403,
        Code::NotFound => 404,
        Code::AlreadyExists | Code::Aborted => 409,
        Code::ResourceExhausted => 429,
        Code::Cancelled => 499,
        Code::Unknown | Code::Internal | Code::DataLoss => 500,
        Code::Unimplemented => 501,
        Code::Unavailable => 503,
        Code::DeadlineExceeded => 504,
    }
}
