//! The extension members of a problem (RFC 9457 §3.2).

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use std::collections::HashMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::standard::{STANDARD, StandardMembers};
use crate::status::Status;

/// A value that can be an extension member: any type that serde can serialize.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a member of a problem",
    note = "derive `serde::Serialize` for the type, or send a string or a number that you make of it"
)]
pub trait Member: Serialize {}

// Without this, errors name the bounds of this `impl` instead of the note above.
#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> Member for T {}

/// The member with the id of the request.
#[cfg(feature = "representations")]
pub(crate) const REQUEST_ID: &str = "request_id";

/// The members that an occurrence adds to its problem.
///
/// See [`HttpStatus::members`](crate::HttpStatus::members).
#[derive(Debug)]
pub struct Members<'a> {
    list: &'a mut MemberList,
    status: &'static Status,
}

/// The members that are the same in each occurrence of a status: the name and the JSON of each.
pub(crate) type Constants = &'static [(&'static str, &'static str)];

impl<'a> Members<'a> {
    pub(crate) fn new(list: &'a mut MemberList, status: &'static Status) -> Self {
        Self { list, status }
    }

    /// Adds a member. A value that serializes to `null`, such as `None`, or fails to serialize is
    /// omitted.
    ///
    /// A name starts with a letter and has only letters, digits and `_` (RFC 9457 §4). A member
    /// with any other name, with a name that is already used, or with the name of one of the five
    /// standard members is omitted too. The derive rejects such names at compile time.
    ///
    /// ```
    /// use status_core::problem::{Members, Problem};
    /// use status_core::{ClientError, HttpStatus, Status};
    ///
    /// #[derive(Debug)]
    /// struct SoldOut {
    ///     left: u32,
    /// }
    ///
    /// impl HttpStatus for SoldOut {
    ///     fn status(&self) -> &'static Status {
    ///         ClientError::Conflict.status()
    ///     }
    ///
    ///     fn members(&self, members: &mut Members<'_>) {
    ///         members.insert("left", &self.left);
    ///     }
    /// }
    /// # impl std::fmt::Display for SoldOut {
    /// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    /// #         f.write_str("sold out")
    /// #     }
    /// # }
    ///
    /// assert_eq!(Problem::of(&SoldOut { left: 3 }).get("left"), Some(3));
    /// ```
    pub fn insert<T: Member + ?Sized>(&mut self, name: &'static str, value: &T) {
        let is_constant = self.status.row.constants().iter().any(|(constant, _)| *constant == name);
        if is_name(name) && !is_constant && self.list.get(name).is_none() {
            if let Ok(json) = serde_json::value::to_raw_value(value) {
                self.list.insert_json(Cow::Borrowed(name), json);
            }
        }
    }
}

impl Members<'_> {
    /// Adds the members that another error added.
    pub(crate) fn extend(&mut self, members: &MemberList) {
        for (name, json) in &members.0 {
            if self.list.get(name).is_none() {
                self.list.insert_json(name.clone(), json.clone());
            }
        }
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Members in order, each as its JSON, so received numbers keep their digits, and nesting is not
/// limited.
#[derive(Clone, Debug, Default)]
pub(crate) struct MemberList(Vec<(Cow<'static, str>, Box<RawValue>)>);

/// The constant members of a status, followed by those of the occurrence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AllMembers<'a> {
    pub constants: Constants,
    pub own: &'a MemberList,
    /// Whether a string may be the JSON of another value.
    pub are_text: bool,
    /// The standard members that are sent with them, or `None` for all members that were received.
    pub beside: Option<&'a StandardMembers>,
}

impl PartialEq for AllMembers<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.each().eq(other.each())
    }
}

impl Eq for AllMembers<'_> {}

impl<'a> AllMembers<'a> {
    /// The name and the JSON of each.
    pub(crate) fn iter(self) -> impl ExactSizeIterator<Item = (&'a str, &'a str)> {
        let left = self.constants.len() + self.own().count();
        Counted { members: self.each(), left }
    }

    /// The same, without their number.
    pub(crate) fn each(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.constants.iter().copied().chain(self.own())
    }

    /// The members of the occurrence.
    pub(crate) fn own(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let own = self.own.0.iter().map(|(name, json)| (&**name, json.get()));
        own.filter(move |(name, json)| self.beside.is_none_or(|it| it.allow(name, json)))
    }

    pub(crate) fn get<T: DeserializeOwned>(self, name: &str) -> Option<T> {
        let json = self.json(name)?;
        match serde_json::from_str(json) {
            Err(_) if self.are_text => {
                let text: String = serde_json::from_str(json).ok()?;
                serde_json::from_str(&text).ok()
            }
            value => value.ok(),
        }
    }

    /// The JSON of a member.
    pub(crate) fn json(self, name: &str) -> Option<&'a str> {
        self.each().find(|(member, _)| *member == name).map(|(_, json)| json)
    }
}

/// An iterator with a known number of members.
struct Counted<I> {
    members: I,
    left: usize,
}

impl<I: Iterator> Iterator for Counted<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        self.left = self.left.saturating_sub(1);
        self.members.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<I: Iterator> ExactSizeIterator for Counted<I> {}

impl MemberList {
    pub(crate) const EMPTY: &'static Self = &Self(Vec::new());

    /// Received members. If a name is repeated, the last member wins.
    pub(crate) fn of(members: &[(String, &RawValue)]) -> Self {
        // There may be 100,000 of them. A linear search for each would take minutes.
        let indices = members.iter().enumerate().map(|(index, (name, _))| (&**name, index));
        let last: HashMap<&str, usize> = indices.collect();
        let wins = |index, name: &str| last.get(name) == Some(&index);
        let members = members.iter().enumerate().filter(|(index, (name, _))| wins(*index, name));
        Self(members.map(|(_, (name, json))| (name.clone().into(), (*json).to_owned())).collect())
    }

    /// Adds a member, or replaces the one with that name. `null` removes it: an absent member means
    /// the same, and most schemas do not allow `null`. A member with a standard name is omitted.
    pub(crate) fn insert_json(&mut self, name: Cow<'static, str>, json: Box<RawValue>) {
        if json.get() == "null" {
            return self.0.retain(|(other, _)| *other != name);
        }
        if STANDARD.contains(&&*name) {
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

    /// Adds a received member, which may have a standard name. It must not be there yet.
    pub(crate) fn push_received(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        json: Box<RawValue>,
    ) {
        self.0.push((name.into(), json));
    }

    /// Adds constants before the other members.
    pub(crate) fn prepend(&mut self, constants: Constants) {
        let members = constants.iter().filter_map(|(name, json)| {
            let json = RawValue::from_string((*json).to_owned());
            debug_assert!(json.is_ok(), "the macro writes JSON");
            let json = json.ok()?;
            Some((Cow::Borrowed(*name), json))
        });
        self.0.splice(0..0, members);
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
