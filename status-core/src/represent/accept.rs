//! Content negotiation: which representation a request asks for.

use alloc::string::String;
use core::cmp::Ordering;
use core::iter;

use mediatype::names::{_STAR, APPLICATION, HTML, JSON, PLAIN, PROBLEM, TEXT};
use mediatype::{MediaType, MediaTypeList, Name};

use super::representation::Representation;

/// How many bytes of all `Accept` fields are read. Browsers send about 150.
const LIMIT: usize = 8 * 1024;

/// Returns the representation that a request asks for. `accept` has the value of each `Accept`
/// line, which together form one list (RFC 9110 §12.5.1).
///
/// - `application/problem+json`, `application/json`, `application/*` and `*/*` match JSON;
///   `text/html`, `text/*` and `*/*` match HTML; `text/plain`, `text/*` and `*/*` match text. The
///   most specific range that matches a representation determines its weight `q`, and the highest
///   weight wins. `q=0` excludes a representation.
/// - If weights are equal, a named representation wins over one that only a wildcard matches. After
///   that, JSON wins over HTML, and HTML over text: `text/html, */*` selects HTML, and
///   `application/json, text/plain, */*` selects JSON. A wildcard never selects HTML over text,
///   because browsers always list HTML explicitly: `text/*` selects text.
/// - If nothing matches, or if there is no `Accept`, the result is JSON: an error in the wrong
///   format is more useful than a 406.
///
/// Every input is accepted. A malformed item is ignored, and so is one whose weight is not a number
/// from 0 to 1; more than three digits are allowed. Parameters other than `q` are ignored. Only the
/// first 8 KiB of all lines are read, up to the last whole item.
///
/// ```
/// use status_core::represent::{Representation, negotiate};
///
/// assert_eq!(negotiate([]), Representation::Json);
/// assert_eq!(negotiate([&b"text/html"[..], b"application/json;q=0.9"]), Representation::Html);
/// assert_eq!(negotiate([&b"text/plain, */*;q=0.1"[..]]), Representation::Text);
/// assert_eq!(negotiate([&b"image/png"[..]]), Representation::Json);
/// ```
#[must_use]
pub fn negotiate<'a>(accept: impl IntoIterator<Item = &'a [u8]>) -> Representation {
    const PROBLEM_JSON: MediaType<'_> =
        MediaType::from_parts(APPLICATION, PROBLEM, Some(JSON), &[]);
    let mut lines = accept.into_iter().peekable();
    let Some(first) = lines.next() else { return Representation::Json };
    if lines.peek().is_none() && is_plainly_json(first) {
        return Representation::Json;
    }
    let json = Offer { exact: Some(PROBLEM_JSON), ..Offer::new(APPLICATION_JSON, 3) };
    let html = Offer { by_wildcard: 0, ..Offer::new(TEXT_HTML, 2) };
    let offers = [
        (json, Representation::Json),
        (html, Representation::Html),
        (Offer::new(TEXT_PLAIN, 1), Representation::Text),
    ];
    choose(iter::once(first).chain(lines), offers).unwrap_or(Representation::Json)
}

pub(crate) const APPLICATION_JSON: MediaType<'_> = MediaType::new(APPLICATION, JSON);
pub(crate) const TEXT_HTML: MediaType<'_> = MediaType::new(TEXT, HTML);
pub(crate) const TEXT_PLAIN: MediaType<'_> = MediaType::new(TEXT, PLAIN);

/// A representation that can be sent.
pub(crate) struct Offer {
    /// A more specific media type than `named`.
    pub exact: Option<MediaType<'static>>,
    pub named: MediaType<'static>,
    /// The highest wins if the request has no preference among the media types that it names.
    pub by_name: u8,
    /// The same for media types that only a wildcard matches.
    pub by_wildcard: u8,
}

impl Offer {
    pub(crate) const fn new(named: MediaType<'static>, rank: u8) -> Self {
        Self { exact: None, named, by_name: rank, by_wildcard: rank }
    }
}

