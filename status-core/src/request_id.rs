//! The id of a request, for its problem and its events.

use core::cell::RefCell;
use core::fmt;
use core::mem;
use core::sync::atomic::{AtomicBool, Ordering::Relaxed};

use http::{HeaderMap, HeaderName, HeaderValue};

/// The header field that most proxies, and tower-http's `SetRequestIdLayer`, put the id into.
pub(crate) const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// A longer id is not used. A UUID has 36 characters.
const MAX: usize = 128;

/// An id whose characters mean the same in a header field, in JSON, in HTML and in a log, so that
/// it is written as it is everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RequestId(HeaderValue);

impl RequestId {
    /// The id from `x-request-id` or, if there is none that can be used, the trace id.
    pub(crate) fn of(fields: &HeaderMap) -> Option<Self> {
        let of_proxy = fields.get(X_REQUEST_ID).filter(|value| is_id(value.as_bytes()));
        if let Some(value) = of_proxy {
            return Some(Self(value.clone()));
        }
        let trace_id = trace_id(fields.get(TRACEPARENT)?.as_bytes())?;
        HeaderValue::from_bytes(trace_id).ok().map(Self)
    }

    /// Returns `None` for a text that is not an id.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let value = HeaderValue::from_str(text).ok()?;
        is_id(value.as_bytes()).then_some(Self(value))
    }

    pub(crate) fn value(&self) -> HeaderValue {
        self.0.clone()
    }

    pub(crate) fn as_str(&self) -> &str {
        // Always `Ok`: an id is ASCII.
        self.0.to_str().unwrap_or_default()
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

fn is_id(bytes: &[u8]) -> bool {
    let is_allowed = |byte: &u8| byte.is_ascii_graphic() && !b"\"&'<>\\`".contains(byte);
    (1..=MAX).contains(&bytes.len()) && bytes.iter().all(is_allowed)
}

/// The trace id of a W3C `traceparent`: `00-<trace id>-<parent id>-<flags>`. Later versions may add
/// fields (Trace Context §3.2.4).
fn trace_id(traceparent: &[u8]) -> Option<&[u8]> {
    let (fields, rest) = traceparent.split_at_checked(55)?;
    let is_hex = |field: &[u8]| {
        field.iter().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte))
    };
    let is_zero = |field: &[u8]| field.iter().all(|byte| *byte == b'0');
    let [version, trace, parent, flags] = split(fields)?;
    let is_known = match version {
        b"00" => rest.is_empty(),
        b"ff" => false,
        _ => rest.is_empty() || rest.starts_with(b"-"),
    };
    let valid = is_known
        && [version, trace, parent, flags].into_iter().all(is_hex)
        && !is_zero(trace)
        && !is_zero(parent);
    valid.then_some(trace)
}

fn split(fields: &[u8]) -> Option<[&[u8]; 4]> {
    let mut fields = fields.split(|byte| *byte == b'-');
    let found = [2, 32, 16, 2].map(|length| fields.next().filter(|it| it.len() == length));
    let [Some(version), Some(trace), Some(parent), Some(flags)] = found else { return None };
    Some([version, trace, parent, flags])
}

/// The request that this thread works on.
struct Current {
    id: RequestId,
    logged: bool,
}

std::thread_local! {
    static CURRENT: RefCell<Option<Current>> = const { RefCell::new(None) };
}

/// A request with an id. Whatever is logged while it is [entered](Self::enter) has the id.
///
/// Not a span, which a filter can disable, and which a subscriber may not show with its events.
#[derive(Debug)]
pub(crate) struct Scope {
    pub id: RequestId,
    /// Whether there was an event with the id.
    logged: AtomicBool,
}

impl Scope {
    pub(crate) const fn new(id: RequestId) -> Self {
        Self { id, logged: AtomicBool::new(false) }
    }

    pub(crate) fn is_logged(&self) -> bool {
        self.logged.load(Relaxed)
    }

    /// Makes it this thread's request until the guard is dropped: for one poll of a future.
    pub(crate) fn enter(&self) -> Entered<'_> {
        let current = Current { id: self.id.clone(), logged: self.is_logged() };
        let previous = CURRENT.try_with(|it| it.borrow_mut().replace(current)).ok().flatten();
        Entered { scope: self, previous }
    }
}

