//! `Problem` from what a server sent (RFC 9457 §3, as its clients read it).

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

#[cfg(feature = "reqwest")]
use http::HeaderMap;
use serde::Deserializer as _;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::member::MemberList;
use super::{MEDIA_TYPE, Problem};
use crate::{ServerError, Status};

/// How long the content of a response may be for [`Problem::from_response`] to read it as a problem:
/// 1 MiB, in bytes.
pub const MAX_CONTENT: usize = 1 << 20;

/// How many characters of a plain text become the detail.
const EXCERPT: usize = 200;

/// How many bytes of a plain text are looked at for them.
const EXCERPT_BYTES: usize = 4 * EXCERPT;

/// # For clients
///
/// A problem that was read is not this program's own. Where it is answered nevertheless, with `?` in a
/// handler, the answer is a 502 that says nothing of it: see [`forward`](Self::forward).
impl Problem {
    /// Reads a problem details object that stands by itself, in a file or in a message.
    ///
    /// - A member of the five that has the wrong type is ignored (RFC 9457 §3.1): a `title` that is no
    ///   string, a `status` that is no integer. All other members are kept as the JSON that they are,
    ///   to the digit, however deep they nest.
    /// - Of members with one name, the last counts. One whose name is no text (a lone surrogate) is
    ///   ignored.
    /// - The type "about:blank" says nothing, as an empty one does: `type_uri` is `None`. Without a
    ///   type, a missing title is the reason of the code; beside a type it is empty.
    /// - A byte order mark is skipped (RFC 8259 §8.1).
    ///
    /// It takes any length, in a time that grows with it and no more. For the content of a response
    /// there is [`from_response`](Self::from_response).
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
    /// assert_eq!(error.to_string(), "a problem is a JSON object (RFC 9457 §3), and this begins with '<'");
    /// # Ok::<(), status_core::problem::InvalidProblem>(())
    /// ```
    ///
    /// # Errors
    ///
    /// For what is no JSON object in UTF-8, and for one whose `status` is missing or no code, which
    /// lies in 100..=599: nothing else says what code it is of.
    pub fn from_json(json: &[u8]) -> Result<Self, InvalidProblem> {
        let object = Object::read(json)?;
        let status = object.status.and_then(Status::of).ok_or(InvalidProblem(Fault::Status))?;
        Ok(object.into_problem(status))
    }

    /// The problem that a response tells of, whatever its content is: its code, the value of its
    /// `Content-Type`, and its content.
    ///
    /// - `application/problem+json` is read as [`from_json`](Self::from_json) says; parameters of the
    ///   media type mean nothing. The code of the response counts, and not the `status` in the content
    ///   (RFC 9457 §3.1.2).
    /// - Of `text/plain`, the first 200 characters are the detail, with a single space wherever there
    ///   is white space: proxies and frameworks say there what went wrong. It has none where they are
    ///   no UTF-8 or hold control characters.
    /// - Of anything else, and where the content is not what it claims to be or longer than
    ///   [`MAX_CONTENT`], it is the problem of the code. Its [`source`](Error::source) then is the
    ///   [`InvalidProblem`] that tells why a claimed problem could not be read.
    ///
    /// A number that is no code, below 100 or above 599, counts as 500 (RFC 9110 §15). Whether the code
    /// tells of an error is not asked.
    ///
    /// ```
    /// use status_core::problem::Problem;
    ///
    /// let of_a_proxy = Problem::from_response(504, Some(b"text/html"), b"<html>...");
    /// assert_eq!(of_a_proxy.to_string(), "504 Gateway Timeout");
    ///
    /// let content_type = Some(&b"application/problem+json"[..]);
    /// let sold_out = Problem::from_response(409, content_type, br#"{"type":"/sold-out","left":3}"#);
    /// assert_eq!(sold_out.type_uri.as_deref(), Some("/sold-out"));
    /// assert_eq!(sold_out.get("left"), Some(3));
    /// ```
    #[must_use]
    pub fn from_response(code: u16, content_type: Option<&[u8]>, content: &[u8]) -> Self {
        let status = Status::of(code).unwrap_or(ServerError::InternalServerError.status());
        match Form::of(content_type) {
            Form::Problem => match Object::read_bounded(content) {
                Ok(object) => object.into_problem(status),
                Err(error) => Self::received(status).because(error),
            },
            Form::Text => {
                let mut problem = Self::received(status);
                problem.detail = excerpt(content);
                problem
            }
            Form::Other => Self::received(status),
        }
    }

    /// Makes a problem that was read one of this program's own, to be answered as it stands: its code,
    /// all that it says, and its header fields.
    ///
    /// Without this, a handler that fails with it answers 502 (Bad Gateway) and says no more: whoever
    /// wrote the problem wrote it for this program, not for those who call it. A 401 asks for this
    /// program's credentials, a detail may name hosts that nobody is to know, and an instance leads
    /// nowhere from outside. With the feature `tracing` the log has its text, as the source of that 502.
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
        self.0.received = false;
        self
    }

    fn received(status: &'static Status) -> Self {
        let mut problem = Self::new(status);
        problem.0.received = true;
        problem
    }

    #[cfg(feature = "reqwest")]
    pub(crate) fn with_fields(mut self, fields: HeaderMap) -> Self {
        self.0.fields = fields;
        self
    }

    pub(crate) fn because(mut self, error: impl Error + Send + Sync + 'static) -> Self {
        self.0.source = Some(Arc::new(error));
        self
    }
}

/// What the content of a response is for us.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    Problem,
    Text,
    Other,
}

