//! The canonical row of every code.

use crate::canonical::client_error::ClientError;
use crate::canonical::informational::Informational;
use crate::canonical::redirection::Redirection;
use crate::canonical::server_error::ServerError;
use crate::canonical::success::Success;
use crate::class::Class;
use crate::status::Status;
#[cfg(feature = "problem")]
use crate::status::digits;
use crate::table::{StatusTable, Table};

impl Status {
    /// The canonical row of a code, as the IANA registry has it. `None` if the number is outside
    /// 100..=599 and so not a status code.
    ///
    /// For a code that is not registered, and for the reserved 306 and 418, the row has that code, no
    /// name, an empty reason and the documentation of its class (a client treats such a code as the
    /// x00 code of its class, RFC 9110 §15).
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

const FIRST: u16 = 100;
const COUNT: usize = 500;

/// What [`Status::from_code`] gives.
pub(crate) const fn canonical(code: u16) -> Option<&'static Status> {
    let Some(class) = Class::from_code(code) else { return None };
    match registered(class, code) {
        Some(status) => Some(status),
        None => Some(&UNREGISTERED[index(code)]),
    }
}

/// The same but for one thing: the text of the error is sent. `dynamic` variants have it where the
/// mistake is the client's.
pub(crate) const fn exposed(code: u16) -> Option<&'static Status> {
    if Class::from_code(code).is_none() {
        return None;
    }
    Some(&EXPOSED[index(code)])
}

/// Of a code that has a class, and so lies in 100..=599.
const fn index(code: u16) -> usize {
    (code - FIRST) as usize
}

/// The row of the canonical table.
const fn registered(class: Class, code: u16) -> Option<&'static Status> {
    /// `Option::map` is not `const`.
    macro_rules! status {
        ($table:ident) => {
            match $table::from_code(code) {
                Some(status) => Some(status.status()),
                None => None,
            }
        };
    }
    match class {
        Class::Informational => status!(Informational),
        Class::Success => status!(Success),
        Class::Redirection => status!(Redirection),
        Class::ClientError => status!(ClientError),
        Class::ServerError => status!(ServerError),
    }
}

static TABLES: [&Table; 5] = [
    Informational::TABLE,
    Success::TABLE,
    Redirection::TABLE,
    ClientError::TABLE,
    ServerError::TABLE,
];

/// One for each code; those of registered codes are never asked for. Whatever differs from row to row
/// is written alone: a whole row costs the compiler several times as much.
static UNREGISTERED: [Status; COUNT] = {
    let nameless = Status {
        code: FIRST,
        exposed: false,
        grpc: None,
        name: "",
        slug: "",
        reason: "",
        documentation: "",
        title: "",
        type_uri: None,
        body: "",
    };
    let mut rows = [nameless; COUNT];
    let mut at = 0;
    let mut code = FIRST;
    while at < COUNT {
        let row = &mut rows[at];
        row.code = code;
        row.documentation = TABLES[at / 100].documentation();
        row.body = body(at);
        at += 1;
        code += 1;
    }
    rows
};

/// The same rows and those of registered codes, exposed.
static EXPOSED: [Status; COUNT] = {
    let mut rows = UNREGISTERED;
    let mut at = 0;
    while at < TABLES.len() {
        let statuses = TABLES[at].statuses();
        let mut row = 0;
        while row < statuses.len() {
            rows[index(statuses[row].code)] = statuses[row];
            row += 1;
        }
        at += 1;
    }
    let mut at = 0;
    while at < COUNT {
        rows[at].exposed = true;
        at += 1;
    }
    rows
};

/// Nobody asks for it without the feature, and the compiler takes long to make it.
#[cfg(not(feature = "problem"))]
const fn body(_place: usize) -> &'static str {
    ""
}

#[cfg(feature = "problem")]
const fn body(place: usize) -> &'static str {
    match core::str::from_utf8(&BODIES[place]) {
        Ok(body) => body,
        // They are ASCII.
        Err(_) => unreachable!(),
    }
}

/// A problem without a title: where nobody registered the code, there is no phrase to repeat (RFC
/// 9457 §4.2.1).
#[cfg(feature = "problem")]
static BODIES: [[u8; 14]; COUNT] = {
    let mut bodies = [*b"{\"status\":000}"; COUNT];
    let mut code = FIRST;
    while index(code) < COUNT {
        let body = &mut bodies[index(code)];
        [body[10], body[11], body[12]] = digits(code);
        code += 1;
    }
    bodies
};
