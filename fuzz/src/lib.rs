//! What several targets share.

mod mutate;
mod response;

pub use self::mutate::mutate;
pub use self::response::Response;
