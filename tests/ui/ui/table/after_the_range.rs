status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: 4xx | 5xx {
        /// It is not ready.
        503 ServiceUnavailable,
    }
}

fn main() {}
