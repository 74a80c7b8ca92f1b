status_core::status_table! {
    /// What our edge answers.
    #[status(allow(unregistered_code))]
    pub enum Edge {
        /// It is odd.
        499 Odd = "Odd One",
        /// It is not there.
        404 NotFound,
    }
}

fn main() {
    let _ = (Edge::Odd, Edge::NotFound);
}
