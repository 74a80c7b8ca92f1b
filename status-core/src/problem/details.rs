//! `Details`: the members of a problem, and its JSON.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::{Deref, DerefMut};

use bytes::Bytes;
use http::HeaderMap;
use serde::de::DeserializeOwned;
use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

#[cfg(feature = "url")]
use super::base::Resolved;
#[cfg(feature = "_layer")]
use super::body::MadeBody;
use super::body::{BodyFn, OwnBody};
use super::language::Language;
#[cfg(feature = "_layer")]
use super::members::REQUEST_ID;
use super::members::{AllMembers, Constants, Member, MemberList};
use super::retry_after::RetryAfter;
use super::standard::StandardMembers;
use super::view::View;
use crate::status::Status;

/// The media type of a problem in JSON (RFC 9457 §6.1).
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A problem details object (RFC 9457 §3): one occurrence of an error.
///
/// A [`Problem`](super::Problem) dereferences to it, and it dereferences to its
/// [`StandardMembers`], to read and to set: `details.title = "Sold out".into()`.
///
/// A response has it in its extensions if the occurrence adds to the status. If middleware changes
/// it there, a `ProblemLayer` outside of the middleware sends the changed problem.
///
/// Two objects are equal if they have the same status, the same members in the same order, and the
/// same [language](Self::language).
#[derive(Clone, Debug)]
pub struct Details {
    pub(crate) standard: StandardMembers,
    pub(crate) status: &'static Status,
    /// Whether a constant member of the status was replaced. If so, all of them are in `members`.
    has_own_constants: bool,
    pub(crate) members: MemberList,
    /// Whether they are text, as in gRPC, in which a number is text too.
    pub(super) text_members: bool,
    /// What is sent instead of the JSON.
    pub(crate) body: Option<Box<OwnBody>>,
    language: Option<Language>,
    pub(crate) origin: Origin,
    /// Whether the content of the response was made from the current values. Every mutable access
    /// to them clears it.
    is_content_current: bool,
    /// How relative references were resolved.
    #[cfg(feature = "url")]
    pub(crate) resolved: Option<Box<Resolved>>,
}

/// Who wrote the members of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// This program.
    Own,
    /// Another server, for this program.
    Received,
    /// Another server, and this program sends them.
    Forwarded,
}

impl Deref for Details {
    type Target = StandardMembers;

    fn deref(&self) -> &StandardMembers {
        &self.standard
    }
}

impl DerefMut for Details {
    fn deref_mut(&mut self) -> &mut StandardMembers {
        self.is_content_current = false;
        &mut self.standard
    }
}

impl Details {
    /// Creates the object of a status, without occurrence-specific data.
    ///
    /// The response to a redacted 5xx has no `Details` in its extensions. Middleware that adds to
    /// such a response inserts them:
    ///
    /// ```
    /// use http::Response;
    /// use status_core::problem::Details;
    /// use status_core::Status;
    ///
    /// fn add_request_id<B>(response: &mut Response<B>, id: &str) {
    ///     let extensions = response.extensions_mut();
    ///     if let Some(&status) = extensions.get::<&'static Status>() {
    ///         extensions.get_or_insert_with(|| Details::new(status)).insert("requestId", id);
    ///     }
    /// }
    /// # use status_core::ServerError;
    /// # let mut response = Response::new(());
    /// # response.extensions_mut().insert(ServerError::BadGateway.status());
    /// # add_request_id(&mut response, "0192");
    /// # let details = response.extensions().get::<Details>().unwrap();
    /// # assert_eq!(details.json(), br#"{"title":"Bad Gateway","status":502,"requestId":"0192"}"#);
    /// ```
    #[must_use]
    pub fn new(status: &'static Status) -> Self {
        Self::with(status, None, MemberList::default(), None)
    }

