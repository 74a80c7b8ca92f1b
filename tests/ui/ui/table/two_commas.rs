status_core::status_table! {
    /// What our edge answers.
    pub enum Edge {
        /// It is not there.
        404 NotFound,,
        /// It failed.
        500 InternalServerError,
    }
}

fn main() {
    let _ = (Edge::InternalServerError, Edge::NotFound);
}
