status_core::status_table! {
    /// What our edge answers.
    pub enum Edge {
        /// It is not there.
        404 NotFound(String),
        /// It failed.
        500 InternalServerError { id: u64 },
        /// It is full.
        503 ServiceUnavailable [u8],
    }
}

fn main() {
    let _ = (Edge::InternalServerError, Edge::NotFound, Edge::ServiceUnavailable);
}