    #[inline]
    pub(super) fn with(
        status: &'static Status,
        detail: Option<String>,
        members: MemberList,
        body: Option<BodyFn>,
    ) -> Self {
        Self {
            standard: StandardMembers {
                type_uri: status.type_uri().map(Cow::Borrowed),
                title: Cow::Borrowed(status.title()),
                detail,
                instance: None,
            },
            status,
            has_own_constants: false,
            members,
            text_members: false,
            body: body.map(|make| Box::new(OwnBody { make, made: None })),
            language: None,
            origin: Origin::Own,
            is_content_current: false,
            #[cfg(feature = "url")]
            resolved: None,
        }
    }

    /// Adds an extension member, or replaces the one with the same name (RFC 9457 §3.2).
    ///
    /// A value that serializes to `null`, such as `None`, removes the member. Nothing changes if the
    /// value fails to serialize, or if the name is that of a standard member: `type`, `title`,
    /// `status`, `detail` or `instance`.
    ///
    /// ```
    /// use status_core::ClientError;
    /// use status_core::problem::Details;
    ///
    /// let mut details = Details::new(ClientError::Conflict.status());
    /// details.insert("left", &3);
    /// assert_eq!(details.json(), br#"{"title":"Conflict","status":409,"left":3}"#);
    /// ```
    pub fn insert<T: Member + ?Sized>(&mut self, name: impl Into<Cow<'static, str>>, value: &T) {
        let name = name.into();
        let Ok(json) = serde_json::value::to_raw_value(value) else { return };
        self.is_content_current = false;
        if self.constants().iter().any(|(constant, _)| *constant == name) {
            self.members.prepend(self.constants());
            self.has_own_constants = true;
        }
        self.members.insert_json(name, json);
    }

    /// Sets the language of the title and the detail, a language tag such as `de` or `pt-BR`. The
    /// response then has `Content-Language`, and `Vary` has `Accept-Language` (RFC 9110 §8.5,
    /// §12.5.5).
    ///
    /// Without it, the response says nothing about its language. Nothing changes if the tag has more
    /// than 35 characters, or anything but subtags of 1 to 8 letters and digits with a hyphen between
    /// them (RFC 5646 §2.1, §4.4.1). Whether the subtags are registered is not checked.
    ///
    /// ```
    /// use status_core::ClientError;
    /// use status_core::problem::{Answer, Problem};
    ///
    /// let mut problem = Problem::of(&ClientError::Conflict).detail("Ausverkauft");
    /// problem.set_language("de");
    /// assert_eq!(Answer::from(problem).fields["content-language"], "de");
    /// ```
    pub fn set_language(&mut self, tag: &str) {
        if let Some(language) = Language::new(tag) {
            self.is_content_current = false;
            self.language = Some(language);
        }
    }

