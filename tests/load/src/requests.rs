//! The requests: every error that the shop has, and some that succeed.

use std::sync::LazyLock;

use bytes::Bytes;
use fastrand::Rng;
use http::HeaderValue;

use crate::ledger::Ledger;

/// What begins every secret, so that any secret is recognized in any response.
pub const SECRET: &str = "sesame-";

/// A kind of request. In the path and the content, `$id` is the number of the request, `$secret` its secret
/// and `$large` more than the shop accepts.
pub struct Kind {
    pub name: &'static str,
    method: &'static str,
    path: &'static str,
    token: Option<&'static str>,
    content: Option<(&'static str, &'static str)>,
    /// The codes of the responses. A run must see each of them.
    pub codes: &'static [u16],
    /// Whether the shop may respond before it has read the content, and then close the connection.
    pub leaves_content: bool,
}

const JSON: &str = "application/json";

const fn get(name: &'static str, path: &'static str, codes: &'static [u16]) -> Kind {
    let (method, token, content) = ("GET", Some("demo"), None);
    Kind { name, method, path, token, content, codes, leaves_content: false }
}

const fn post(
    name: &'static str,
    path: &'static str,
    json: &'static str,
    codes: &'static [u16],
) -> Kind {
    let (method, token, content) = ("POST", Some("demo"), Some((JSON, json)));
    Kind { name, method, path, token, content, codes, leaves_content: false }
}

