//! The standard members of a problem (RFC 9457 §3.1).

use alloc::borrow::Cow;
use alloc::string::String;

/// The members that RFC 9457 §3.1 defines.
pub(super) const STANDARD: [&str; 5] = ["type", "title", "status", "detail", "instance"];

/// The members that RFC 9457 §3.1 defines, except `status`.
///
/// [`Details`](super::Details) and [`Problem`](super::Problem) dereference to it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StandardMembers {
    /// A URI reference that identifies this kind of problem (§3.1.1). `None` means the same as
    /// "about:blank": the problem has no meaning beyond its status.
    pub type_uri: Option<Cow<'static, str>>,
    /// A summary of the kind of problem, which does not change between occurrences (§3.1.3). Empty
    /// for the canonical status of an unregistered code.
    pub title: Cow<'static, str>,
    /// What happened this time (§3.1.4).
    pub detail: Option<String>,
    /// A URI reference that identifies this occurrence (§3.1.5).
    pub instance: Option<String>,
}

impl StandardMembers {
    /// Whether an extension member can be sent with these. One that was received may have the name of
    /// a standard member. Names must be unique (RFC 8259 §4), and if the standard member is not sent,
    /// a string would be read as it.
    pub(super) fn allow(&self, name: &str, json: &str) -> bool {
        let is_free = match name {
            "type" => self.type_uri.is_none(),
            "title" => self.title.is_empty(),
            "status" => false,
            "detail" => self.detail.is_none(),
            "instance" => self.instance.is_none(),
            _ => return true,
        };
        is_free && !json.starts_with('"')
    }
}
