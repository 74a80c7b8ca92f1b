//! `GrpcStatus`: what only gRPC has of a received problem.

use alloc::string::String;

/// The parts of the status of a gRPC call that are not in the problem read from it. They are sent
/// again if the problem is forwarded.
#[derive(Clone)]
pub(crate) struct GrpcStatus {
    /// A code of `google.rpc.Code`, except `OK`.
    pub code: i32,
    /// The reason and the domain, if it has an `ErrorInfo`.
    pub info: Option<(String, String)>,
}
