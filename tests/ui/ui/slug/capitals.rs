use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, slug = "Order_NotFound")]
    Failed,
}

fn main() {}
