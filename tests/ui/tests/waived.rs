//! Waivers (`allow(…)`) compile: one file for each rule that can be waived.

#![allow(dead_code, reason = "these types only have to compile")]

#[path = "../waived/duplicate.rs"]
mod duplicate;
#[path = "../waived/foreign_reason.rs"]
mod foreign_reason;
#[path = "../waived/grpc_mismatch.rs"]
mod grpc_mismatch;
#[path = "../waived/misleading_name.rs"]
mod misleading_name;
#[path = "../waived/missing_docs.rs"]
mod missing_docs;
#[path = "../waived/missing_header.rs"]
mod missing_header;
#[path = "../waived/placeholder.rs"]
mod placeholder;
#[path = "../waived/retired_code.rs"]
mod retired_code;
#[path = "../waived/retry_mismatch.rs"]
mod retry_mismatch;
#[path = "../waived/stray_header.rs"]
mod stray_header;
#[path = "../waived/unregistered_code.rs"]
mod unregistered_code;

/// Nothing is asserted: a waiver that does not work does not compile.
#[test]
fn every_waiver_compiles() {
    duplicate::main();
    foreign_reason::main();
    grpc_mismatch::main();
    misleading_name::main();
    missing_docs::main();
    missing_header::main();
    placeholder::main();
    retired_code::main();
    retry_mismatch::main();
    stray_header::main();
    unregistered_code::main();
}
