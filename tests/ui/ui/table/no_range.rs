status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: {
        /// It failed.
        503 ServiceUnavailable,
    }
}

fn main() {}
