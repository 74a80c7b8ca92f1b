//! The canonical row of every code.

use crate::__private::{Facts, Row};
use crate::hold::digit;
use crate::{
    Class, ClientError, Informational, Redirection, Registration, ServerError, Status, StatusTable,
    Success, Table,
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

/// One for each code; those of registered codes are never asked for.
static UNREGISTERED: [Status; COUNT] = {
    let mut rows = [const { Status::new(unregistered(FIRST)) }; COUNT];
    let mut code = FIRST;
    while index(code) < COUNT {
        rows[index(code)] = Status::new(unregistered(code));
        code += 1;
    }
    rows
};

static EXPOSED: [Status; COUNT] = {
    let mut rows = [const { Status::new(unregistered(FIRST)) }; COUNT];
    let mut code = FIRST;
    while index(code) < COUNT {
        if let Some(status) = canonical(code) {
            rows[index(code)] = Status::new(Row { exposed: true, ..status.row() });
        }
        code += 1;
    }
    rows
};

const fn unregistered(code: u16) -> Row {
    let (facts, documentation) = match Class::of(code) {
        Some(class) => (facts(code), table(class).documentation()),
        // Only codes that have a class are asked for.
        None => unreachable!(),
    };
    let Ok(body) = core::str::from_utf8(&BODIES[index(code)]) else { unreachable!() };
    Row {
        code,
        name: "",
        reason: "",
        documentation,
        title: "",
        slug: "",
        type_uri: None,
        body,
        exposed: false,
        facts,
    }
}

const fn facts(code: u16) -> &'static Facts {
    const UNASSIGNED: Facts = Facts {
        registration: Registration::Unassigned,
        spec: None,
        cacheable: false,
        storable: true,
        content: true,
        temporary: false,
        required_headers: &[],
    };
    match code {
        // An interim response ends with its header and is never stored (RFC 9110 §15.2).
        ..200 => &Facts { storable: false, content: false, ..UNASSIGNED },
        306 => &Facts {
            registration: Registration::Reserved,
            spec: Some("RFC 9110 §15.4.7"),
            ..UNASSIGNED
        },
        418 => &Facts {
            registration: Registration::Reserved,
            spec: Some("RFC 9110 §15.5.19"),
            ..UNASSIGNED
        },
        _ => &UNASSIGNED,
    }
}

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
