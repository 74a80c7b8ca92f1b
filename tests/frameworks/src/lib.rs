//! The tests are in `tests/`: `http/` for HTTP frameworks, `grpc.rs` for tonic.
