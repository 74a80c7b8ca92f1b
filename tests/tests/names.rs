//! Names that `misleading_name` must leave alone: variants in the manner of database drivers, HTTP
//! clients, gRPC services and shops, each with a code that such a crate gives it.

use status_core::HttpStatus;

#[derive(HttpStatus)]
#[expect(dead_code, reason = "the variants only have to compile")]
enum Error {
    /// It failed.
    #[status(404)]
    RowNotFound,
    /// It failed.
    #[status(410)]
    OrderNotFound,
    /// It failed.
    #[status(502)]
    UpstreamNotFound,
    /// It failed.
    #[status(502)]
    UpstreamBadRequest,
    /// It failed.
    #[status(503)]
    PoolTimedOut,
    /// It failed.
    #[status(500)]
    ConnectTimeout,
    /// It failed.
    #[status(408)]
    Timeout,
    /// It failed.
    #[status(403)]
    AccountLocked,
    /// It failed.
    #[status(503)]
    DatabaseLocked,
    /// It failed.
    #[status(400)]
    RedirectLoopDetected,
    /// It failed.
    #[status(503)]
    ReplicaGone,
    /// It failed.
    #[status(500)]
    IndexOutOfRange,
    /// It failed.
    #[status(416)]
    OutOfRange,
    /// It failed.
    #[status(409)]
    ProductUnavailable,
    /// It failed.
    #[status(404)]
    Unavailable,
    /// It failed.
    #[status(403)]
    SubmissionDeadlineExceeded,
    /// It failed.
    #[status(408)]
    DeadlineExceeded,
    /// It failed.
    #[status(500)]
    PortConflict,
    /// It failed.
    #[status(412)]
    VersionConflict,
    /// It failed.
    #[status(500)]
    Aborted,
    /// It failed.
    #[status(409)]
    Cancelled,
    /// It failed.
    #[status(404)]
    Unknown,
    /// It failed.
    #[status(503)]
    Internal,
    /// It failed.
    #[status(422)]
    InvalidArgument,
    /// It failed.
    #[status(404)]
    PermissionDenied,
    /// It failed.
    #[status(507)]
    ResourceExhausted,
    /// It failed.
    #[status(422)]
    EmailAlreadyExists,
    /// It failed.
    #[status(404)]
    NothingFound,
    /// It failed.
    #[status(403)]
    QuotaExceeded,
    /// It failed.
    #[status(500)]
    DecodeFailed,
    /// It failed.
    #[status(500)]
    Io,
    /// It failed.
    #[status(403)]
    TokenExpired,
    /// It failed.
    #[status(409)]
    InvalidState,
    /// It failed.
    #[status(503)]
    NotConnected,
    /// It failed.
    #[status(500)]
    MissingTemplate,
}

#[test]
fn a_name_that_fits_its_code_compiles() {
    assert_eq!(Error::UpstreamNotFound.code(), 502);
}
