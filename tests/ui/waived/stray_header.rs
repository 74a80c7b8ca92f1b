use status_core::HttpStatus;

#[derive(HttpStatus)]
enum OnVariant {
    /// It failed.
    #[status(404, header("Retry-After" = "1"), allow(stray_header))]
    Failed,
    /// `Retry-After` has a meaning here.
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

/// `Retry-After` has a meaning with every 3xx. A value may contain a tab.
#[derive(HttpStatus)]
#[status(range = 3xx)]
enum Elsewhere {
    /// There are several.
    #[status(300, header("Retry-After" = "1"), header("X-Text" = "a\tb"))]
    Several,
    /// The code is not registered.
    #[status(399, reason = "Odd", allow(unregistered_code), header("Retry-After" = "1"))]
    Odd,
}

/// A status without content may be redacted.
#[derive(HttpStatus)]
#[status(range = 204..=204)]
enum Done {
    /// The request succeeded.
    #[status(204, redact)]
    Done,
}

pub fn main() {}
