use status_core::HttpStatus;

struct Text;

#[derive(Debug, HttpStatus)]
enum Error {
    /// Not `Display`.
    #[status(503, detail = 0)]
    Field(Vec<u8>),
    /// Not `Display` either.
    #[status(503, detail = text)]
    Option { text: Option<Vec<u8>> },
}

fn main() {
    let _ = Text;
}