pub(crate) struct Entered<'a> {
    scope: &'a Scope,
    previous: Option<Current>,
}

impl Drop for Entered<'_> {
    fn drop(&mut self) {
        let previous = self.previous.take();
        // An error means that the thread ends, and with it what would be restored.
        let current = CURRENT.try_with(|it| mem::replace(&mut *it.borrow_mut(), previous));
        let Ok(Some(Current { id, logged: true })) = current else { return };
        self.scope.logged.store(true, Relaxed);
        // Two layers around each other have the same request.
        let _ = CURRENT.try_with(|it| {
            if let Some(outer) = it.borrow_mut().as_mut().filter(|outer| outer.id == id) {
                outer.logged = true;
            }
        });
    }
}

/// The id of this thread's request, for an event that is about to be emitted.
#[cfg_attr(not(feature = "tracing"), expect(dead_code, reason = "there are no events"))]
pub(crate) fn for_event() -> Option<RequestId> {
    let id = CURRENT.try_with(|it| {
        let mut current = it.borrow_mut();
        let current = current.as_mut()?;
        current.logged = true;
        Some(current.id.clone())
    });
    id.ok().flatten()
}

/// The id of this thread's request, for an event that may follow.
#[cfg(feature = "stream")]
pub(crate) fn current() -> Option<RequestId> {
    let id = CURRENT.try_with(|it| Some(it.borrow().as_ref()?.id.clone()));
    id.ok().flatten()
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::format;
    use alloc::string::String;

    use http::HeaderMap;

    use super::RequestId;

    fn of(fields: &[(&'static str, &str)]) -> Option<String> {
        let mut map = HeaderMap::new();
        for (name, value) in fields {
            map.append(*name, value.parse().unwrap());
        }
        RequestId::of(&map).map(|id| id.as_str().to_owned())
    }

    const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";

    #[test]
    fn an_id_is_short_and_needs_no_escaping() {
        let long = "x".repeat(128);
        for id in ["0192", "Root=1-67891233-abcdef012345678912345678", "a/b+c==", &long] {
            assert_eq!(of(&[("x-request-id", id)]).as_deref(), Some(id));
        }
        let too_long = "x".repeat(129);
        for id in ["", "a b", "a\tb", "\"", "\\", "<b>", "a&b", "it's", "`", "\u{e4}", &too_long] {
            assert_eq!(of(&[("x-request-id", id)]), None, "{id}");
            assert_eq!(RequestId::new(id), None, "{id}");
        }
        assert_eq!(RequestId::new("a\nb"), None);
    }

    #[test]
    fn the_trace_id_is_used_if_there_is_no_other() {
        let trace = format!("00-{TRACE}-b7ad6b7169203331-01");
        assert_eq!(of(&[("traceparent", &trace)]).as_deref(), Some(TRACE));
        assert_eq!(of(&[("traceparent", &trace), ("x-request-id", "7")]).as_deref(), Some("7"));
        assert_eq!(of(&[("traceparent", &trace), ("x-request-id", "")]).as_deref(), Some(TRACE));
    }

    #[test]
    fn a_malformed_traceparent_is_ignored() {
        let later = format!("01-{TRACE}-b7ad6b7169203331-01-more");
        assert_eq!(of(&[("traceparent", &later)]).as_deref(), Some(TRACE));
        for malformed in [
            String::new(),
            TRACE.to_owned(),
            format!("00-{TRACE}-b7ad6b7169203331-01-more"),
            format!("ff-{TRACE}-b7ad6b7169203331-01"),
            format!("00-{}-b7ad6b7169203331-01", "0".repeat(32)),
            format!("00-{TRACE}-0000000000000000-01"),
            format!("00-{}-b7ad6b7169203331-01", TRACE.to_uppercase()),
            format!("00_{TRACE}_b7ad6b7169203331_01"),
            format!("01-{TRACE}-b7ad6b7169203331-01more"),
        ] {
            assert_eq!(of(&[("traceparent", &malformed)]), None, "{malformed}");
        }
    }
}
