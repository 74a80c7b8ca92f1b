status_core::status_table! {
    /// What our edge answers.
    pub enum EdgeError: 5xx {
        /// It did not answer.
        (502) BadGateway,
    }
}

fn main() {}
