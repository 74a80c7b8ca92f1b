status_core::status_table! {
    /// What our edge answers.
    pub enum Edge {
        /// It failed.
        StatusCode::INTERNAL_SERVER_ERROR,
        /// It is not there.
        404 NotFound,
    }
}

fn main() {}
