status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: 5xx {
        /// It failed.
        #[status(503)]
        503 ServiceUnavailable,
    }
}

fn main() {}
