status_core::status_table! {
    /// What our edge answers.
    pub enum Edge {
        /// It failed.
        pub INTERNAL_SERVER_ERROR InternalServerError,
        /// It is not there.
        pub(crate) 404 NotFound,
    }
}

fn main() {
    let _ = (Edge::InternalServerError, Edge::NotFound);
}
