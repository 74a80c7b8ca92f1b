//! One list of requests, over real connections, to a small server in each framework. What they answer
//! is compared as it was sent with what `cases.rs` expects of all of them.

#![cfg(any(
    feature = "actix_web",
    feature = "axum",
    feature = "http",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "warp",
))]

mod cases;
mod client;
mod errors;
mod servers;

use std::net::SocketAddr;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use cases::{CASES, Case};
use client::Sent;

/// A framework, and where it cannot do what the others do.
struct Framework {
    /// Runs the server, and tells its address once it listens.
    serve: fn(&Sender<SocketAddr>),
    /// The header fields that the framework adds to every response. All of them add `date` and
    /// `connection`.
    adds: &'static [&'static str],
    /// What it sends in the place of a reason that is not the one that it knows.
    reason: Reason,
    /// Whether a HEAD is told the length of the content that a 204 and a 304 do not have.
    counts_nothing: bool,
}

enum Reason {
    /// The reason of the row.
    OfTheRow,
    /// What hyper writes where nobody tells it: the phrase of the crate `http`, or none.
    #[cfg_attr(not(feature = "rocket"), expect(dead_code, reason = "rocket's alone"))]
    OfHyper,
}

impl Framework {
    fn hold(&self) {
        let (tell, address) = mpsc::channel();
        let serve = self.serve;
        thread::spawn(move || serve(&tell));
        let address = address.recv_timeout(Duration::from_secs(30)).expect("the server listens");
        for case in CASES {
            for method in case.methods {
                let sent = client::send(address, method, case.path);
                assert!(!sent.raw.contains("secret"), "{method} {}: {}", case.path, sent.raw);
                let expected = self.expected(case, method);
                assert_eq!(self.without_its_own(sent), expected, "{method} {}", case.path);
            }
        }
    }

    fn expected(&self, case: &Case, method: &str) -> (String, Vec<(String, String)>, String) {
        let line = match self.reason {
            Reason::OfTheRow => case.line,
            Reason::OfHyper => case.line_of_hyper.unwrap_or(case.line),
        };
        let mut fields: Vec<(String, String)> =
            case.fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        if !case.content.is_empty() || self.counts_nothing && method == "HEAD" {
            fields.push(("content-length".to_owned(), case.content.len().to_string()));
        }
        fields.sort();
        let content = if method == "HEAD" { "" } else { case.content };
        (format!("HTTP/1.1 {line}"), fields, content.to_owned())
    }

    /// What was sent, without what the framework adds to every response.
    fn without_its_own(&self, mut sent: Sent) -> (String, Vec<(String, String)>, String) {
        for name in ["connection", "date"].iter().chain(self.adds) {
            let before = sent.fields.len();
            sent.fields.retain(|(other, _)| other != name);
            assert_eq!(sent.fields.len() + 1, before, "one `{name}` in {}", sent.raw);
        }
        (sent.line, sent.fields, sent.content)
    }
}

macro_rules! frameworks {
    ($($name:ident = $feature:literal)*) => {$(
        #[cfg(feature = $feature)]
        #[test]
        fn $name() {
            servers::$name::FRAMEWORK.hold();
        }
    )*};
}

frameworks! {
    actix_web = "actix_web"
    axum = "axum"
    hyper = "http"
    poem = "poem"
    rocket = "rocket"
    salvo = "salvo"
    warp = "warp"
}
