use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(IM_A_TEAPOT)]
    Failed,
}

fn main() {}
