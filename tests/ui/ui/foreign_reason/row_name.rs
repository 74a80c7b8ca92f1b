status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: 5xx {
        /// It failed.
        503 Busy,
    }
}

fn main() {}
