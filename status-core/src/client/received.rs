//! `Received`: a problem while it is decoded, as generated code calls it.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use core::error::Error;
use core::ops::RangeInclusive;

use serde_json::Value;

use super::decode::Decode;
use super::decode_error::{DecodeError, Part};
use super::decoding::{Decoding, Pass};
use super::from_text::{DecodeMember, FromCode, FromDetail, FromFieldValue};
use crate::problem::object::Problem;
use crate::status::Status;

/// A problem that no variant has matched yet.
pub struct Received<'a> {
    problem: Problem,
    decoding: &'a mut Decoding,
    /// Why the first variant that has its type did not match.
    fault: Option<DecodeError>,
}

impl<'a> Received<'a> {
    /// Begins to decode.
    #[must_use]
    pub const fn new(problem: Problem, decoding: &'a mut Decoding) -> Self {
        Self { problem, decoding, fault: None }
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
        let is_next = match self.decoding.pass {
            Pass::Constants => !constants.is_empty() && self.has_constants(constants),
            Pass::Plain => constants.is_empty(),
            Pass::Lenient => !exact && !self.has_constants(constants),
        };
        if !is_next || !self.problem.is(status) {
            return None;
        }
        self.fill(Some(status), variant)
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
            && self.has_constants(constants);
        if !is_any {
            return None;
        }
        self.fill(None, variant)
    }

    /// Returns the variant around an error of the type `D`. If the variant `replaces_detail`, the detail is
    /// not that error's.
    ///
    /// # Errors
    ///
    /// Returns what was received if it is not such an error.
    pub fn delegate<D: Decode, T>(
        mut self,
        replaces_detail: bool,
        variant: impl FnOnce(&mut Fields<'_>, D) -> Option<T>,
    ) -> Result<T, Self> {
        self.keep_fault();
        let mut problem = self.problem.clone();
        if replaces_detail {
            problem.detail = None;
        }
        match self.decoding.enter(problem, D::__decode) {
            Ok(field) => {
                let variant = self.fill(None, |fields| variant(fields, field));
                variant.ok_or(self)
            }
            Err(mut problem) => {
                problem.detail = self.problem.detail.take();
                self.problem = problem;
                Err(self)
            }
        }
    }

    /// Returns the problem, with the first fault that was found as its source.
    #[must_use]
    pub fn into_problem(mut self) -> Problem {
        self.keep_fault();
        self.problem
    }

    fn keep_fault(&mut self) {
        let earlier = self.problem.source().is_some_and(<dyn Error>::is::<DecodeError>);
        if let Some(fault) = self.fault.take().filter(|_| !earlier) {
            self.problem.set_source(Arc::new(fault));
        }
    }

    fn fill<T>(
        &mut self,
        status: Option<&'static Status>,
        variant: impl FnOnce(&mut Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        variant(&mut Fields { problem: &self.problem, status, fault: &mut self.fault })
    }

    /// Whether the problem has each of these members, with its JSON.
    fn has_constants(&self, constants: &[(&str, &str)]) -> bool {
        constants.iter().all(|(name, json)| {
            let expected: Option<Value> = serde_json::from_str(json).ok();
            let sent = self.problem.get::<Value>(name);
            let is_text = self.problem.has_text_members();
            let text = sent.as_ref().and_then(Value::as_str).filter(|_| is_text);
            sent == expected || text.is_some_and(|text| serde_json::from_str(text).ok() == expected)
        })
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
        let json = self.problem.members().find(|(member, _)| *member == name);
        let value = match json {
            Some((_, json)) => {
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
