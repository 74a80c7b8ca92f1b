use status_core::HttpStatus;

/// Why an order fails.
#[derive(HttpStatus)]
enum OrderError {
    /// No order has this number.
    #[status(404)]
    OrderNotFound {
        #[status(members)]
        id: u64,
    },
}

fn main() {}
