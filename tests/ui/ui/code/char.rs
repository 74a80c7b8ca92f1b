use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status('4')]
    Failed,
}

fn main() {}
