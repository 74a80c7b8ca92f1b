//! The type of a member needs the schema trait of the tool.

use status_core::HttpStatus;

#[derive(Debug, serde::Serialize)]
struct Address {
    city: String,
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa)]
enum OrderError {
    /// The order cannot be delivered there.
    #[error("not there")]
    #[status(422, members(address, note))]
    Undeliverable { address: Address, note: String },
}

fn main() {}
