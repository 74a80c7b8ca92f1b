status_core::status_table! {
    /// What our edge answers.
    #[cfg_attr(all(), repr(u16))]
    pub enum Edge {
        /// It is not there.
        404 NotFound,
    }
}

fn main() {
    let _ = Edge::NotFound;
}
