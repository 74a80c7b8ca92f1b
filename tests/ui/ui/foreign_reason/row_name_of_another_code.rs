status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: 5xx {
        /// It failed.
        503 GatewayTimeout,
    }
}

fn main() {}
