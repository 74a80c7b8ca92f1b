use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(599, reason = "", allow(unregistered_code))]
    Failed,
}

fn main() {}
