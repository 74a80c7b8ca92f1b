use status_core::{HttpStatus, status_table};

#[derive(HttpStatus)]
enum OnVariant {
    /// It failed.
    #[status(400, allow(misleading_name))]
    TooManyRequests,
}

#[derive(HttpStatus)]
#[status(allow(misleading_name))]
enum OnType {
    /// It failed.
    #[status(400)]
    TooManyRequests,
}

/// It failed.
#[derive(HttpStatus)]
#[status(400, allow(misleading_name))]
struct TooManyRequests;

status_table! {
    /// What our edge answers.
    #[status(allow(unregistered_code))]
    enum OnRow {
        /// It failed.
        #[status(allow(misleading_name))]
        520 BadGateway "Bad Origin",
    }
}

status_table! {
    /// What our edge answers.
    #[status(allow(unregistered_code, misleading_name))]
    enum OnTable {
        /// It failed.
        520 BadGateway "Bad Origin",
    }
}

pub fn main() {}
