//! The extension members of a problem (RFC 9457 §3.2).

use alloc::vec::Vec;

use serde::Serialize;

/// A value that can be an extension member: whatever serde can serialize.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of a problem",
    note = "derive `serde::Serialize` for it"
)]
pub trait Member: Serialize {}

// Without this, the compiler would name the bounds of this `impl` and not the note above.
#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> Member for T {}

/// The members that every problem may have (RFC 9457 §3.1).
const OF_EVERY_PROBLEM: [&str; 5] = ["type", "title", "status", "detail", "instance"];

/// The members that an occurrence adds to its problem.
///
/// See [`HttpStatus::members`](crate::HttpStatus::members).
#[derive(Debug)]
pub struct Members<'a> {
    json: &'a mut Vec<u8>,
    /// What the object begins with, where nothing has been written yet.
    open: &'a str,
    names: Vec<&'static str>,
}

impl<'a> Members<'a> {
    pub(crate) fn new(json: &'a mut Vec<u8>, open: &'a str) -> Self {
        Self { json, open, names: Vec::new() }
    }

    /// Adds a member. A value that fails to serialize is left out.
    ///
    /// A name begins with a letter and has letters, digits and `_` (RFC 9457 §4). One that does not,
    /// one that was given before, and one of the five that every problem may have are left out: the
    /// object would no longer say one thing. The derive refuses them while your program compiles.
    pub fn insert<T: Member + ?Sized>(&mut self, name: &'static str, value: &T) {
        if !is_name(name) || OF_EVERY_PROBLEM.contains(&name) || self.names.contains(&name) {
            return;
        }
        let before = self.json.len();
        if before == 0 {
            self.json.reserve(self.open.len() + name.len() + 64);
            self.json.extend_from_slice(self.open.as_bytes());
        }
        self.json.extend_from_slice(b",\"");
        self.json.extend_from_slice(name.as_bytes());
        self.json.extend_from_slice(b"\":");
        if serde_json::to_writer(&mut *self.json, value).is_ok() {
            self.names.push(name);
        } else {
            self.json.truncate(before);
        }
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}
