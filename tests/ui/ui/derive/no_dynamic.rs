use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(dynamic = 0, fallback = 502)]
    Failed(Option<String>),
}

fn main() {}
