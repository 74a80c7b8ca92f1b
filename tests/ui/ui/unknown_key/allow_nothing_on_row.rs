#![deny(deprecated)]

status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: 5xx {
        /// It failed.
        #[status(allow(retired_code))]
        503 ServiceUnavailable,
    }
}

fn main() {}
