//! `Details`: the members of a problem, and its JSON.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::members::MemberList;
use crate::status::Status;

/// The media type of a problem in JSON (RFC 9457 §6.1).
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A problem details object (RFC 9457 §3): what a problem says about one occurrence of an error.
///
/// A [`Problem`](super::Problem) dereferences to it. A response has it in its extensions if the
/// occurrence adds something to its status.
///
/// Two objects are equal if they have the same status and the same members in the same order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Details {
    /// A URI reference that identifies this kind of problem (§3.1.1). `None` means the same as
    /// "about:blank": the problem says no more than its status.
    pub type_uri: Option<Cow<'static, str>>,
    /// The kind of problem in words, the same for each occurrence (§3.1.3). Empty for a code that is
    /// not registered.
    pub title: Cow<'static, str>,
    /// What happened this time (§3.1.4).
    pub detail: Option<String>,
    /// A URI reference that identifies this occurrence (§3.1.5).
    pub instance: Option<String>,
    pub(crate) status: &'static Status,
    pub(crate) members: MemberList,
}

impl Details {
    pub(crate) fn new(status: &'static Status) -> Self {
        Self::with(status, None, MemberList::default())
    }

    #[inline]
    pub(super) fn with(
        status: &'static Status,
        detail: Option<String>,
        members: MemberList,
    ) -> Self {
        Self {
            type_uri: status.type_uri().map(Cow::Borrowed),
            title: Cow::Borrowed(status.title()),
            detail,
            instance: None,
            status,
            members,
        }
    }

    /// The status of the response.
    #[must_use]
    pub const fn status(&self) -> &'static Status {
        self.status
    }

    /// The member with this name, deserialized. `None` if it is missing or not a `T`: a member of the
    /// wrong type counts as missing (§3.1).
    ///
    /// ```
    /// use status_core::ClientError;
    /// use status_core::problem::Problem;
    ///
    /// let problem = Problem::of(&ClientError::Conflict).member("left", &3);
    /// assert_eq!(problem.get("left"), Some(3));
    /// assert_eq!(problem.get::<String>("left"), None);
    /// ```
    #[must_use]
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_str(self.members.get(name)?.get()).ok()
    }

    /// The extension members in order: each name with its JSON (§3.2).
    #[must_use]
    pub fn members(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.members.iter().map(|(name, json)| (name, json.get()))
    }

    /// Whether this is a problem of the kind that `status` describes: both have the same type or, if
    /// neither has one, the same code.
    ///
    /// ```
    /// use status_core::{ClientError, ServerError};
    /// use status_core::problem::Problem;
    ///
    /// let problem = Problem::of(&ServerError::BadGateway);
    /// assert!(problem.is(ServerError::BadGateway.status()));
    /// assert!(!problem.is(ClientError::NotFound.status()));
    /// ```
    #[must_use]
    pub fn is(&self, status: &Status) -> bool {
        match (self.type_uri.as_deref(), status.type_uri()) {
            (None, None) => self.status.code() == status.code(),
            (own, other) => own == other,
        }
    }

    /// Whether it has members other than its type, title and status.
    pub(crate) fn adds(&self) -> bool {
        self.detail.is_some() || self.instance.is_some() || !self.members.is_empty()
    }

    /// Whether its type and title are those of the status: nobody has changed them.
    pub(crate) fn is_of_the_status(&self) -> bool {
        self.type_uri.as_deref() == self.status.type_uri() && self.title == self.status.title()
    }

    /// The object as it is sent, in JSON.
    #[must_use]
    pub fn json(&self) -> Vec<u8> {
        self.to_json(self.is_of_the_status())
    }

    pub(crate) fn to_json(&self, is_of_the_status: bool) -> Vec<u8> {
        let fixed = self.status.row.body;
        let length = |text: &Option<String>| text.as_ref().map_or(0, |text| text.len() + 14);
        // Exact if there is only a detail and nothing in it is escaped: `Bytes` takes over a full
        // vector, and allocates for any other.
        let length = fixed.len() + length(&self.detail).saturating_sub(2) + length(&self.instance);
        let mut json = Vec::with_capacity(length + 64 * self.members.iter().len());
        if is_of_the_status && !fixed.is_empty() {
            json.extend_from_slice(fixed.strip_suffix('}').unwrap_or(fixed).as_bytes());
        } else {
            json.push(b'{');
            if let Some(type_uri) = &self.type_uri {
                json.extend_from_slice(b"\"type\":");
                string(&mut json, type_uri);
                json.push(b',');
            }
            if !self.title.is_empty() {
                json.extend_from_slice(b"\"title\":");
                string(&mut json, &self.title);
                json.push(b',');
            }
            json.extend_from_slice(b"\"status\":");
            value(&mut json, &self.status.code());
        }
        if let Some(detail) = &self.detail {
            json.extend_from_slice(b",\"detail\":");
            string(&mut json, detail);
        }
        if let Some(instance) = &self.instance {
            json.extend_from_slice(b",\"instance\":");
            string(&mut json, instance);
        }
        for (name, member) in self.members.iter() {
            json.push(b',');
            string(&mut json, name);
            json.push(b':');
            json.extend_from_slice(member.get().as_bytes());
        }
        json.push(b'}');
        json
    }
}

/// The JSON of a status whose occurrence adds nothing. Rows of codes that are not registered do not
/// store it: there are hundreds of them, and few are ever sent.
pub(crate) fn body(status: &'static Status) -> Bytes {
    match status.row.body {
        "" => Details::new(status).json().into(),
        body => Bytes::from_static(body.as_bytes()),
    }
}

/// The object as it is sent: the same members in the same order as [`Details::json`].
///
/// Members are stored as JSON. `serde_json` writes them unchanged. For another format, convert the
/// object with `serde_json::to_value` first.
impl Serialize for Details {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(type_uri) = &self.type_uri {
            map.serialize_entry("type", type_uri)?;
        }
        if !self.title.is_empty() {
            map.serialize_entry("title", &self.title)?;
        }
        map.serialize_entry("status", &self.status.code())?;
        if let Some(detail) = &self.detail {
            map.serialize_entry("detail", detail)?;
        }
        if let Some(instance) = &self.instance {
            map.serialize_entry("instance", instance)?;
        }
        for (name, member) in self.members.iter() {
            map.serialize_entry(name, member)?;
        }
        map.end()
    }
}

/// Appends a JSON string. Most texts need no escape, and are copied in one go.
fn string(json: &mut Vec<u8>, text: &str) {
    // Not `any`: without an early exit, the compiler vectorizes the loop.
    let escaped = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    if text.bytes().fold(false, |any, byte| any | escaped(byte)) {
        return value(json, text);
    }
    json.push(b'"');
    json.extend_from_slice(text.as_bytes());
    json.push(b'"');
}

fn value<T: Serialize + ?Sized>(json: &mut Vec<u8>, value: &T) {
    let written = serde_json::to_writer(json, value);
    debug_assert!(written.is_ok(), "writing text to a vector cannot fail");
}