/// Everything but [`LARGE`].
pub const KINDS: &[Kind] = &[
    // The shop has a thousand teapots.
    post("place", "/orders", r#"{"item":"teapot","quantity":20}"#, &[201, 409]),
    // It counts them for two seconds.
    get("stock", "/stock", &[200, 503]),
    get("fetch", "/orders/1", &[200]),
    get("document", "/openapi.json", &[200]),
    get("catalog", "/errors/", &[200]),
    get("bad number", "/orders/first-$id", &[400]),
    post("not JSON", "/orders", r#"{"item":"$secret""#, &[400]),
    Kind { leaves_content: true, ..post("too large", "/orders", r#""$large""#, &[413]) },
    Kind {
        content: Some(("text/plain", r#"{"item":"teapot","quantity":1}"#)),
        leaves_content: true,
        ..post("not declared", "/orders", "", &[415])
    },
    post("unexpected JSON", "/orders", r#"{"item":"teapot"}"#, &[422]),
    Kind { token: Some("$secret"), ..get("signed out", "/orders/1", &[401]) },
    Kind { token: None, leaves_content: true, ..post("no token", "/orders", "{}", &[401]) },
    get("order not found", "/orders/9000000$id", &[404]),
    post("already paid", "/orders/1/payment", r#"{"card":"$secret"}"#, &[409]),
    post("wrong quantity", "/orders", r#"{"item":"teapot","quantity":21}"#, &[422]),
    Kind {
        token: Some("trial"),
        ..post("too fast", "/orders", r#"{"item":"teapot","quantity":1}"#, &[429])
    },
    post("payment", "/orders/2/payment", r#"{"card":"unlucky $secret"}"#, &[502]),
    post("unknown item", "/orders", r#"{"item":"teacup $id","quantity":1}"#, &[422]),
    post("sold out", "/orders", r#"{"item":"kettle","quantity":1}"#, &[409]),
    get("no route", "/nowhere/$id", &[404]),
    get("no page", "/errors/nothing-$id", &[404]),
    Kind { method: "DELETE", ..get("no method", "/stock", &[405]) },
    Kind { method: "HEAD", ..get("head", "/orders/9000000$id", &[404]) },
];

/// A response that no buffer between the shop and a slow reader holds.
pub const LARGE: &Kind = &get("large", "/docs/swagger-ui-bundle.js", &[200]);

impl Kind {
    /// One of [`KINDS`].
    pub fn any(random: &mut Rng) -> &'static Self {
        &KINDS[random.usize(..KINDS.len())]
    }

    /// One of those for which this holds.
    pub fn any_that(random: &mut Rng, holds: impl Fn(&Self) -> bool) -> &'static Self {
        loop {
            let kind = Self::any(random);
            if holds(kind) {
                return kind;
            }
        }
    }

    pub fn has_content(&self) -> bool {
        self.content.is_some()
    }
}

/// An `Accept` of 64 KB.
static LONG_ACCEPT: LazyLock<HeaderValue> = LazyLock::new(|| {
    let ranges = (0..).map(|n| format!("text/x-{n};q=0.{}, ", n % 1000));
    let mut list = String::new();
    list.extend(ranges.take(4000));
    list.truncate(64 * 1024 - "text/html".len());
    list.push_str("text/html");
    HeaderValue::try_from(list).unwrap_or(HeaderValue::from_static(""))
});

/// What a client says that it accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accept {
    Nothing,
    Json,
    Html,
    Text,
    Long,
}

impl Accept {
    pub fn short(random: &mut Rng) -> Self {
        *random.choice(&[Self::Nothing, Self::Json, Self::Html, Self::Text]).unwrap_or(&Self::Json)
    }

    fn value(self) -> Option<HeaderValue> {
        match self {
            Self::Nothing => None,
            Self::Json => Some(HeaderValue::from_static(JSON)),
            Self::Html => Some(HeaderValue::from_static("text/html,*/*;q=0.8")),
            Self::Text => Some(HeaderValue::from_static("text/plain, */*;q=0.1")),
            Self::Long => Some(LONG_ACCEPT.clone()),
        }
    }
}

/// A request that the ledger knows.
pub struct Request {
    pub id: u32,
    pub kind: &'static Kind,
    path: String,
    fields: Vec<(&'static str, HeaderValue)>,
    pub content: Bytes,
}

impl Request {
    pub fn new(ledger: &Ledger, kind: &'static Kind, accept: Accept, gzip: bool) -> Self {
        let id = ledger.begin(kind.name);
        let secret = secret(id);
        let fill = |text: &str| {
            let text = text.replace("$id", &id.to_string()).replace("$secret", &secret);
            if text.contains("$large") { text.replace("$large", &"x".repeat(17_000)) } else { text }
        };
        let mut fields = vec![("x-request-id", format!("load-{id}"))];
        fields.extend(kind.token.map(|token| ("authorization", fill(&format!("Bearer {token}")))));
        fields.extend(kind.content.map(|(media_type, _)| ("content-type", media_type.to_owned())));
        fields.extend(gzip.then(|| ("accept-encoding", "gzip".to_owned())));
        let fields = fields
            .into_iter()
            .filter_map(|(name, value)| Some((name, HeaderValue::try_from(value).ok()?)))
            .chain(accept.value().map(|value| ("accept", value)))
            .collect();
        let content = kind.content.map_or(String::new(), |(_, content)| fill(content)).into();
        Self { id, kind, path: fill(kind.path), fields, content }
    }

    /// A random request that leaves no content in the connection.
    pub fn any(ledger: &Ledger, random: &mut Rng) -> Self {
        let kind = Kind::any_that(random, |kind| !kind.leaves_content);
        Self::new(ledger, kind, Accept::short(random), random.bool())
    }

    pub fn method(&self) -> &'static str {
        self.kind.method
    }

    /// The head as HTTP/1 writes it, without the fields that describe the content and without the empty line.
    pub fn start(&self, version: &str) -> Vec<u8> {
        let Self { path, kind: Kind { method, .. }, .. } = self;
        let mut head = format!("{method} {path} {version}\r\nhost: shop.example\r\n").into_bytes();
        for (name, value) in &self.fields {
            for part in [name.as_bytes(), b": ", value.as_bytes(), b"\r\n"] {
                head.extend_from_slice(part);
            }
        }
        head
    }

    /// The whole request as HTTP/1 writes it.
    pub fn bytes(&self, version: &str, field: &str) -> Vec<u8> {
        let mut bytes = self.start(version);
        bytes.extend_from_slice(field.as_bytes());
        if self.kind.has_content() {
            let length = format!("content-length: {}\r\n", self.content.len());
            bytes.extend_from_slice(length.as_bytes());
        }
        bytes.extend_from_slice(b"\r\n");
        bytes.extend_from_slice(&self.content);
        bytes
    }

    /// The request as hyper and h2 take it.
    pub fn http<B>(&self, origin: &str, content: B) -> Result<http::Request<B>, http::Error> {
        let mut request =
            http::Request::builder().method(self.kind.method).uri(format!("{origin}{}", self.path));
        for (name, value) in &self.fields {
            request = request.header(*name, value.clone());
        }
        request.body(content)
    }
}

/// The secret of a request. Only the log may have it.
pub fn secret(id: u32) -> String {
    format!("{SECRET}{id}-{:08x}", id.wrapping_mul(0x9e37_79b9))
}
