use status_core::{HttpStatus, status_table};

#[derive(HttpStatus)]
enum OnVariant {
    /// It failed.
    #[status(599, reason = "Odd", allow(unregistered_code))]
    Failed,
    #[status(dynamic = 0, fallback = 598, allow(unregistered_code))]
    Upstream(u16),
}

#[derive(HttpStatus)]
#[status(allow(unregistered_code))]
enum OnType {
    /// It failed.
    #[status(599, reason = "Odd")]
    Failed,
}

/// It failed.
#[derive(HttpStatus)]
#[status(599, reason = "Odd", allow(unregistered_code))]
struct OnStruct;

status_table! {
    /// What our edge answers.
    enum OnRow {
        /// It failed.
        #[status(allow(unregistered_code))]
        599 Odd "Odd",
    }
}

status_table! {
    /// What our edge answers.
    #[status(allow(unregistered_code))]
    enum OnTable {
        /// It failed.
        599 Odd "Odd",
    }
}

pub fn main() {}
