status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: 5xx {
        /// It failed.
        502 BadGateway,
        /// It failed.
        503 BadGateway,
    }
}

fn main() {}
