//! The tests stand in `tests/`. They need a browser, and `.ci/browser` brings it along.
