status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: 4xx {
        /// It failed.
        413 PayloadTooLarge,
    }
}

fn main() {}
