use status_core::HttpStatus;

#[derive(HttpStatus)]
enum OnVariant {
    /// It failed.
    #[status(401, allow(missing_header))]
    Failed,
    /// The field is optional.
    #[status(405, header("Allow" = 0), allow(missing_header))]
    Optional(Option<String>),
    /// One of the two fields is always sent.
    #[status(405, header("allow" = 0), header("Allow" = "GET"))]
    Twice(Option<String>),
    /// The field is always sent.
    #[status(407, header("proxy-authenticate" = challenge))]
    There { challenge: String },
}

#[derive(HttpStatus)]
#[status(allow(missing_header))]
enum OnType {
    /// It failed.
    #[status(401)]
    Failed,
}

/// It failed.
#[derive(HttpStatus)]
#[status(401, allow(missing_header))]
struct OnStruct;

pub fn main() {}