/// Returns the value of the offer that a request asks for, as [`negotiate`] describes. `None` if
/// nothing matches.
pub(crate) fn choose<'a, T, const N: usize>(
    accept: impl IntoIterator<Item = &'a [u8]>,
    offers: [(Offer, T); N],
) -> Option<T> {
    let mut candidates = offers.map(|(offer, value)| Candidate { offer, value, preference: None });
    let mut left = LIMIT;
    for line in accept {
        // Lines are joined by a comma.
        let rest = left.checked_sub(line.len().saturating_add(1));
        let whole = if rest.is_some() { line } else { whole_items(line, left) };
        // Invalid UTF-8 becomes U+FFFD, which is not allowed in a token.
        let list = String::from_utf8_lossy(whole);
        for range in MediaTypeList::new(&list).flatten() {
            let Some(q) = weight(&range) else { continue };
            for candidate in &mut candidates {
                candidate.consider(&range, q);
            }
        }
        let Some(rest) = rest else { break };
        left = rest;
    }
    candidates
        .into_iter()
        .filter(|candidate| candidate.preference.is_some_and(|preference| preference.q > 0.0))
        .max_by(Candidate::order)
        .map(|candidate| candidate.value)
}

/// Whether the line is what most programs send. Parsing it would take more than half of the time that
/// a layer needs for a problem in JSON.
#[inline]
pub(crate) fn is_plainly_json(line: &[u8]) -> bool {
    matches!(line, b"*/*" | b"application/json" | b"application/problem+json")
}

/// The items of a line that end within the first `left` bytes.
fn whole_items(line: &[u8], left: usize) -> &[u8] {
    let read = line.get(..left).unwrap_or(line);
    let end = read.iter().rposition(|&byte| byte == b',').unwrap_or(0);
    read.get(..end).unwrap_or_default()
}

/// The weight of a media range (RFC 9110 §12.4.2).
fn weight(range: &MediaType<'_>) -> Option<f32> {
    let q = Name::new_unchecked("q");
    let Some((_, value)) = range.params.iter().find(|(name, _)| *name == q) else {
        return Some(1.0);
    };
    let text = value.as_str();
    // Rust also parses "inf" and "1e-3".
    let decimal = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|weight| decimal && *weight <= 1.0)
}

/// How specific a media range is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Precision {
    /// `*/*`
    Any,
    /// `text/*`
    Type,
    /// `text/html`; `application/json` for a problem
    Named,
    /// `application/problem+json`
    Exact,
}

#[derive(Clone, Copy)]
struct Preference {
    precision: Precision,
    q: f32,
}

struct Candidate<T> {
    offer: Offer,
    value: T,
    /// From the most specific media range.
    preference: Option<Preference>,
}

impl<T> Candidate<T> {
    fn consider(&mut self, range: &MediaType<'_>, q: f32) {
        let Some(precision) = self.offer.precision(range) else { return };
        let closer =
            |other: Preference| precision.cmp(&other.precision).then(q.total_cmp(&other.q)).is_gt();
        if self.preference.is_none_or(closer) {
            self.preference = Some(Preference { precision, q });
        }
    }

    fn order(&self, other: &Self) -> Ordering {
        let (q, precision, tie) = self.rank();
        let (other_q, other_precision, other_tie) = other.rank();
        q.total_cmp(&other_q).then(precision.cmp(&other_precision)).then(tie.cmp(&other_tie))
    }

    fn rank(&self) -> (f32, Precision, u8) {
        let Preference { precision, q } =
            self.preference.unwrap_or(Preference { precision: Precision::Any, q: 0.0 });
        let is_named = precision >= Precision::Named;
        (q, precision, if is_named { self.offer.by_name } else { self.offer.by_wildcard })
    }
}

impl Offer {
    fn precision(&self, range: &MediaType<'_>) -> Option<Precision> {
        let essence = range.essence();
        if self.exact.as_ref().is_some_and(|exact| essence == *exact) {
            return Some(Precision::Exact);
        }
        if essence == self.named {
            return Some(Precision::Named);
        }
        if essence == MediaType::new(self.named.ty, _STAR) {
            return Some(Precision::Type);
        }
        (essence == MediaType::new(_STAR, _STAR)).then_some(Precision::Any)
    }
}
