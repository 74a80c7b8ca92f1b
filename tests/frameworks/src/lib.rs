//! The tests stand in `tests/`: `http/` for the frameworks that answer in HTTP, `grpc.rs` for tonic.
