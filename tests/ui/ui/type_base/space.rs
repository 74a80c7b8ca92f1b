use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(type_base = "https://shop.example/our errors/")]
enum Error {
    /// It failed.
    #[status(404)]
    Failed,
}

fn main() {}
