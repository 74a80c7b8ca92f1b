status_core::status_table! {
    /// What our edge answers.
    pub struct Edge {

    }
}

fn main() {}
