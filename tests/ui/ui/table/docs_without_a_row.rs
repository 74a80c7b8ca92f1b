status_core::status_table! {
    /// What our edge answers.
    pub enum EdgeError: 5xx {
        /// It is not ready.
        503 ServiceUnavailable,
        /// Nothing follows.
    }
}

fn main() {}
