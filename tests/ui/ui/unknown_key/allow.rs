use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, allow(missing_doc))]
    Failed,
}

fn main() {}
