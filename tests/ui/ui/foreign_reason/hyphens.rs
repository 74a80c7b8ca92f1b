use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(range = 2xx)]
enum Error {
    /// It failed.
    #[status(203, reason = "Non Authoritative Information")]
    Failed,
}

fn main() {}
