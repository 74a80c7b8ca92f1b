//! Needs the feature `axum`, which brings the feature `problem`.

use std::fmt;

use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(axum)]
enum OrderError {
    /// The caller has not signed in.
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    SignedOut,
    /// No order has this number.
    #[status(404, members(id))]
    NotFound { id: u64 },
}

impl fmt::Display for OrderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignedOut => f.write_str("sign in first"),
            Self::NotFound { id } => write!(f, "order {id} not found"),
        }
    }
}

fn main() {
    println!("{}", OrderError::SignedOut.code() + OrderError::NotFound { id: 7 }.code());
}
