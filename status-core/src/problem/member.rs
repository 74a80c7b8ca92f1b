//! The extension members of a problem (RFC 9457 §3.2).

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use std::collections::HashMap;

use serde::Serialize;
use serde_json::value::RawValue;

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
    list: &'a mut MemberList,
}

impl<'a> Members<'a> {
    pub(crate) fn new(list: &'a mut MemberList) -> Self {
        Self { list }
    }

    /// Adds a member. A value that fails to serialize is left out.
    ///
    /// A name begins with a letter and has letters, digits and `_` (RFC 9457 §4). One that does not,
    /// one that was given before, and one of the five that every problem may have are left out: the
    /// object would no longer say one thing. The derive refuses them while your program compiles.
    pub fn insert<T: Member + ?Sized>(&mut self, name: &'static str, value: &T) {
        if is_name(name) && self.list.get(name).is_none() {
            self.list.insert(Cow::Borrowed(name), value);
        }
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Members in the order in which they came, each as the JSON that it is: what a client reads is kept
/// to the digit, and however deep it nests.
#[derive(Clone, Debug, Default)]
pub(crate) struct MemberList(Vec<(Cow<'static, str>, Box<RawValue>)>);

impl MemberList {
    /// What a client has read. Of members with one name, the last counts.
    pub(crate) fn of(members: &[(String, &RawValue)]) -> Self {
        // There may be 100,000 of them: a search for each among all others would take minutes.
        let places = members.iter().enumerate().map(|(place, (name, _))| (&**name, place));
        let last: HashMap<&str, usize> = places.collect();
        let counts = |place, name: &str| last.get(name) == Some(&place);
        let members = members.iter().enumerate().filter(|(place, (name, _))| counts(*place, name));
        Self(members.map(|(_, (name, json))| (name.clone().into(), (*json).to_owned())).collect())
    }

    /// Adds a member, in the place of one of the same name. One of the five names of every problem
    /// and a value that fails to serialize are left out.
    pub(crate) fn insert<T: Serialize + ?Sized>(&mut self, name: Cow<'static, str>, value: &T) {
        if let Ok(json) = serde_json::value::to_raw_value(value) {
            self.insert_json(name, json);
        }
    }

    pub(crate) fn insert_json(&mut self, name: Cow<'static, str>, json: Box<RawValue>) {
        if OF_EVERY_PROBLEM.contains(&&*name) {
            return;
        }
        match self.0.iter_mut().find(|(other, _)| *other == name) {
            Some((_, old)) => *old = json,
            None => self.0.push((name, json)),
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&RawValue> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, json)| &**json)
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &RawValue)> {
        self.0.iter().map(|(name, json)| (&**name, &**json))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
