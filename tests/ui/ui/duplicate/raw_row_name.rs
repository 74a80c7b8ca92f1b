use status_core::status_table;

status_table! {
    /// What an order fails with.
    enum OrderError: 4xx {
        /// There is none.
        404 NotFound,
        /// It was there.
        410 r#NotFound,
    }
}

fn main() {}
