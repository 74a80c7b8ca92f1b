//! The cases are in `ui/` and `waived/`.
