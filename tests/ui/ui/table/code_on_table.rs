status_core::status_table! {
    /// What our edge answers.
    #[status(503)]
    pub enum EdgeError: 5xx {
        /// It is not ready.
        503 ServiceUnavailable,
    }
}

fn main() {}
