//! The tests are in `tests/`. They need Chromium; `.ci/browser` runs them.
