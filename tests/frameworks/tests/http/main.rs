//! One list of requests, over real connections, to small servers in each framework. What they answer
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

use cases::{CASES, Case, NOWHERE, OTHERS};
use client::Sent;
use serde_json::Value;
use status_core::Status;
use status_core::problem::RetryAfter;
use status_core::represent::{ProblemLayer, Representation, View, page};

/// A framework, and where it does not do what the others do.
struct Framework {
    /// Runs the server, with the layer or without, and tells its address once it listens.
    serve: fn(&Sender<SocketAddr>, Option<ProblemLayer>),
    /// The header fields that the framework adds to every response. All of them add `date` and
    /// `connection`.
    adds: &'static [&'static str],
    /// Whether its errors see the request, and so need no layer to answer as it asks.
    sees_requests: bool,
    /// Whether it leaves the reason to hyper, which has the phrases of the crate `http`, or none.
    has_no_reason: bool,
    /// Whether a HEAD is told the length of the content that a 204 and a 304 do not have.
    counts_nothing: bool,
    /// What a POST is answered with, by the framework itself, where there is a GET.
    wrong_method: Case,
}

/// What each reader accepts.
const READERS: [(&str, Representation); 4] = [
    ("*/*", Representation::Json),
    ("text/html, application/json;q=0.9", Representation::Html),
    ("text/html;q=0.1, text/plain", Representation::Text),
    ("image/png", Representation::Json),
];

type Transcript = (String, Vec<(String, String)>, String);

impl Framework {
    fn hold(&self) {
        for layered in [false, true] {
            let address = self.start(layered.then(ProblemLayer::new));
            let of_the_framework: &[&Case] = &[&NOWHERE, &self.wrong_method];
            let of_the_framework = of_the_framework.iter().filter(|_| layered);
            let ours = CASES.iter().chain(of_the_framework.copied());
            let cases =
                ours.map(|case| (case, true)).chain(OTHERS.iter().map(|case| (case, false)));
            for (case, ours) in cases {
                for (accept, representation) in READERS {
                    let represents = layered || self.sees_requests;
                    let representation =
                        (ours && represents && is_error(case)).then_some(representation);
                    let seen = layered.then(|| seen(case, ours));
                    for method in case.methods {
                        let sent = client::send(address, method, case.path, accept);
                        let what = format!("{method} {} as {accept}", case.path);
                        assert!(!sent.raw.contains("secret"), "{what}: {}", sent.raw);
                        let expected = self.expected(case, method, representation, seen.clone());
                        assert_eq!(self.without_its_own(sent), expected, "{what}");
                    }
                }
            }
        }
    }

    /// What the author of a server chooses is chosen.
    fn hold_choices(&self) {
        let layer = ProblemLayer::new().only_problems();
        let layer = layer.page(|view| format!("<!doctype html><p>{}", view.status.code()));
        let address = self.start(Some(layer));
        for (method, path) in [("GET", "/nowhere"), ("POST", "/about")] {
            let sent = client::send(address, method, path, "text/plain");
            let fields = &sent.fields;
            assert!(fields.contains(&("seen".to_owned(), "nothing".to_owned())), "{}", sent.raw);
            assert!(fields.iter().all(|(name, _)| name != "vary"), "{}", sent.raw);
            assert!(!sent.content.contains("404 Not Found\n"), "{}", sent.raw);
        }
        let sent = client::send(address, "GET", "/errors/not-found", "text/html");
        assert_eq!(sent.content, "<!doctype html><p>404");
    }

    fn start(&self, layer: Option<ProblemLayer>) -> SocketAddr {
        let (tell, address) = mpsc::channel();
        let serve = self.serve;
        thread::spawn(move || serve(&tell, layer));
        address.recv_timeout(Duration::from_secs(30)).expect("the server listens")
    }

    /// What is to be sent: as it stands in the case, or in one of the representations.
    fn expected(
        &self,
        case: &Case,
        method: &str,
        representation: Option<Representation>,
        seen: Option<String>,
    ) -> Transcript {
        let line = case.line_of_hyper.filter(|_| self.has_no_reason).unwrap_or(case.line);
        let content = match representation {
            Some(Representation::Html) => html(case),
            Some(Representation::Text) => case.text.to_owned(),
            _ => case.content.to_owned(),
        };
        let mut fields: Vec<(&str, String)> =
            case.fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        if let Some(representation) = representation {
            fields.retain(|(name, _)| *name != "content-type");
            fields.push(("content-type", representation.media_type().to_owned()));
            fields.push(("vary", "Accept".to_owned()));
        }
        let head = method == "HEAD";
        if !content.is_empty() || self.counts_nothing && head {
            fields.push(("content-length", content.len().to_string()));
        }
        fields.extend(seen.map(|seen| ("seen", seen)));
        let mut fields: Vec<_> =
            fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        fields.sort();
        (format!("HTTP/1.1 {line}"), fields, if head { String::new() } else { content })
    }

    /// What was sent, without what the framework adds to every response.
    fn without_its_own(&self, mut sent: Sent) -> Transcript {
        for name in ["connection", "date"].iter().chain(self.adds) {
            let before = sent.fields.len();
            sent.fields.retain(|(other, _)| other != name);
            assert_eq!(sent.fields.len() + 1, before, "one `{name}` in {}", sent.raw);
        }
        (sent.line, sent.fields, sent.content)
    }
}

fn is_error(case: &Case) -> bool {
    case.line.starts_with(['4', '5'])
}

/// The page of a problem: that of its JSON.
fn html(case: &Case) -> String {
    let problem: Value = serde_json::from_str(case.content).unwrap();
    let code = problem["status"].as_u64().and_then(|code| u16::try_from(code).ok()).unwrap();
    let status = Some(errors::ODD).filter(|odd| odd.code() == code);
    let status = status.or(Status::from_code(code)).unwrap();
    let mut view = View::new(status);
    view.type_uri = problem["type"].as_str();
    view.title = problem["title"].as_str().unwrap();
    view.detail = problem["detail"].as_str();
    view.instance = problem["instance"].as_str();
    let after = case.fields.iter().find(|(name, _)| *name == "retry-after");
    let after = after.and_then(|(_, seconds)| seconds.parse().ok()).map(Duration::from_secs);
    view.retry_after = after.map(RetryAfter::Delay);
    page(&view)
}

/// What a server's log has of a response: the status in its extensions, and whether there is more.
fn seen(case: &Case, ours: bool) -> String {
    match &case.line[..3] {
        _ if !ours => "nothing".to_owned(),
        code if case.content.contains(r#""detail""#) => format!("{code} and details"),
        code => code.to_owned(),
    }
}

macro_rules! frameworks {
    ($($name:ident = $feature:literal)*) => {$(
        #[cfg(feature = $feature)]
        #[test]
        fn $name() {
            servers::$name::FRAMEWORK.hold();
            servers::$name::FRAMEWORK.hold_choices();
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
