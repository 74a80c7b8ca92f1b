use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, my_crate::respond)]
    Failed,
}

fn main() {}
