status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: 5xx {
        503 ServiceUnavailable,
    }
}

fn main() {}
