//! The tests of the workspace stand in `tests/`.

/// The README, whose examples are tests, too.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
