//! `Details`: what a problem says of one occurrence, and its JSON.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::member::{MemberList, Members};
use super::occurrence::{Occurrence, Text};
use crate::Status;

/// A problem details object (RFC 9457 §3): what is said of one occurrence of an error.
///
/// A [`Problem`](super::Problem) gives these fields as if they were its own. They stand in the
/// extensions of a response too, where the occurrence adds something to its status.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Details {
    /// The URI reference that tells this kind of problem from others (§3.1.1). `None` means the
    /// same as "about:blank": it says no more than its status.
    pub type_uri: Option<Cow<'static, str>>,
    /// What kind of problem it is, in words that do not change from one occurrence to the next
    /// (§3.1.3). Empty for a code that nobody registered.
    pub title: Cow<'static, str>,
    /// What happened this time (§3.1.4).
    pub detail: Option<String>,
    /// A URI reference to this very occurrence (§3.1.5).
    pub instance: Option<String>,
    pub(crate) status: &'static Status,
    pub(crate) members: MemberList,
}

impl Details {
    pub(crate) fn new(status: &'static Status) -> Self {
        Self::with(status, None, MemberList::default())
    }

    /// What an error adds to its status. `None` where that is nothing.
    pub(crate) fn of<E: Occurrence + ?Sized>(error: &E, status: &'static Status) -> Option<Self> {
        let detail = status.is_exposed().then(|| {
            let mut text = String::with_capacity(64);
            // Neither a string nor `Text` fails.
            let _ = write!(text, "{}", Text(error));
            text
        });
        let mut members = MemberList::default();
        error.members(&mut Members::new(&mut members));
        let adds = detail.is_some() || !members.is_empty();
        adds.then(|| Self::with(status, detail, members))
    }

    #[inline]
    fn with(status: &'static Status, detail: Option<String>, members: MemberList) -> Self {
        Self {
            type_uri: status.type_uri().map(Cow::Borrowed),
            title: Cow::Borrowed(status.title()),
            detail,
            instance: None,
            status,
            members,
        }
    }

    /// The status that the response has.
    #[must_use]
    pub const fn status(&self) -> &'static Status {
        self.status
    }

    /// A member by its name. `None` without it, and where it is no `T`: a member of the wrong type
    /// counts as one that is not there (§3.1).
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

    /// The extension members in their order, each name with its JSON (§3.2).
    #[must_use]
    pub fn members(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.members.iter().map(|(name, json)| (name, json.get()))
    }

    /// Whether this is the problem that `status` stands for: it has the same type or, where neither
    /// has one, the same code.
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

    /// Whether it says more than its type and its title.
    pub(crate) fn adds(&self) -> bool {
        self.detail.is_some() || self.instance.is_some() || !self.members.is_empty()
    }

    /// Whether its type and its title are those of the status. They are, unless somebody changed them.
    pub(crate) fn is_of_the_status(&self) -> bool {
        self.type_uri.as_deref() == self.status.type_uri() && self.title == self.status.title()
    }

    /// The object as it is sent.
    #[must_use]
    pub fn json(&self) -> Vec<u8> {
        self.to_json(self.is_of_the_status())
    }

    pub(crate) fn to_json(&self, is_of_the_status: bool) -> Vec<u8> {
        let fixed = self.status.body();
        let length = |text: &Option<String>| text.as_ref().map_or(0, |text| text.len() + 14);
        // To the byte where there is a detail alone, and nothing in it is escaped: bytes that fill
        // their vector are shared as they are, and others need a word more.
        let length = fixed.len() + length(&self.detail).saturating_sub(2) + length(&self.instance);
        let mut json = Vec::with_capacity(length + 64 * self.members.iter().len());
        if is_of_the_status {
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

/// Writes a JSON string. Few texts have a byte to escape, and one that has none is copied at once.
fn string(json: &mut Vec<u8>, text: &str) {
    // It does not end at the first, so that the compiler can look at sixteen bytes at once.
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
    debug_assert!(written.is_ok(), "writing text to a vector does not fail");
}
