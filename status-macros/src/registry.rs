//! The one list of registered codes, with phrase, specification and requirements.
//!
//! It follows the IANA "HTTP Status Code" registry. `tests/tests/registry.rs` compares it with a copy
//! of that file.

use crate::nearest;

/// What the registry and the RFCs say about one code.
#[expect(clippy::struct_excessive_bools, reason = "four independent facts")]
pub struct Registered {
    pub code: u16,
    /// Empty for a reserved code, which has no usable phrase.
    pub phrase: &'static str,
    /// The first and the last letter of the phrase, in lower case.
    first_and_last: [u8; 2],
    /// Where the code is defined: "RFC 9110 §15.6.4".
    pub spec: &'static str,
    pub registration: Registration,
    /// A cache may store the response without being asked to (RFC 9110 §15.1, RFC 7725 §3).
    pub cacheable: bool,
    /// A cache may store the response at all, unlike an interim one (RFC 9111 §3) and those that RFC
    /// 6585 excludes.
    pub storable: bool,
    /// The response carries content (RFC 9110 §6.4.1).
    pub content: bool,
    /// The definition of the code says that the condition is temporary.
    pub temporary: bool,
    /// The header fields that a response with this code MUST have.
    pub required_headers: &'static [&'static str],
    /// Why the code is retired, if it is.
    pub retired: Option<&'static str>,
    /// Earlier phrases, which some servers still send.
    pub former: &'static [&'static str],
}

/// The state of a code in the registry, in the registry's own words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Registration {
    Registered,
    Temporary,
    Obsolete,
    Reserved,
}

impl Registration {
    /// The variant of `status_core::Registration` for this state.
    pub fn name(self) -> &'static str {
        match self {
            Self::Registered => "Registered",
            Self::Temporary => "Temporary",
            Self::Obsolete => "Obsolete",
            Self::Reserved => "Reserved",
        }
    }
}

/// Whether a response with this code has content. Interim responses end with their header section
/// (RFC 9110 §15.2), and so do 204, 205 and 304 (§15.3.5, §15.3.6, §15.4.5).
pub const fn allows_content(code: u16) -> bool {
    !matches!(code, 100..=199 | 204 | 205 | 304)
}

const fn registered(code: u16, phrase: &'static str, spec: &'static str) -> Registered {
    Registered {
        code,
        phrase,
        first_and_last: first_and_last(phrase),
        spec,
        registration: Registration::Registered,
        cacheable: false,
        storable: code >= 200,
        content: allows_content(code),
        temporary: false,
        required_headers: &[],
        retired: None,
        former: &[],
    }
}

impl Registered {
    const fn registration(mut self, registration: Registration) -> Self {
        self.registration = registration;
        self
    }

    const fn cacheable(mut self) -> Self {
        self.cacheable = true;
        self
    }

    const fn never_stored(mut self) -> Self {
        self.storable = false;
        self
    }

    const fn temporary(mut self) -> Self {
        self.temporary = true;
        self
    }

    const fn requires(mut self, names: &'static [&'static str]) -> Self {
        self.required_headers = names;
        self
    }

    const fn retired(mut self, why: &'static str) -> Self {
        self.retired = Some(why);
        self
    }

    const fn formerly(mut self, phrases: &'static [&'static str]) -> Self {
        self.former = phrases;
        self
    }

    /// The registered name, in the style of `name`: a constant or a variant.
    pub fn name_like(&self, name: &str) -> String {
        style_of(name)(self.phrase)
    }

    /// `NOT_FOUND`: the name as a constant.
    pub fn constant_name(&self) -> String {
        constant_name(self.phrase)
    }

    /// `NotFound`: the name as a variant.
    pub fn variant_name(&self) -> String {
        variant_name(self.phrase)
    }
}

