status_core::status_table! {
    /// What our edge answers.
    pub enum EdgeError: 4xx {
        /// It is a teapot.
        418,
    }
}

fn main() {}
