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

fn main() {}
