//! The package has only tests.
