//! Reads a `Problem` from a response (RFC 9457 §3).

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::Deserializer as _;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::content::{Form, MAX_CONTENT, excerpt};
use super::invalid_problem::{Fault, InvalidProblem};
use crate::canonical::server_error::ServerError;
use crate::problem::members::MemberList;
use crate::problem::object::Problem;
use crate::status::Status;

/// # For clients
///
/// A received problem was written by another server. If a handler returns it, with `?` for example,
/// the response is a 502 without any of its content: see [`forward`](Self::forward).
impl Problem {
    /// Reads a problem details object from a file or a message.
    ///
    /// - A standard member of the wrong type is ignored (RFC 9457 §3.1): a `title` that is not a
    ///   string, a `status` that is not an integer. All other members are kept as JSON, with their
    ///   exact digits and at any depth.
    /// - If a name is repeated, the last member wins. A member whose name is not valid Unicode (a
    ///   lone surrogate) is ignored.
    /// - For the type "about:blank" and for an empty type, `type_uri` is `None`. If the title is
    ///   missing, it is the reason of the code or, if there is a type, empty.
    /// - A byte order mark is skipped (RFC 8259 §8.1).
    ///
    /// The input can have any length, and is read in linear time. For the content of a response,
    /// use [`from_response`](Self::from_response).
    ///
    /// ```
    /// use status_core::problem::Problem;
    ///
    /// let problem = Problem::from_json(br#"{"status":404,"title":7,"detail":"no order 7","id":7}"#)?;
    /// assert_eq!(problem.status().code(), 404);
    /// assert_eq!(problem.title, "Not Found");
    /// assert_eq!(problem.detail.as_deref(), Some("no order 7"));
    /// assert_eq!(problem.get("id"), Some(7));
    ///
    /// let error = Problem::from_json(b"<html>").unwrap_err();
    /// assert_eq!(error.to_string(), "expected a JSON object (RFC 9457 §3), found '<'");
    /// # Ok::<(), status_core::problem::InvalidProblem>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the input is not a JSON object in UTF-8, or if its `status` is missing
    /// or outside 100..=599. The content of a response may omit `status`: use
    /// [`from_response`](Self::from_response), which takes the response's code.
    pub fn from_json(json: &[u8]) -> Result<Self, InvalidProblem> {
        let object = Object::read(json)?;
        let status =
            object.status.and_then(Status::from_code).ok_or(InvalidProblem(Fault::Status))?;
        Ok(object.into_problem(status))
    }

    /// Reads the problem in a response, from its code, its `Content-Type` and its content. This
    /// always succeeds.
    ///
    /// - `application/problem+json` is read like [`from_json`](Self::from_json); parameters of the
    ///   media type are ignored. The code of the response takes precedence over the `status` in the
    ///   content (RFC 9457 §3.1.2).
    /// - `application/json` and types that end in `+json` are read as a problem if the object has a
    ///   `type`, or a `status` and a `title`: many servers label their problems that way. For any
    ///   other object, `detail` and `instance` are read as the standard members if they are strings.
    ///   All others are kept as extension members, whatever their names are: a `status` may be
    ///   "error". [`forward`](Self::forward) sends one with the name of a standard member only while
    ///   that is not set, and never a string, which would be read as the standard member.
    /// - For `text/plain`, the first 200 characters become the detail, with whitespace collapsed:
    ///   proxies and frameworks often explain an error there. There is no detail if the text is not
    ///   UTF-8 or contains control characters.
    /// - For any other content, for a malformed problem and for content longer than
    ///   [`MAX_CONTENT`], the problem is the canonical one for the code. If the content should have
    ///   been JSON, the [`source`](core::error::Error::source) is the [`InvalidProblem`] that
    ///   explains why it could not be read.
    ///
    /// A code outside 100..=599 is treated as 500 (RFC 9110 §15). It does not have to be an error
    /// code.
    ///
    /// ```
    /// use status_core::problem::Problem;
    ///
    /// let from_proxy = Problem::from_response(504, Some(b"text/html"), b"<html>...");
    /// assert_eq!(from_proxy.to_string(), "504 Gateway Timeout");
    ///
    /// let content_type = Some(&b"application/problem+json"[..]);
    /// let sold_out = Problem::from_response(409, content_type, br#"{"type":"/sold-out","left":3}"#);
    /// assert_eq!(sold_out.type_uri.as_deref(), Some("/sold-out"));
    /// assert_eq!(sold_out.get("left"), Some(3));
    /// ```
    #[must_use]
    pub fn from_response(code: u16, content_type: Option<&[u8]>, content: &[u8]) -> Self {
        let status = Status::from_code(code).unwrap_or(ServerError::InternalServerError.status());
        match Form::of(content_type) {
            Form::Problem => match Object::read_bounded(content) {
                Ok(object) => object.into_problem(status),
                // A response to HEAD has the media type, and no content.
                Err(InvalidProblem(Fault::NotAnObject(None))) => Self::received(status),
                Err(error) => Self::received(status).unread(error),
            },
            Form::Json => match Object::read_bounded(content) {
                Ok(object) if object.is_problem() => object.into_problem(status),
                Ok(object) => object.into_other(status),
                // An array or a string is not a problem, but it is not malformed either.
                Err(InvalidProblem(Fault::NotAnObject(_))) => Self::received(status),
                Err(error) => Self::received(status).unread(error),
            },
            Form::Text => {
                let mut problem = Self::received(status);
                problem.detail = excerpt(content);
                problem
            }
            Form::Other => Self::received(status),
        }
    }

