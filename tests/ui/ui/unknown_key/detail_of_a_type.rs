use status_core::{HttpStatus, status_table};

#[derive(HttpStatus)]
#[status(detail = "no")]
enum Error {
    /// Wait.
    #[status(503)]
    Busy,
}

status_table! {
    /// A table.
    #[status(detail = "no")]
    enum Table {
        /// A row.
        #[status(detail = "no")]
        404 NotFound,
    }
}

fn main() {}
