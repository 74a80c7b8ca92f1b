use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(dynamic = code)]
    Failed { code: u16 },
}

fn main() {}
