//! The cases stand in `ui/` and `waived/`.
