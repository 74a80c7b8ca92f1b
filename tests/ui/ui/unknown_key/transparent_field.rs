use status_core::{ClientError, HttpStatus};

#[derive(HttpStatus)]
enum Error {
    #[status(transparent = inner)]
    Misspelled { innner: ClientError, id: u8 },
    #[status(transparent = 2)]
    Index(u8, ClientError),
    #[status(transparent(inner))]
    List { inner: ClientError, id: u8 },
    #[status(transparent = "inner")]
    Text { inner: ClientError, id: u8 },
}

fn main() {}
