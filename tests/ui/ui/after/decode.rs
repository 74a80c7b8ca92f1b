use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(decode)]
enum Error {
    /// It failed.
    #[status(404, decode_default(nmae))]
    Misspelled { name: String },
    /// It failed.
    #[status(409, members(name = ))]
    Broken { name: String },
}

fn main() {}
