//! What `allow(…)` waives compiles: a file for each rule that can be waived, in which nothing is
//! wrong.

#![allow(dead_code, reason = "that these types compile is all that they are for")]

#[path = "../waived/foreign_reason.rs"]
mod foreign_reason;
#[path = "../waived/misleading_name.rs"]
mod misleading_name;
#[path = "../waived/missing_docs.rs"]
mod missing_docs;
#[path = "../waived/missing_header.rs"]
mod missing_header;
#[path = "../waived/retired_code.rs"]
mod retired_code;
#[path = "../waived/stray_header.rs"]
mod stray_header;
#[path = "../waived/unregistered_code.rs"]
mod unregistered_code;

/// Nothing is asserted: a waiver that did not work would not have compiled.
#[test]
fn each_waiver_is_understood() {
    foreign_reason::main();
    misleading_name::main();
    missing_docs::main();
    missing_header::main();
    retired_code::main();
    stray_header::main();
    unregistered_code::main();
}