    /// Returns the language that [`set_language`](Self::set_language) has set.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.language.as_ref().map(Language::tag)
    }

    /// Inserts the id of the request, unless it is there: an outer layer would render the problem
    /// again.
    #[cfg(feature = "_layer")]
    pub(crate) fn insert_request_id(&mut self, id: &str) {
        let is_id =
            |json: &str| json.strip_prefix('"').and_then(|json| json.strip_suffix('"')) == Some(id);
        let is_there =
            self.readable_members().each().any(|(name, json)| name == REQUEST_ID && is_id(json));
        if !is_there {
            self.insert(REQUEST_ID, id);
        }
    }

    /// Returns the status of the response.
    #[must_use]
    pub const fn status(&self) -> &'static Status {
        self.status
    }

    /// Returns the member with this name, deserialized, or `None` if it is missing or not a `T`: a
    /// member of the wrong type is treated as missing (§3.1).
    ///
    /// In gRPC, a member is text. One that was read from a gRPC status is also a `T` if its text is the
    /// JSON of one.
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
        self.readable_members().get(name)
    }

    /// Returns the extension members in order: each name with its JSON (§3.2).
    ///
    /// A problem that was read from an object of another kind may have members with the names of
    /// standard members: see [`Problem::from_response`](super::Problem::from_response). Once it is
    /// forwarded, only members that are sent are returned, by [`get`](Self::get) too.
    #[must_use]
    pub fn members(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.readable_members().iter()
    }

    /// Returns the JSON of the member with this name.
    pub(crate) fn member_json(&self, name: &str) -> Option<&str> {
        self.readable_members().json(name)
    }

    /// Of a received problem, all that was received. Of any other, those that are sent.
    const fn readable_members(&self) -> AllMembers<'_> {
        let sent = self.sent_members();
        match self.origin {
            Origin::Received => AllMembers { beside: None, ..sent },
            Origin::Own | Origin::Forwarded => sent,
        }
    }

    const fn sent_members(&self) -> AllMembers<'_> {
        AllMembers {
            constants: self.constants(),
            own: &self.members,
            are_text: self.text_members,
            beside: Some(&self.standard),
        }
    }

    /// The constant members of the status.
    const fn constants(&self) -> Constants {
        if self.has_own_constants { &[] } else { self.status.row.constants() }
    }

    /// Whether another server wrote it, even if it is forwarded.
    pub(crate) fn is_foreign(&self) -> bool {
        self.origin != Origin::Own
    }

    /// Records that the content of the response was made from the current values.
    pub(crate) fn set_content_current(&mut self) {
        self.is_content_current = true;
    }

    /// Whether they were changed after the content of the response was made.
    #[cfg(feature = "_layer")]
    pub(crate) const fn is_edited(&self) -> bool {
        !self.is_content_current
    }

    /// The body of the type, if it was made.
    #[cfg(feature = "_layer")]
    pub(crate) fn made_body(&self) -> Option<&MadeBody> {
        self.body.as_ref()?.made.as_ref()
    }

    /// The public parts, with the header fields of the response.
    pub(crate) fn view<'a>(&'a self, header_fields: &'a HeaderMap) -> View<'a> {
        View {
            status: self.status,
            type_uri: self.type_uri.as_deref(),
            title: &self.title,
            detail: self.detail.as_deref(),
            instance: self.instance.as_deref(),
            retry_after: RetryAfter::from_headers(header_fields),
            header_fields,
            language: self.language(),
            members: self.sent_members(),
        }
    }

    /// Returns `true` if this problem has the given status: both have the same type or, if neither
    /// has a type, the same code.
    ///
    /// If the URL of the response is known, a relative type of the status is resolved against it,
    /// as the problem's own type was: see `Problem::resolve`. Otherwise the types are compared as
    /// they are, so a relative type is equal only to itself.
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
            #[cfg(feature = "url")]
            (Some(own), Some(other)) if own != other => {
                let resolved = self.resolved.as_ref().and_then(|it| it.base.resolve(other));
                resolved.as_deref() == Some(own)
            }
            (own, other) => own == other,
        }
    }

    /// Whether the occurrence adds to its status, or has a body of its own.
    pub(crate) fn adds_anything(&self) -> bool {
        self.detail.is_some()
            || self.instance.is_some()
            || !self.members.is_empty()
            || self.body.is_some()
    }

    /// Whether the type, the title and the constant members are still the status's own.
    pub(crate) fn is_of_status(&self) -> bool {
        self.type_uri.as_deref() == self.status.type_uri()
            && self.title == self.status.title()
            && !self.has_own_constants
    }

    /// Returns the object as JSON, as it is sent.
    #[must_use]
    pub fn json(&self) -> Vec<u8> {
        self.to_json(self.is_of_status())
    }

    pub(crate) fn to_json(&self, is_of_status: bool) -> Vec<u8> {
        let fixed = self.status.row.body;
        // Exact if there is only a detail and nothing in it is escaped: `Bytes` takes over a full
        // vector, and allocates for any other.
        let mut length = fixed.len() + 64 * self.members.len();
        for (name, text) in [("detail", &self.detail), ("instance", &self.instance)] {
            if let Some(text) = text {
                length += ",\"\":\"\"".len() + name.len() + text.len();
            }
        }
        let mut json = Vec::with_capacity(length);
        if is_of_status && !fixed.is_empty() {
            json.extend_from_slice(fixed.strip_suffix('}').unwrap_or(fixed).as_bytes());
        } else {
            json.push(b'{');
            self.fixed_members().for_each(|(name, member)| push(&mut json, name, member));
        }
        if let Some(detail) = &self.detail {
            push(&mut json, "detail", Value::String(detail));
        }
        if let Some(uri) = &self.instance {
            push(&mut json, "instance", Value::String(uri));
        }
        for (name, member) in self.sent_members().own() {
            push(&mut json, name, Value::Json(member));
        }
        json.push(b'}');
        json
    }

    /// The members that are the same for each occurrence, in order.
    fn fixed_members(&self) -> impl Iterator<Item = (&str, Value<'_>)> {
        let type_uri = self.type_uri.as_deref().map(|uri| ("type", Value::String(uri)));
        let title = Some(&*self.title).filter(|title| !title.is_empty());
        let title = title.map(|title| ("title", Value::String(title)));
        let status = ("status", Value::Code(self.status.code()));
        let constants = self.constants().iter().map(|(name, json)| (*name, Value::Json(json)));
        type_uri.into_iter().chain(title).chain([status]).chain(constants)
    }

    /// The members that an occurrence adds, in order.
    fn occurrence_members(&self) -> impl Iterator<Item = (&str, Value<'_>)> {
        let detail = self.detail.as_deref().map(|detail| ("detail", Value::String(detail)));
        let instance = self.instance.as_deref().map(|uri| ("instance", Value::String(uri)));
        let members = self.sent_members().own().map(|(name, json)| (name, Value::Json(json)));
        detail.into_iter().chain(instance).chain(members)
    }
}

