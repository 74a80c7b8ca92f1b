status_core::status_table! {
    /// What our edge answers.
    pub enum Edge {
        /// It is not there.
        NOT_FOUND,
        /// It is gone.
        410 GONE,
        /// It is large.
        413 BAD_GATEWAY,
        /// It is odd.
        #[status(allow(unregistered_code))]
        499 CONFLICT "Odd",
    }
}

fn main() {
    let _ = (Edge::NOT_FOUND, Edge::GONE);
}
