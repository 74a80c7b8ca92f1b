status_core::status_table! {
    /// What our edge answers.
    pub enum EdgeError: five hundred {
        /// It is not ready.
        503 ServiceUnavailable,
    }
}

fn main() {}