/// Sorted by code.
#[rustfmt::skip]
static REGISTRY: [Registered; 64] = [
    registered(100, "Continue", "RFC 9110 §15.2.1"),
    registered(101, "Switching Protocols", "RFC 9110 §15.2.2").requires(&["Upgrade"]),
    registered(102, "Processing", "RFC 2518 §10.1").retired("deprecated: RFC 4918 removed it from WebDAV"),
    registered(103, "Early Hints", "RFC 8297 §2"),
    registered(104, "Upload Resumption Supported", "draft-ietf-httpbis-resumable-upload-05").registration(Registration::Temporary).retired("a temporary registration that expired on 2026-11-13"),
    registered(200, "OK", "RFC 9110 §15.3.1").cacheable(),
    registered(201, "Created", "RFC 9110 §15.3.2"),
    registered(202, "Accepted", "RFC 9110 §15.3.3"),
    registered(203, "Non-Authoritative Information", "RFC 9110 §15.3.4").cacheable(),
    registered(204, "No Content", "RFC 9110 §15.3.5").cacheable(),
    registered(205, "Reset Content", "RFC 9110 §15.3.6"),
    registered(206, "Partial Content", "RFC 9110 §15.3.7").cacheable(),
    registered(207, "Multi-Status", "RFC 4918 §11.1"),
    registered(208, "Already Reported", "RFC 5842 §7.1"),
    registered(226, "IM Used", "RFC 3229 §10.4.1"),
    registered(300, "Multiple Choices", "RFC 9110 §15.4.1").cacheable(),
    registered(301, "Moved Permanently", "RFC 9110 §15.4.2").cacheable(),
    registered(302, "Found", "RFC 9110 §15.4.3").temporary().formerly(&["Moved Temporarily"]),
    registered(303, "See Other", "RFC 9110 §15.4.4"),
    registered(304, "Not Modified", "RFC 9110 §15.4.5"),
    registered(305, "Use Proxy", "RFC 9110 §15.4.6").retired("deprecated: a response must not choose the proxy (RFC 9110 §15.4.6)"),
    registered(306, "", "RFC 9110 §15.4.7").registration(Registration::Reserved).retired("reserved and no longer used (RFC 9110 §15.4.7)").formerly(&["Switch Proxy"]),
    registered(307, "Temporary Redirect", "RFC 9110 §15.4.8").temporary(),
    registered(308, "Permanent Redirect", "RFC 9110 §15.4.9").cacheable(),
    registered(400, "Bad Request", "RFC 9110 §15.5.1"),
    registered(401, "Unauthorized", "RFC 9110 §15.5.2").requires(&["WWW-Authenticate"]),
    registered(402, "Payment Required", "RFC 9110 §15.5.3"),
    registered(403, "Forbidden", "RFC 9110 §15.5.4"),
    registered(404, "Not Found", "RFC 9110 §15.5.5").cacheable(),
    registered(405, "Method Not Allowed", "RFC 9110 §15.5.6").cacheable().requires(&["Allow"]),
    registered(406, "Not Acceptable", "RFC 9110 §15.5.7"),
    registered(407, "Proxy Authentication Required", "RFC 9110 §15.5.8").requires(&["Proxy-Authenticate"]),
    registered(408, "Request Timeout", "RFC 9110 §15.5.9"),
    registered(409, "Conflict", "RFC 9110 §15.5.10"),
    registered(410, "Gone", "RFC 9110 §15.5.11").cacheable(),
    registered(411, "Length Required", "RFC 9110 §15.5.12"),
    registered(412, "Precondition Failed", "RFC 9110 §15.5.13"),
    registered(413, "Content Too Large", "RFC 9110 §15.5.14").formerly(&["Payload Too Large", "Request Entity Too Large"]),
    registered(414, "URI Too Long", "RFC 9110 §15.5.15").cacheable().formerly(&["Request-URI Too Long"]),
    registered(415, "Unsupported Media Type", "RFC 9110 §15.5.16"),
    registered(416, "Range Not Satisfiable", "RFC 9110 §15.5.17").formerly(&["Requested Range Not Satisfiable"]),
    registered(417, "Expectation Failed", "RFC 9110 §15.5.18"),
    registered(418, "", "RFC 9110 §15.5.19").registration(Registration::Reserved).retired("reserved because of an April Fools' joke, and has no meaning (RFC 9110 §15.5.19)").formerly(&["I'm a teapot"]),
    registered(421, "Misdirected Request", "RFC 9110 §15.5.20"),
    registered(422, "Unprocessable Content", "RFC 9110 §15.5.21").formerly(&["Unprocessable Entity"]),
    registered(423, "Locked", "RFC 4918 §11.3"),
    registered(424, "Failed Dependency", "RFC 4918 §11.4"),
    registered(425, "Too Early", "RFC 8470 §5.2").formerly(&["Unordered Collection"]),
    registered(426, "Upgrade Required", "RFC 9110 §15.5.22").requires(&["Upgrade"]),
    registered(428, "Precondition Required", "RFC 6585 §3").never_stored(),
    registered(429, "Too Many Requests", "RFC 6585 §4").never_stored().temporary(),
    registered(431, "Request Header Fields Too Large", "RFC 6585 §5").never_stored(),
    registered(451, "Unavailable For Legal Reasons", "RFC 7725 §3").cacheable(),
    registered(500, "Internal Server Error", "RFC 9110 §15.6.1"),
    registered(501, "Not Implemented", "RFC 9110 §15.6.2").cacheable(),
    registered(502, "Bad Gateway", "RFC 9110 §15.6.3"),
    registered(503, "Service Unavailable", "RFC 9110 §15.6.4").temporary(),
    registered(504, "Gateway Timeout", "RFC 9110 §15.6.5"),
    registered(505, "HTTP Version Not Supported", "RFC 9110 §15.6.6"),
    registered(506, "Variant Also Negotiates", "RFC 2295 §8.1"),
    registered(507, "Insufficient Storage", "RFC 4918 §11.5").temporary(),
    registered(508, "Loop Detected", "RFC 5842 §7.2"),
    registered(510, "Not Extended", "RFC 2774 §7").registration(Registration::Obsolete).retired("obsolete: the experiment it belonged to has ended (RFC 2774)"),
    registered(511, "Network Authentication Required", "RFC 6585 §6").never_stored(),
];

