status_core::status_table! {
    /// What our edge answers.
    pub enum EdgeError: 5xx {
        /// It is not ready.
        #[must_use = 1 + 1]
        503 ServiceUnavailable,
    }
}

fn main() {}
