use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(NotFond)]
    Failed,
}

fn main() {}
