use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(transparant)]
    Failed(std::io::Error),
}

fn main() {}
