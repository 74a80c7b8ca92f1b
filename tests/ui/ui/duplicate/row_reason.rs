status_core::status_table! {
    /// What our edge answers.
    #[status(allow(unregistered_code))]
    pub enum Edge: 5xx {
        /// It failed.
        520 A "The Same",
        /// It failed.
        521 B "The Same",
    }
}

fn main() {}