impl PartialEq for Details {
    fn eq(&self, other: &Self) -> bool {
        self.status == other.status
            && self.standard == other.standard
            && self.language == other.language
            && self.sent_members() == other.sent_members()
    }
}

impl Eq for Details {}

/// The value of a member.
#[derive(Clone, Copy)]
enum Value<'a> {
    String(&'a str),
    Code(u16),
    /// Valid JSON.
    Json(&'a str),
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::String(text) => text.serialize(serializer),
            Self::Code(code) => code.serialize(serializer),
            Self::Json(json) => match serde_json::from_str::<&RawValue>(json) {
                Ok(json) => json.serialize(serializer),
                Err(error) => Err(S::Error::custom(error)),
            },
        }
    }
}

/// The JSON of a status whose occurrence adds nothing. Unregistered codes do not store it: there
/// are hundreds, and few are sent.
pub(crate) fn fixed_json(status: &'static Status) -> Bytes {
    match status.row.body {
        "" => Details::new(status).json().into(),
        body => Bytes::from_static(body.as_bytes()),
    }
}

/// Serializes the object as it is sent: the same members in the same order as [`Details::json`].
///
/// Members are stored as JSON. `serde_json` writes them unchanged. For another format, convert the
/// object with `serde_json::to_value` first.
impl Serialize for Details {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.fixed_members().chain(self.occurrence_members()))
    }
}

/// Appends a member to an object that is not closed yet.
#[inline]
fn push(json: &mut Vec<u8>, name: &str, member: Value<'_>) {
    if json.last() != Some(&b'{') {
        json.push(b',');
    }
    match member {
        Value::String(text) => {
            standard_name(json, name);
            string(json, text);
        }
        Value::Code(code) => {
            standard_name(json, name);
            value(json, &code);
        }
        Value::Json(member) => {
            string(json, name);
            json.push(b':');
            json.extend_from_slice(member.as_bytes());
        }
    }
}

/// Appends one of the names that RFC 9457 §3.1 defines, which need no escaping.
#[inline]
fn standard_name(json: &mut Vec<u8>, name: &str) {
    json.push(b'"');
    json.extend_from_slice(name.as_bytes());
    json.extend_from_slice(b"\":");
}

/// Appends a JSON string. Most strings need no escaping and are copied directly.
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
    debug_assert!(written.is_ok(), "writing to a vector cannot fail");
}
