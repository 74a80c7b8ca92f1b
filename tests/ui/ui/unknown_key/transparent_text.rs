use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(transparent = "inner")]
    Stock { inner: Inner },
}

fn main() {}
