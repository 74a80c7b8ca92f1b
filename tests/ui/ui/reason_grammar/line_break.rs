use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(599, reason = "Odd\r\nSet-Cookie: a=b", allow(unregistered_code))]
    Failed,
}

fn main() {}
