use status_core::HttpStatus;

#[derive(HttpStatus)]
enum OnVariant {
    /// There is no such endpoint.
    #[status(404, slug = "M_UNRECOGNIZED")]
    NoEndpoint,
    /// The endpoint has no such method.
    #[status(405, slug = "M_UNRECOGNIZED", header("Allow" = "GET"), allow(duplicate))]
    NoMethod,
}

#[derive(HttpStatus)]
#[status(allow(duplicate))]
enum OnType {
    /// Too late to answer with anything else.
    #[status(400, slug = "InternalError")]
    Late,
    /// It failed.
    #[status(500, slug = "InternalError")]
    Failed,
}

pub fn main() {}
