//! The error codes of gRPC, each with the HTTP code that google.rpc pairs with it.

/// What google.rpc says about one code, and what else is usual.
pub struct Grpc {
    /// As a constant.
    pub name: &'static str,
    /// The HTTP code that `google/rpc/code.proto` pairs with it.
    pub http: u16,
    /// Codes of another class that mean the same. gRPC's own mapping from HTTP turns 404 into
    /// UNIMPLEMENTED and 429 into UNAVAILABLE.
    also: &'static [u16],
}

const fn grpc(name: &'static str, http: u16, also: &'static [u16]) -> Grpc {
    Grpc { name, http, also }
}

/// In order, from 1: 0 is OK, which is not an error.
pub const CODES: [Grpc; 16] = [
    grpc("CANCELLED", 499, &[]),
    grpc("UNKNOWN", 500, &[]),
    grpc("INVALID_ARGUMENT", 400, &[]),
    grpc("DEADLINE_EXCEEDED", 504, &[408]),
    grpc("NOT_FOUND", 404, &[]),
    grpc("ALREADY_EXISTS", 409, &[]),
    grpc("PERMISSION_DENIED", 403, &[]),
    grpc("RESOURCE_EXHAUSTED", 429, &[503, 507]),
    grpc("FAILED_PRECONDITION", 400, &[]),
    grpc("ABORTED", 409, &[]),
    grpc("OUT_OF_RANGE", 400, &[]),
    grpc("UNIMPLEMENTED", 501, &[404, 405]),
    grpc("INTERNAL", 500, &[]),
    grpc("UNAVAILABLE", 503, &[429]),
    grpc("DATA_LOSS", 500, &[]),
    grpc("UNAUTHENTICATED", 401, &[]),
];

impl Grpc {
    /// The code with this number.
    pub fn by_value(value: u8) -> Option<&'static Self> {
        CODES.get(usize::from(value).checked_sub(1)?)
    }

    /// Whether a status with this HTTP code can have this gRPC code: both say who is at fault.
    pub fn fits(&self, http: u16) -> bool {
        self.http / 100 == http / 100 || self.also.contains(&http)
    }
}
