status_core::status_table! {
    /// What our edge answers.
    #[status(allow(missing_docs))]
    pub enum Edge {
        500 InternalServerError
        404 NotFound
    }
}

fn main() {
    let _ = (Edge::InternalServerError, Edge::NotFound);
}
