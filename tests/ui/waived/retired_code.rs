use status_core::{HttpStatus, status_table};

#[derive(HttpStatus)]
enum OnVariant {
    /// It is a teapot.
    #[status(418, reason = "I'm a teapot", allow(retired_code))]
    Teapot,
}

#[derive(HttpStatus)]
#[status(allow(retired_code))]
enum OnType {
    /// It failed.
    #[status(510)]
    Failed,
}

/// It failed.
#[derive(HttpStatus)]
#[status(510, allow(retired_code))]
struct OnStruct;

status_table! {
    /// What our edge answers.
    enum OnRow {
        /// It failed.
        #[status(allow(retired_code))]
        510 NotExtended,
    }
}

status_table! {
    /// What our edge answers.
    #[status(allow(retired_code))]
    enum OnTable {
        /// It failed.
        510 NotExtended,
        /// It is a teapot.
        418 Teapot "I'm a teapot",
    }
}

pub fn main() {}
