//! One operation of one peer, in the two forms that are measured: called out of line, and inlined into a loop.

use std::time::Duration;

/// What an operation takes. Each is made from a code, so that a list of codes is all that a measurement needs.
pub trait Key: Copy {
    /// `None` where the peer has no value for the code.
    fn of(code: u16) -> Option<Self>;
}

impl Key for u16 {
    fn of(code: u16) -> Option<Self> {
        Some(code)
    }
}

impl Key for http::StatusCode {
    fn of(code: u16) -> Option<Self> {
        Self::from_u16(code).ok()
    }
}

pub fn keys<K: Key>(codes: &[u16]) -> Vec<K> {
    codes.iter().filter_map(|&code| K::of(code)).collect()
}

pub struct Case {
    pub set: &'static str,
    pub operation: &'static str,
    pub peer: &'static str,
    /// The codes of the set's rows.
    pub rows: &'static [u16],
    /// Calls the operation once for each code. Callgrind finds the function by its name.
    pub count: fn(&[u16]),
    /// How long a loop over these codes takes.
    pub time: fn(&[u16]) -> Duration,
}

/// A module for an operation, and in it one for each peer.
macro_rules! operation {
    (
        $set:ident $operation:ident, $rows:expr;
        $($peer:ident: $key:ty => $result:ty = |$arg:ident| $call:expr;)*
    ) => {
        pub mod $operation {
            pub fn cases() -> Vec<crate::case::Case> {
                vec![$(crate::case::Case {
                    set: stringify!($set),
                    operation: stringify!($operation),
                    peer: stringify!($peer),
                    rows: &$rows,
                    count: $peer::count,
                    time: $peer::time,
                }),*]
            }

            $(
                pub mod $peer {
                    use std::hint::black_box;
                    use std::time::{Duration, Instant};

                    #[allow(unused_imports, reason = "some operations take and give `u16` alone")]
                    use super::super::*;

                    #[inline(always)]
                    #[allow(clippy::inline_always, reason = "this form is measured as inlined")]
                    fn inlined($arg: $key) -> $result {
                        $call
                    }

                    #[inline(never)]
                    fn called(key: $key) -> $result {
                        inlined(key)
                    }

                    /// What callgrind is asked for is the cost of this function's calls: their target may have
                    /// another name, since LLVM keeps one of several functions with equal bodies.
                    #[inline(never)]
                    pub fn calls(keys: &[$key]) {
                        // It is for itself, by its path, lest LLVM do the same to this one.
                        black_box(module_path!());
                        let called = black_box(called as fn($key) -> $result);
                        for key in keys {
                            black_box(called(*key));
                        }
                    }

                    pub fn count(codes: &[u16]) {
                        calls(&crate::case::keys(codes));
                    }

                    pub fn time(codes: &[u16]) -> Duration {
                        let keys: Vec<$key> = black_box(crate::case::keys(codes));
                        let copies = [pass::<0>, pass::<1>, pass::<2>, pass::<3>];
                        copies.map(|pass| pass(&keys)).into_iter().min().unwrap_or_default()
                    }

                    /// A loop of few instructions is as fast as the place is good that it lies at, by chance. So it
                    /// lies at several.
                    #[inline(never)]
                    fn pass<const COPY: usize>(keys: &[$key]) -> Duration {
                        black_box(COPY);
                        let start = Instant::now();
                        for key in keys {
                            black_box(inlined(*key));
                        }
                        start.elapsed()
                    }
                }
            )*
        }
    };
}
pub(crate) use operation;
