//! The tests are in `tests/`.

/// Runs the examples in the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
