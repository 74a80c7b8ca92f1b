status_core::status_table! {
    /// What our edge answers.
    #[cfg(any())]
    pub enum Edge: 5xx {
        /// It failed.
        503 ServiceUnavailable,
    }
}

fn main() {}
