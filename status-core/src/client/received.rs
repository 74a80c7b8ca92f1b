//! `Received`: a problem while it is decoded, as generated code calls it.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use core::ops::RangeInclusive;

use super::decode::Decode;
use super::decode_error::{DecodeError, Part};
use super::decoding::{Decoding, Definition, Pass};
use super::from_text::{DecodeMember, FromCode, FromDetail, FromFieldValue};
use crate::problem::bounded::bounded;
use crate::problem::object::Problem;
use crate::status::Status;

/// A problem that no variant has matched yet.
pub struct Received<'a> {
    problem: &'a mut Problem,
    decoding: &'a mut Decoding,
}

impl<'a> Received<'a> {
    /// Begins to search the type `T`, unless it is being searched.
    pub fn new<T>(
        problem: &'a mut Problem,
        decoding: &'a mut Decoding,
        definition: &'static Definition,
    ) -> Option<Self> {
        decoding.enter::<T>(definition).then(|| Self { problem, decoding })
    }

    /// Returns the variant with this status, if the problem is one. If it is `exact`, the problem must have
    /// its constant members.
    pub fn row<T>(
        &mut self,
        status: &'static Status,
        exact: bool,
        variant: impl FnOnce(&mut Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        let constants = status.row.constants();
        let may_be_next = match self.decoding.pass {
            Pass::Constants => !constants.is_empty(),
            Pass::Plain => constants.is_empty(),
            Pass::Lenient => !constants.is_empty() && !exact,
        };
        if !may_be_next || !self.problem.is(status) {
            return None;
        }
        let is_next = match self.decoding.pass {
            Pass::Constants => self.problem.has_constants(constants),
            Pass::Plain => true,
            Pass::Lenient => !self.problem.has_constants(constants),
        };
        if is_next { self.fill(Some(status), variant) } else { None }
    }

    /// Returns a variant that any problem with one of these codes can be. Such a variant has no type.
    pub fn any<T>(
        &mut self,
        codes: RangeInclusive<u16>,
        constants: &[(&str, &str)],
        variant: impl FnOnce(&mut Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        let is_any = self.decoding.pass == Pass::Lenient
            && codes.contains(&self.problem.status().code())
            && self.problem.type_uri.is_none()
            && self.problem.has_constants(constants);
        if is_any { self.fill(None, variant) } else { None }
    }

    /// Returns the variant around an error of the type `D`, if the problem is one. If the variant
    /// `replaces_detail`, the detail is not that error's.
    pub fn delegate<D: Decode, T>(
        &mut self,
        replaces_detail: bool,
        variant: impl FnOnce(&mut Fields<'_>, D) -> Option<T>,
    ) -> Option<T> {
        let detail = if replaces_detail { self.problem.detail.take() } else { None };
        let field = D::__decode(self.problem, self.decoding);
        if replaces_detail {
            self.problem.detail = detail;
        }
        let field = field?;
        self.fill(None, |fields| variant(fields, field))
    }

    fn fill<T>(
        &mut self,
        status: Option<&'static Status>,
        variant: impl FnOnce(&mut Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        let fault = &mut self.decoding.fault;
        variant(&mut Fields { problem: self.problem, status, fault })
    }
}

impl Drop for Received<'_> {
    fn drop(&mut self) {
        self.decoding.leave();
    }
}

/// The fields of a variant.
pub struct Fields<'a> {
    problem: &'a Problem,
    /// That of the variant, unless it is a `dynamic` one.
    status: Option<&'static Status>,
    fault: &'a mut Option<DecodeError>,
}

impl Fields<'_> {
    /// Returns a member. A missing one is `null`, which an `Option` accepts.
    pub fn member<T: DecodeMember>(&mut self, name: &'static str) -> Option<T> {
        let value = match self.problem.member_json(name) {
            Some(json) => {
                let value = serde_json::from_str(json).or_else(|error| {
                    let text = serde_json::from_str::<String>(json).ok();
                    let text = text.filter(|_| self.problem.has_text_members());
                    text.and_then(|text| serde_json::from_str(&text).ok()).ok_or(error)
                });
                value.map_err(|error| without_place(&error))
            }
            None => serde_json::from_str("null").map_err(|_| "it is missing".into()),
        };
        self.value(Part::Member(name), value)
    }

    /// Returns a header field, after `before` others of its name.
    pub fn header_field<T: FromFieldValue>(
        &mut self,
        name: &'static str,
        before: usize,
    ) -> Option<T> {
        let value = match self.problem.received_fields().get_all(name).iter().nth(before) {
            Some(value) => {
                let value_at = T::__at(value, self.problem.date());
                value_at.ok_or_else(|| format!("invalid value {value:?}"))
            }
            None => T::absent().ok_or_else(|| "it is missing".into()),
        };
        self.value(Part::HeaderField(name), value)
    }

    /// Returns the detail.
    pub fn detail<T: FromDetail>(&mut self) -> Option<T> {
        let value = match self.problem.detail.as_deref() {
            Some(detail) => T::from_detail(detail).ok_or_else(|| "invalid value".into()),
            None => T::absent().ok_or_else(|| "it is missing".into()),
        };
        self.value(Part::Detail, value)
    }

    /// Returns the code.
    pub fn code<T: FromCode>(&mut self) -> Option<T> {
        let code = self.problem.status().code();
        let value = T::try_from(code).map_err(|_| format!("{code} is not one of its values"));
        self.value(Part::Code, value)
    }

    /// The value, or why there is none: the first reason is kept. A problem that is none of the type's
    /// own is not malformed.
    fn value<T>(&mut self, part: Part, value: Result<T, String>) -> Option<T> {
        match (value, self.status) {
            (Ok(value), _) => return Some(value),
            (Err(fault), Some(status)) => {
                // It quotes what another server wrote.
                let fault = bounded(fault);
                self.fault.get_or_insert(DecodeError { part, status, fault });
            }
            (Err(_), None) => {}
        }
        None
    }
}

/// The message without the position, which is one in the member and not in the content.
fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match message.rsplit_once(" at line ") {
        Some((message, _)) => message.to_owned(),
        None => message,
    }
}
