status_core::status_table! {
    /// What our edge answers.
    #[status(allow(unregistered_code))]
    pub enum EdgeError: 5xx {
        /// The origin refused the connection.
        521 WebServerDown "Web Server Is Down"s,
    }
}

fn main() {}
