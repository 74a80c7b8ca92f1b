status_core::status_table! {
    /// What our edge answers.
    pub enum Edge<T>: 5xx {
        /// It failed.
        503 ServiceUnavailable,
    }
}

fn main() {}
