use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    #[status(404, members("retry-after" = after, "" = after, "type" = after))]
    Failed { after: u8 },
}

fn main() {}