    /// Allows a received problem to be sent as it is, with its code, its members and its header
    /// fields. If it was read from a gRPC status and is sent as one, it keeps the gRPC code, the reason
    /// and the domain.
    ///
    /// Without this, a handler that returns the problem sends a 502 (Bad Gateway) without details,
    /// because the problem was written for this program and not for its clients. A 401 asks for
    /// this program's credentials, a detail may name internal hosts, and an instance may not be
    /// reachable from outside. With the feature `tracing`, the problem's message is logged as the
    /// source of the 502.
    ///
    /// References that were resolved against the URL of the response (see `Problem::resolve`)
    /// become relative again: the URL may be an internal one.
    ///
    /// ```
    /// use status_core::problem::{Answer, Problem};
    ///
    /// let read = || Problem::from_json(br#"{"status":404,"detail":"no row 7 in db3"}"#).unwrap();
    /// assert_eq!(Answer::from(read()).content, r#"{"title":"Bad Gateway","status":502}"#);
    /// assert_eq!(Answer::from(read().forward()).status.code(), 404);
    /// ```
    #[must_use]
    pub fn forward(mut self) -> Self {
        self.set_forwarded();
        #[cfg(feature = "url")]
        self.unresolve();
        self
    }
}

/// A problem details object whose code is not known yet.
#[derive(Default)]
struct Object<'a> {
    type_uri: Option<String>,
    title: Option<String>,
    status: Option<u16>,
    detail: Option<String>,
    instance: Option<String>,
    members: MemberList,
    /// Members with the names of standard ones, which an object that is not a problem keeps.
    others: Vec<(&'static str, &'a RawValue)>,
}

impl<'a> Object<'a> {
    fn read_bounded(json: &'a [u8]) -> Result<Self, InvalidProblem> {
        if json.len() > MAX_CONTENT {
            return Err(InvalidProblem(Fault::Length));
        }
        Self::read(json)
    }

    fn read(json: &'a [u8]) -> Result<Self, InvalidProblem> {
        let text = core::str::from_utf8(json)
            .map_err(|error| InvalidProblem(Fault::Encoding(error.valid_up_to())))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // serde_json's message would quote the unexpected value, which may be the whole content.
        match text.trim_start_matches([' ', '\t', '\n', '\r']).chars().next() {
            Some('{') => {}
            first => return Err(InvalidProblem(Fault::NotAnObject(first))),
        }
        let mut json = serde_json::Deserializer::from_str(text);
        let object = json.deserialize_map(ObjectVisitor);
        object
            .and_then(|object| json.end().map(|()| object))
            .map_err(|error| InvalidProblem(Fault::Syntax(error)))
    }

    /// If a member is repeated, the last one wins, as for the others.
    fn keep(&mut self, name: &'static str, is_other: bool, json: &'a RawValue) {
        self.others.retain(|(other, _)| *other != name);
        if is_other && json.get() != "null" {
            self.others.push((name, json));
        }
    }

    /// Whether JSON of another media type is a problem.
    fn is_problem(&self) -> bool {
        self.type_uri.is_some() || self.status.is_some() && self.title.is_some()
    }

    /// The canonical problem with the members of an object that is not a problem.
    fn into_other(self, status: &'static Status) -> Problem {
        let mut problem = Problem::received(status);
        problem.detail = self.detail;
        problem.instance = self.instance;
        problem.members = self.members;
        // Some frameworks send a list of errors as the `detail`.
        for (name, json) in self.others {
            problem.members.push_received(name, json.to_owned());
        }
        problem
    }

    fn into_problem(self, status: &'static Status) -> Problem {
        let mut problem = Problem::received(status);
        problem.type_uri = self.type_uri.filter(|uri| is_specific(uri)).map(Cow::Owned);
        if let Some(title) = self.title {
            problem.title = Cow::Owned(title);
        } else if problem.type_uri.is_some() {
            // The reason describes the code, not this type of problem.
            problem.title = Cow::Borrowed("");
        }
        problem.detail = self.detail;
        problem.instance = self.instance;
        problem.members = self.members;
        problem
    }
}

struct ObjectVisitor;

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = Object<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a problem details object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object<'de>, A::Error> {
        let (mut object, mut members) = (Object::default(), Vec::new());
        // Raw values are read without recursion, so deep nesting cannot overflow the stack.
        while let Some((name, json)) = map.next_entry::<&RawValue, &'de RawValue>()? {
            let Some(name) = get::<String>(name) else { continue };
            match &*name {
                "type" => {
                    object.type_uri = get(json);
                    object.keep("type", object.type_uri.is_none(), json);
                }
                "title" => {
                    object.title = get(json);
                    object.keep("title", true, json);
                }
                "status" => {
                    object.status = get(json);
                    object.keep("status", true, json);
                }
                "detail" => {
                    object.detail = get(json);
                    object.keep("detail", object.detail.is_none(), json);
                }
                "instance" => {
                    object.instance = get(json);
                    object.keep("instance", object.instance.is_none(), json);
                }
                _ => members.push((name, json)),
            }
        }
        object.members = MemberList::of(&members);
        Ok(object)
    }
}

/// Whether a type says more than the code (RFC 9457 §4.2.1).
pub(crate) fn is_specific(type_uri: &str) -> bool {
    !type_uri.is_empty() && type_uri != "about:blank"
}

/// Returns the value if it has the right type.
fn get<T: DeserializeOwned>(json: &RawValue) -> Option<T> {
    serde_json::from_str(json.get()).ok()
}
