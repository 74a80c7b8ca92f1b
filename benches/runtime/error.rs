//! `status()` of an error enum of 300 variants that carry data.

#[allow(
    dead_code,
    clippy::pedantic,
    reason = "written by the build script; nothing reads what the variants carry"
)]
pub mod of_300 {
    include!(concat!(env!("OUT_DIR"), "/error_of_300.rs"));

    use crate::case::{Key, operation};
    use status_core::HttpStatus as _;

    /// The numbers of the variants, which stand where a table has its codes.
    const NUMBERS: [u16; COUNT as usize] = {
        let mut numbers = [0; COUNT as usize];
        let mut next = 0;
        while next < COUNT {
            numbers[next as usize] = next;
            next += 1;
        }
        numbers
    };

    impl Key for &'static ours::Error {
        fn of(code: u16) -> Option<Self> {
            ours::VALUES.get(usize::from(code))
        }
    }

    impl Key for &'static by_match::Error {
        fn of(code: u16) -> Option<Self> {
            by_match::VALUES.get(usize::from(code))
        }
    }

    operation! {
        of_300 status, super::NUMBERS;
        ours: &'static ours::Error => &'static status_core::Status = |error| error.status();
        by_match: &'static by_match::Error => &'static by_match::Row = |error| error.status();
    }
}
