//! The canonical row of every code.

use crate::hold::digit;
use crate::{
    Class, ClientError, Informational, Redirection, ServerError, Status, StatusTable, Success,
    Table,
};

const FIRST: u16 = 100;
const COUNT: usize = 500;

/// What [`Status::of`] gives.
pub(crate) const fn canonical(code: u16) -> Option<&'static Status> {
    let Some(class) = Class::of(code) else { return None };
    match registered(class, code) {
        Some(status) => Some(status),
        None => Some(&UNREGISTERED[index(code)]),
    }
}

/// The same but for one thing: the text of the error is sent. `dynamic` variants have it where the
/// mistake is the client's.
pub(crate) const fn exposed(code: u16) -> Option<&'static Status> {
    if Class::of(code).is_none() {
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

const fn table(class: Class) -> &'static Table {
    match class {
        Class::Informational => Informational::TABLE,
        Class::Success => Success::TABLE,
        Class::Redirection => Redirection::TABLE,
        Class::ClientError => ClientError::TABLE,
        Class::ServerError => ServerError::TABLE,
    }
}

/// One for each code; those of registered codes are never asked for. Whatever differs from row to row
/// is written alone: a whole row costs the compiler several times as much.
static UNREGISTERED: [Status; COUNT] = {
    let nameless = Status {
        code: FIRST,
        exposed: false,
        grpc: 0,
        name: "",
        reason: "",
        documentation: "",
        title: "",
        slug: "",
        type_uri: "",
        body: "",
    };
    let mut rows = [nameless; COUNT];
    let mut code = FIRST;
    while let Some(class) = Class::of(code) {
        let Ok(body) = core::str::from_utf8(&BODIES[index(code)]) else { unreachable!() };
        let row = &mut rows[index(code)];
        row.code = code;
        row.documentation = table(class).documentation();
        row.body = body;
        code += 1;
    }
    rows
};

static EXPOSED: [Status; COUNT] = {
    let mut rows = UNREGISTERED;
    let mut code = FIRST;
    while let Some(class) = Class::of(code) {
        let row = &mut rows[index(code)];
        if let Some(status) = registered(class, code) {
            *row = *status;
        }
        row.exposed = true;
        code += 1;
    }
    rows
};

/// A problem without a title: where nobody registered the code, there is no phrase to repeat (RFC
/// 9457 §4.2.1).
static BODIES: [[u8; 14]; COUNT] = {
    let mut bodies = [*b"{\"status\":000}"; COUNT];
    let mut code = FIRST;
    while index(code) < COUNT {
        let body = &mut bodies[index(code)];
        body[10] = digit(code / 100);
        body[11] = digit(code / 10);
        body[12] = digit(code);
        code += 1;
    }
    bodies
};
