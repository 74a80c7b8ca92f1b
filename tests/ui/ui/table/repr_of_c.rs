status_core::status_table! {
    /// What our edge answers.
    #[repr(C, u16)]
    pub enum Edge {
        /// It is not there.
        404 NotFound,
    }
}

fn main() {
    let _ = Edge::NotFound;
}
