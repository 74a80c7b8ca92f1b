status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: 5xx {
        /// It failed.
        #[cfg(unix)]
        503 ServiceUnavailable,
        /// It did not answer.
        #[cfg(any())]
        504 GatewayTimeout,
    }
}

fn main() {
    let _ = (Edge::ServiceUnavailable, Edge::GatewayTimeout);
}
