use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(range = 4xx, 5xx)]
enum Error {
    /// It has a class.
    #[status(4xx)]
    Class,
    /// It has a call.
    #[status(StatusCode::from_u16(404))]
    Call,
    /// It has a call without a number.
    #[status(StatusCode::from_u16(code))]
    Other,
}

fn main() {}
