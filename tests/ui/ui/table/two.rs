status_core::status_table! {
    /// What our edge answers.
    enum Edge {
        /// It failed.
        503 ServiceUnavailable,
    }
    enum Other {}
}

fn main() {}
