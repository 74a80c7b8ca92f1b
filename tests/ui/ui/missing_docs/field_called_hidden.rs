use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(404, detail = hidden)]
    NotFound { hidden: String },
}

fn main() {}
