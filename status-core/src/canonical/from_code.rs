//! The canonical status of every code.

use super::client_error::ClientError;
use super::informational::Informational;
use super::redirection::Redirection;
use super::registry::{COUNT, FIRST, index_of};
use super::server_error::ServerError;
use super::success::Success;
use crate::row::{Exposure, Row};
use crate::status::Status;
use crate::table::{StatusTable, Table};

impl Status {
    /// Returns the canonical row of a code, as registered with IANA, or `None` if the number is
    /// outside 100..=599 and so not a status code.
    ///
    /// For an unregistered code, and for the reserved 306 and 418, the row has that code, no name,
    /// an empty reason and the documentation of its class. A client treats such a code as the x00
    /// code of its class (RFC 9110 §15).
    ///
    /// ```
    /// use status_core::{Class, Status};
    ///
    /// assert_eq!(Status::from_code(404).unwrap().reason(), "Not Found");
    ///
    /// let unknown = Status::from_code(599).unwrap();
    /// assert_eq!(unknown.reason(), "");
    /// assert_eq!(unknown.class(), Class::ServerError);
    ///
    /// assert_eq!(Status::from_code(600), None);
    /// ```
    #[must_use]
    pub const fn from_code(code: u16) -> Option<&'static Self> {
        canonical(code)
    }
}

/// The status that [`Status::from_code`] returns.
pub(crate) const fn canonical(code: u16) -> Option<&'static Status> {
    at(&CANONICAL, code)
}

/// Like [`canonical`], but with the given exposure, for `dynamic` variants.
pub(crate) const fn with_exposure(code: u16, exposure: Exposure) -> Option<&'static Status> {
    let statuses = match exposure {
        Exposure::Redacted => &CANONICAL,
        Exposure::Message => &WITH_MESSAGE,
        Exposure::Detail => &WITH_DETAIL,
    };
    at(statuses, code)
}

const fn at(statuses: &'static [Status; COUNT], code: u16) -> Option<&'static Status> {
    match index_of(code) {
        Some(index) => Some(&statuses[index]),
        None => None,
    }
}

static TABLES: [&Table; 5] = [
    Informational::TABLE,
    Success::TABLE,
    Redirection::TABLE,
    ClientError::TABLE,
    ServerError::TABLE,
];

/// For each class, the row of its unregistered codes.
static UNREGISTERED: [Row; 5] = {
    let mut rows = [Row::EMPTY; 5];
    let mut class = 0;
    while class < rows.len() {
        rows[class].documentation = TABLES[class].documentation;
        class += 1;
    }
    rows
};

static CANONICAL: [Status; COUNT] = {
    let mut all = [Status { code: 0, exposure: Exposure::Redacted, row: &UNREGISTERED[0] }; COUNT];
    let mut code = FIRST;
    let mut index = 0;
    while index < COUNT {
        all[index].code = code;
        all[index].row = &UNREGISTERED[index / 100];
        code += 1;
        index += 1;
    }
    let mut class = 0;
    while class < TABLES.len() {
        let statuses = TABLES[class].statuses;
        let mut row = 0;
        while row < statuses.len() {
            if let Some(index) = index_of(statuses[row].code) {
                all[index] = statuses[row];
            }
            row += 1;
        }
        class += 1;
    }
    all
};

static WITH_MESSAGE: [Status; COUNT] = all_with(Exposure::Message);
static WITH_DETAIL: [Status; COUNT] = all_with(Exposure::Detail);

const fn all_with(exposure: Exposure) -> [Status; COUNT] {
    let mut all = CANONICAL;
    let mut index = 0;
    while index < COUNT {
        all[index].exposure = exposure;
        index += 1;
    }
    all
}