impl Form {
    pub(crate) fn of(content_type: Option<&[u8]>) -> Self {
        let value = content_type.unwrap_or_default();
        let media_type = value.split(|&byte| byte == b';').next().unwrap_or_default().trim_ascii();
        if media_type.eq_ignore_ascii_case(MEDIA_TYPE.as_bytes()) {
            Self::Problem
        } else if media_type.eq_ignore_ascii_case(b"text/plain") {
            Self::Text
        } else {
            Self::Other
        }
    }

    /// How many bytes of the content can make a difference. One more than is used tells that there
    /// are more.
    #[cfg(feature = "reqwest")]
    pub(crate) const fn bytes_of_use(self) -> usize {
        match self {
            Self::Problem => MAX_CONTENT + 1,
            Self::Text => EXCERPT_BYTES + 1,
            Self::Other => 0,
        }
    }
}

fn excerpt(content: &[u8]) -> Option<String> {
    let (head, rest) = content.split_at(content.len().min(EXCERPT_BYTES));
    let head = match core::str::from_utf8(head) {
        Ok(head) => head,
        // A character may have been cut in two.
        Err(error) if error.error_len().is_none() => {
            core::str::from_utf8(&head[..error.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    let mut text = head.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() || text.contains(char::is_control) {
        return None;
    }
    let end = text.char_indices().nth(EXCERPT).map(|(end, _)| end);
    if let Some(end) = end {
        text.truncate(end);
    }
    if end.is_some() || !rest.is_empty() {
        text.push('…');
    }
    Some(text)
}

/// A problem details object, before it is known what code it is of.
#[derive(Default)]
struct Object {
    type_uri: Option<String>,
    title: Option<String>,
    status: Option<u16>,
    detail: Option<String>,
    instance: Option<String>,
    members: MemberList,
}

impl Object {
    fn read_bounded(json: &[u8]) -> Result<Self, InvalidProblem> {
        if json.len() > MAX_CONTENT {
            return Err(InvalidProblem(Fault::Length));
        }
        Self::read(json)
    }

    fn read(json: &[u8]) -> Result<Self, InvalidProblem> {
        let text = core::str::from_utf8(json)
            .map_err(|error| InvalidProblem(Fault::Encoding(error.valid_up_to())))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // serde_json would repeat what it found instead, up to the whole content.
        match text.trim_start_matches([' ', '\t', '\n', '\r']).chars().next() {
            Some('{') => {}
            first => return Err(InvalidProblem(Fault::NoObject(first))),
        }
        let mut json = serde_json::Deserializer::from_str(text);
        let object = json.deserialize_map(ObjectVisitor);
        object
            .and_then(|object| json.end().map(|()| object))
            .map_err(|error| InvalidProblem(Fault::Syntax(error)))
    }

    fn into_problem(self, status: &'static Status) -> Problem {
        let mut problem = Problem::received(status);
        let says_something = |uri: &String| !uri.is_empty() && uri != "about:blank";
        problem.type_uri = self.type_uri.filter(says_something).map(Cow::Owned);
        if let Some(title) = self.title {
            problem.title = Cow::Owned(title);
        } else if problem.type_uri.is_some() {
            // The reason would be what the code says, and not what the problem says.
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
    type Value = Object;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a problem details object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
        let (mut object, mut members) = (Object::default(), Vec::new());
        // Raw values are read without recursion: no depth is too deep for them.
        while let Some((name, json)) = map.next_entry::<&RawValue, &RawValue>()? {
            let Some(name) = get::<String>(name) else { continue };
            match &*name {
                "type" => object.type_uri = get(json),
                "title" => object.title = get(json),
                "status" => object.status = get(json),
                "detail" => object.detail = get(json),
                "instance" => object.instance = get(json),
                _ => members.push((name, json)),
            }
        }
        object.members = MemberList::of(&members);
        Ok(object)
    }
}

/// The value, where it has the right type.
fn get<T: DeserializeOwned>(json: &RawValue) -> Option<T> {
    serde_json::from_str(json.get()).ok()
}

/// What was to be read is no problem.
///
/// It says what is wrong, and where:
///
/// ```
/// use status_core::problem::Problem;
///
/// let error = Problem::from_json(br#"{"status":404,}"#).unwrap_err();
/// assert_eq!(error.to_string(), "a problem is a JSON object, and this is broken: trailing comma at line 1 column 15");
/// ```
#[derive(Debug)]
pub struct InvalidProblem(Fault);

#[derive(Debug)]
enum Fault {
    /// The first character, where there is one.
    NoObject(Option<char>),
    /// The offset of the first byte that is wrong.
    Encoding(usize),
    Syntax(serde_json::Error),
    Length,
    Status,
}

impl fmt::Display for InvalidProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Fault::NoObject(None) => {
                f.write_str("a problem is a JSON object (RFC 9457 §3), and this is empty")
            }
            Fault::NoObject(Some(first)) => {
                write!(
                    f,
                    "a problem is a JSON object (RFC 9457 §3), and this begins with {first:?}"
                )
            }
            Fault::Encoding(offset) => {
                write!(f, "JSON is UTF-8 (RFC 8259 §8.1), and this is not, from byte {offset} on")
            }
            Fault::Syntax(error) => {
                write!(f, "a problem is a JSON object, and this is broken: {error}")
            }
            Fault::Length => write!(f, "longer than {MAX_CONTENT} bytes, and not read"),
            Fault::Status => f.write_str(
                "`status` is missing or no integer from 100 to 599; for the content of a response, \
                 `Problem::from_response` takes the response's own code",
            ),
        }
    }
}

impl Error for InvalidProblem {}
