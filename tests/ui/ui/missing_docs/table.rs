status_core::status_table! {
    pub enum Edge: 5xx {
        /// It failed.
        503 ServiceUnavailable,
    }
}

fn main() {}
