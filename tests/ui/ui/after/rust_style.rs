status_core::status_table! {
    /// What our edge answers.
    pub enum EdgeError: 5xx {
        /// It did not answer.
        BadGateway = 502,
        /// It is odd.
        600 Odd,
    }
}

fn main() {}
