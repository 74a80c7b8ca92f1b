#![deny(deprecated)]

status_core::status_table! {
    /// What our edge answers.
    #[status(allow(missing_docs))]
    pub enum Edge: 5xx {
        /// It failed.
        503 ServiceUnavailable,
    }
}

fn main() {}
