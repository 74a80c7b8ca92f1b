//! The tests of the workspace stand in `tests/`.
