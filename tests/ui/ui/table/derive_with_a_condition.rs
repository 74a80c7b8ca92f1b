status_core::status_table! {
    /// What our edge answers.
    #[cfg_attr(all(), derive(std::hash::Hash))]
    pub enum Edge {
        /// It is not there.
        404 NotFound,
    }
}

fn main() {
    let _ = Edge::NotFound;
}