/// The registered code whose phrase this is.
pub fn by_phrase(phrase: &str) -> Option<&'static Registered> {
    REGISTRY.iter().find(|entry| !phrase.is_empty() && entry.phrase == phrase)
}

pub fn all() -> impl Iterator<Item = &'static Registered> {
    REGISTRY.iter()
}

pub fn by_code(code: u16) -> Option<&'static Registered> {
    let index = REGISTRY.binary_search_by_key(&code, |entry| entry.code).ok()?;
    REGISTRY.get(index)
}

/// The code with this name, written as a constant or as a variant.
pub fn by_name(name: &str) -> Option<&'static Registered> {
    // Every variant is looked up here. Most are rejected by their first and last letter.
    let ends = first_and_last(name);
    REGISTRY.iter().find(|entry| entry.first_and_last == ends && is_name_of(name, entry.phrase))
}

/// The error codes that require header fields, each with the names of its fields (RFC 9110 §11.6.1,
/// §15.5.6, §11.7.1, §15.5.22).
pub fn requiring_headers() -> impl Iterator<Item = (u16, &'static [&'static str])> {
    let errors = REGISTRY.iter().filter(|entry| entry.code >= 400);
    let requiring = errors.filter(|entry| !entry.required_headers.is_empty());
    requiring.map(|entry| (entry.code, entry.required_headers))
}

/// The error code that the last words of a name mean: 404 for `OrderNotFound`. Phrases of one word,
/// such as "Locked", are ordinary words at the end of a name, and so is "Loop Detected".
pub fn by_last_words(name: &str) -> Option<&'static Registered> {
    // Every variant is looked up here. Most entries are rejected by their last letters.
    let ending = name.as_bytes().last_chunk::<4>();
    REGISTRY.iter().find(|entry| {
        entry.phrase.as_bytes().last_chunk() == ending
            && entry.code >= 400
            && entry.code != 508
            && entry.phrase.contains(' ')
            && name.ends_with(&entry.variant_name())
    })
}

/// The code that once had this name: `PAYLOAD_TOO_LARGE` for 413.
pub fn by_former_name(name: &str) -> Option<(&'static Registered, &'static str)> {
    REGISTRY.iter().find_map(|entry| {
        let former = entry.former.iter().find(|phrase| is_name_of(name, phrase))?;
        Some((entry, *former))
    })
}

/// The registered name that is nearest to a misspelled one, in the same style.
pub fn nearest_name(name: &str) -> Option<String> {
    let style = style_of(name);
    let mut names = Vec::new();
    for entry in &REGISTRY {
        if !entry.phrase.is_empty() {
            names.push(style(entry.phrase));
        }
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    nearest::nearest(name, &names).map(str::to_owned)
}

/// Whether `name` is a phrase as a constant or as a variant.
fn is_name_of(name: &str, phrase: &str) -> bool {
    !phrase.is_empty() && (name == constant_name(phrase) || name == variant_name(phrase))
}

const fn first_and_last(text: &str) -> [u8; 2] {
    match text.as_bytes() {
        [one] => [one.to_ascii_lowercase(); 2],
        [first, .., last] => [first.to_ascii_lowercase(), last.to_ascii_lowercase()],
        [] => [0; 2],
    }
}

fn style_of(name: &str) -> fn(&str) -> String {
    if name.contains(char::is_lowercase) { variant_name } else { constant_name }
}

fn constant_name(phrase: &str) -> String {
    let mut name = String::new();
    for letter in phrase.chars() {
        match letter {
            ' ' | '-' => name.push('_'),
            '\'' => {}
            letter => name.push(letter.to_ascii_uppercase()),
        }
    }
    name
}

fn variant_name(phrase: &str) -> String {
    let mut name = String::new();
    let mut begins = true;
    for letter in phrase.chars() {
        match letter {
            ' ' | '-' => begins = true,
            '\'' => {}
            letter if begins => {
                name.push(letter.to_ascii_uppercase());
                begins = false;
            }
            letter => name.push(letter.to_ascii_lowercase()),
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_ascend_so_that_the_search_finds_them() {
        assert!(REGISTRY.is_sorted_by_key(|entry| entry.code));
        for entry in &REGISTRY {
            assert_eq!(by_code(entry.code).map(|found| found.code), Some(entry.code));
        }
    }

    #[test]
    fn names_follow_from_phrases() {
        for (name, code) in [
            ("OK", 200),
            ("Ok", 200),
            ("NON_AUTHORITATIVE_INFORMATION", 203),
            ("ImUsed", 226),
            ("MULTI_STATUS", 207),
            ("HttpVersionNotSupported", 505),
        ] {
            assert_eq!(by_name(name).map(|found| found.code), Some(code), "{name}");
        }
        assert!(by_name("").is_none());
        assert_eq!(by_former_name("PAYLOAD_TOO_LARGE").map(|(found, _)| found.code), Some(413));
        assert_eq!(nearest_name("NOT_FOND").as_deref(), Some("NOT_FOUND"));
        assert_eq!(nearest_name("NotFond").as_deref(), Some("NotFound"));
        assert_eq!(nearest_name("Zebra"), None);
    }
}
