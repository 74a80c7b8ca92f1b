//! Needs the feature `axum`.

status_core::status_table! {
    /// What our edge returns when an origin fails.
    #[status(crate = status_core, axum, allow(unregistered_code))]
    enum EdgeError: 520..=530 {
        /// The origin's response was not valid HTTP.
        520 UnknownError "Web Server Returned an Unknown Error",
    }
}

fn main() {
    println!("{}", EdgeError::UnknownError);
}
