status_core::status_table! {
    /// What our edge answers.
    #[status(range = 500..=599)]
    pub enum Edge: 5xx {
        /// It failed.
        503 ServiceUnavailable,
    }
}

fn main() {}
