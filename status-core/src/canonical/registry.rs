//! What the registry and the RFCs say about a code, regardless of which table lists it.

use core::fmt;

/// How a code is registered in the IANA "HTTP Status Code" registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Registration {
    /// Registered for use.
    Registered,
    /// Registered for a limited time, while the document that defines it is a draft.
    Temporary,
    /// Registered, but no longer to be used.
    Obsolete,
    /// Reserved: not available for use (306 and 418).
    Reserved,
    /// Not registered.
    Unassigned,
}

/// One word, in lower case: "registered".
impl fmt::Display for Registration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Registered => "registered",
            Self::Temporary => "temporary",
            Self::Obsolete => "obsolete",
            Self::Reserved => "reserved",
            Self::Unassigned => "unassigned",
        })
    }
}

#[expect(clippy::struct_excessive_bools, reason = "four independent facts")]
pub(crate) struct Facts {
    pub code: u16,
    pub registration: Registration,
    pub spec: Option<&'static str>,
    pub cacheable: bool,
    pub storable: bool,
    pub content: bool,
    pub temporary: bool,
    pub required_headers: &'static [&'static str],
}

/// The registered codes, from the list that the macros use.
static REGISTERED: &[Facts] = status_macros::registry!();

static UNASSIGNED: Facts = unassigned(true);
/// An interim response has no content (RFC 9110 §15.2) and is never stored (RFC 9111 §3).
static UNASSIGNED_INTERIM: Facts = unassigned(false);

const fn unassigned(is_final: bool) -> Facts {
    Facts {
        code: 0,
        registration: Registration::Unassigned,
        spec: None,
        cacheable: false,
        storable: is_final,
        content: is_final,
        temporary: false,
        required_headers: &[],
    }
}

/// The lowest status code.
pub(super) const FIRST: u16 = 100;
/// The number of status codes: 100 to 599 (RFC 9110 §15).
pub(super) const COUNT: usize = 500;

/// The index of a code among all status codes. `None` if it is not a status code.
pub(super) const fn index_of(code: u16) -> Option<usize> {
    // Wraps around for a code below `FIRST`, so that one comparison is enough.
    let index = code.wrapping_sub(FIRST) as usize;
    if index < COUNT { Some(index) } else { None }
}

/// For each code, its position in `REGISTERED`, counted from 1. 0 means that it is not registered.
static POSITIONS: [u8; COUNT] = {
    let mut positions = [0; COUNT];
    let mut position = 0;
    let mut at = 0;
    while at < REGISTERED.len() {
        position += 1;
        if let Some(index) = index_of(REGISTERED[at].code) {
            positions[index] = position;
        }
        at += 1;
    }
    positions
};

pub(crate) const fn facts(code: u16) -> &'static Facts {
    let position = match index_of(code) {
        Some(index) => POSITIONS[index] as usize,
        None => 0,
    };
    match (position, code) {
        (0, ..200) => &UNASSIGNED_INTERIM,
        (0, _) => &UNASSIGNED,
        _ => &REGISTERED[position - 1],
    }
}
