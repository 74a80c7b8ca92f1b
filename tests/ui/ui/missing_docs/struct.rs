use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(404)]
struct Failed;

fn main() {}
