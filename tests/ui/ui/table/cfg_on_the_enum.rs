status_core::status_table! {
    /// What our edge answers.
    #[cfg(unix)]
    pub enum Edge: 5xx {
        /// It failed.
        503 ServiceUnavailable,
    }
}

fn main() {}
