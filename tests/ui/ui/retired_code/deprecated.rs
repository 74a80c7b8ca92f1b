status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: 3xx {
        /// It failed.
        305 UseProxy,
    }
}

fn main() {}
