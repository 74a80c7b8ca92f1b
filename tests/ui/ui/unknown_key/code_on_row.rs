status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: 5xx {
        /// It failed.
        #[status(503)]
        503 ServiceUnavailable,
        /// It is odd.
        #[status(allow(unregistered_code))]
        #[status(599)]
        599 Odd "Odd One",
    }
}

fn main() {}
