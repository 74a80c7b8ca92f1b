//! What the registry and the RFCs say of a code, whoever's row it is.

use crate::Registration;

/// What they say of one code.
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

/// The registered codes, from the one list that the macros have.
static REGISTERED: &[Facts] = status_macros::registry!();

/// All others. An interim response ends with its header and is never stored (RFC 9110 §15.2).
static UNASSIGNED: Facts = unassigned(true);
static UNASSIGNED_INTERIM: Facts = unassigned(false);

const fn unassigned(answer: bool) -> Facts {
    Facts {
        code: 0,
        registration: Registration::Unassigned,
        spec: None,
        cacheable: false,
        storable: answer,
        content: answer,
        temporary: false,
        required_headers: &[],
    }
}

const FIRST: u16 = 100;
const COUNT: usize = 500;

/// Where each code stands in `REGISTERED`, counted from 1 on.
static PLACES: [u8; COUNT] = {
    let mut places = [0; COUNT];
    let mut place = 0;
    while place < REGISTERED.len() {
        #[expect(clippy::cast_possible_truncation, reason = "the list has 64 codes")]
        let number = place as u8 + 1;
        places[(REGISTERED[place].code - FIRST) as usize] = number;
        place += 1;
    }
    places
};

pub(crate) const fn facts(code: u16) -> &'static Facts {
    let index = code.wrapping_sub(FIRST) as usize;
    let place = if index < COUNT { PLACES[index] as usize } else { 0 };
    match (place, code) {
        (0, ..200) => &UNASSIGNED_INTERIM,
        (0, _) => &UNASSIGNED,
        _ => &REGISTERED[place - 1],
    }
}
