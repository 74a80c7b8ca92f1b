status_core::status_table! {
    /// What our edge answers.
    pub enum Edge {
        /// It is not there.
        404 NotFound(String),
        /// It failed.
        500 InternalServerError { id: u64 },
    }
}

fn main() {
    let _ = (Edge::InternalServerError, Edge::NotFound);
}
