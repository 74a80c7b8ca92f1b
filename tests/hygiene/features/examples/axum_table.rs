//! Needs the feature `axum`.

status_core::status_table! {
    /// What our edge answers when an origin fails.
    #[status(crate = status_core, axum, allow(unregistered_code))]
    enum EdgeError: 520..=530 {
        /// The origin answered with something that is not HTTP.
        520 UnknownError "Web Server Returned an Unknown Error",
    }
}

fn main() {
    println!("{}", EdgeError::UnknownError);
}
