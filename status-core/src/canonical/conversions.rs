//! The canonical tables and statuses as `http::StatusCode`, and as the number that serde writes.

use http::StatusCode;

use super::client_error::ClientError;
use super::informational::Informational;
use super::redirection::Redirection;
use super::server_error::ServerError;
use super::success::Success;
use crate::macro_support::table_conversions::status_code;
use crate::status::Status;

impl From<&Status> for StatusCode {
    fn from(status: &Status) -> Self {
        status_code(status.code())
    }
}

macro_rules! conversions {
    ($($table:ident)*) => {$(
        crate::__table_http! { $table }
        crate::__table_serde! { $table }
    )*};
}

conversions!(Informational Success Redirection ClientError ServerError);
