//! Conversions of the canonical tables: to and from `http::StatusCode`, and to a number with serde.

use super::client_error::ClientError;
use super::informational::Informational;
use super::redirection::Redirection;
use super::server_error::ServerError;
use super::success::Success;

macro_rules! conversions {
    ($($table:ident)*) => {$(
        crate::__table_http! { $table }
        crate::__table_serde! { $table }
    )*};
}

conversions!(Informational Success Redirection ClientError ServerError);
