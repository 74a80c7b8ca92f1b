use status_core::HttpStatus;

#[derive(HttpStatus)]
enum OnVariant {
    /// It failed.
    #[status(404, header("Retry-After" = "1"), allow(stray_header))]
    Failed,
    /// It has a meaning here.
    #[status(413, header("Retry-After" = "1"))]
    TooLarge,
}

#[derive(HttpStatus)]
#[status(allow(stray_header))]
enum OnType {
    /// It failed.
    #[status(404, header("Retry-After" = "1"))]
    Failed,
}

/// It failed.
#[derive(HttpStatus)]
#[status(404, header("Retry-After" = "1"), allow(stray_header))]
struct OnStruct;

/// It has a meaning with each of the class, and a tab may stand in a value.
#[derive(HttpStatus)]
#[status(range = 3xx)]
enum Elsewhere {
    /// There are several.
    #[status(300, header("Retry-After" = "1"), header("X-Text" = "a\tb"))]
    Several,
    /// Nobody knows this one.
    #[status(399, reason = "Odd", allow(unregistered_code), header("Retry-After" = "1"))]
    Odd,
}

/// What has no content may say that it sends none.
#[derive(HttpStatus)]
#[status(range = 204..=204)]
enum Done {
    /// It went well.
    #[status(204, redact)]
    Done,
}

pub fn main() {}
