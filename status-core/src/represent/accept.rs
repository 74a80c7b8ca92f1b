//! Which representation a request asks for.

use alloc::string::String;
use core::cmp::Ordering;

use mediatype::names::{_STAR, APPLICATION, HTML, JSON, PLAIN, PROBLEM, TEXT};
use mediatype::{MediaType, MediaTypeList, Name};

use super::Representation;

/// How much of all `Accept` fields is read. Browsers send some 150 bytes.
const READ: usize = 8 * 1024;

/// The representation that a request asks for with the values of its `Accept` fields, one item for
/// each field line (RFC 9110 §12.5.1). Several lines are one list.
///
/// - `application/problem+json`, `application/json`, `application/*` and `*/*` ask for JSON; `text/html`,
///   `text/*` and `*/*` for HTML; `text/plain`, `text/*` and `*/*` for text. The most specific of the
///   ranges that fit a representation gives its weight `q`, and the best weight wins. `q=0` excludes.
/// - Where weights are equal, a representation that is named wins over one that only a wildcard
///   covers, and then JSON over HTML over text: `text/html, */*` asks for HTML, and
///   `application/json, text/plain, */*` for JSON. A wildcard alone never leads to HTML where text
///   would do, for every browser names it: `text/*` asks for text.
/// - Where nothing fits, and without an `Accept`, it is JSON: an answer in the wrong form says more
///   than a 406 in place of the error.
///
/// Every input has an answer. An item that is malformed is left out, and the others count. So is one
/// whose weight is no number from 0 to 1; a weight may have more than three digits. Parameters beside
/// `q` are ignored. Of all lines together the first 8 KiB are read, and of the item that lies across
/// this limit nothing.
///
/// ```
/// use status_core::represent::{Representation, negotiate};
///
/// assert_eq!(negotiate([]), Representation::Json);
/// assert_eq!(negotiate([&b"text/html"[..], b"application/json;q=0.9"]), Representation::Html);
/// assert_eq!(negotiate([&b"text/plain, */*;q=0.1"[..]]), Representation::Text);
/// assert_eq!(negotiate([&b"image/png"[..]]), Representation::Json);
/// ```
pub fn negotiate<'a>(accept: impl IntoIterator<Item = &'a [u8]>) -> Representation {
    let mut candidates = [Representation::Json, Representation::Html, Representation::Text]
        .map(|representation| Candidate { representation, wish: None });
    let mut left = READ;
    for line in accept {
        // A comma joins the line to those before it.
        let rest = left.checked_sub(line.len().saturating_add(1));
        let whole = if rest.is_some() { line } else { whole_items(line, left) };
        // What is no UTF-8 becomes a character that no token has.
        let list = String::from_utf8_lossy(whole);
        for range in MediaTypeList::new(&list).flatten() {
            let Some(q) = weight(&range) else { continue };
            for candidate in &mut candidates {
                candidate.hear(&range, q);
            }
        }
        let Some(rest) = rest else { break };
        left = rest;
    }
    candidates
        .into_iter()
        .filter(|candidate| candidate.wish.is_some_and(|wish| wish.q > 0.0))
        .max_by(Candidate::order)
        .map_or(Representation::Json, |candidate| candidate.representation)
}

/// The items of a line that end within its first `left` bytes.
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
    // Rust reads "inf" and "1e-3" as numbers, too.
    let decimal = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|weight| decimal && *weight <= 1.0)
}

/// How closely a media range fits a representation.
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
struct Wish {
    precision: Precision,
    q: f32,
}

struct Candidate {
    representation: Representation,
    /// Of the media range that fits best.
    wish: Option<Wish>,
}

impl Candidate {
    fn hear(&mut self, range: &MediaType<'_>, q: f32) {
        let Some(precision) = self.precision(range) else { return };
        let closer = |wish: Wish| precision.cmp(&wish.precision).then(q.total_cmp(&wish.q)).is_gt();
        if self.wish.is_none_or(closer) {
            self.wish = Some(Wish { precision, q });
        }
    }

    fn precision(&self, range: &MediaType<'_>) -> Option<Precision> {
        const PROBLEM_JSON: MediaType<'_> =
            MediaType::from_parts(APPLICATION, PROBLEM, Some(JSON), &[]);
        let of = |ty, subtype| range.essence() == MediaType::new(ty, subtype);
        let (ty, subtype) = match self.representation {
            Representation::Json if range.essence() == PROBLEM_JSON => {
                return Some(Precision::Exact);
            }
            Representation::Json => (APPLICATION, JSON),
            Representation::Html => (TEXT, HTML),
            Representation::Text => (TEXT, PLAIN),
        };
        if of(ty, subtype) {
            return Some(Precision::Named);
        }
        if of(ty, _STAR) {
            return Some(Precision::Type);
        }
        of(_STAR, _STAR).then_some(Precision::Any)
    }

    fn order(&self, other: &Self) -> Ordering {
        let (q, precision, preference) = self.rank();
        let (other_q, other_precision, other_preference) = other.rank();
        q.total_cmp(&other_q)
            .then(precision.cmp(&other_precision))
            .then(preference.cmp(&other_preference))
    }

    fn rank(&self) -> (f32, Precision, u8) {
        let Wish { precision, q } = self.wish.unwrap_or(Wish { precision: Precision::Any, q: 0.0 });
        let preference = match self.representation {
            Representation::Json => 3,
            Representation::Html if precision == Precision::Named => 2,
            Representation::Text => 1,
            Representation::Html => 0,
        };
        (q, precision, preference)
    }
}
