//! Sends the same requests to a server in each framework, and compares the responses on the wire
//! with those that `cases.rs` expects from all of them.

#![cfg(any(
    feature = "actix_web",
    feature = "axum",
    feature = "http",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "warp",
))]

mod bodies;
mod cases;
mod edits;
mod errors;
mod request_ids;
mod servers;

use std::net::SocketAddr;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use cases::{CASES, Case, NOWHERE, OTHERS};
use serde_json::Value;
use status_core::Status;
use status_core::problem::RetryAfter;
use status_core::represent::{ProblemLayer, Representation, View, page};
use status_test_support::{Response, request};

/// A framework, and how it differs from the others.
#[expect(clippy::struct_excessive_bools, reason = "each difference is independent of the others")]
struct Framework {
    /// Runs the server inside of these layers, the innermost first, and sends its address once it is
    /// listening.
    serve: fn(&Sender<SocketAddr>, Vec<ProblemLayer>),
    /// The header fields that the framework adds to every response. All of them add `date` and
    /// `connection`.
    adds: &'static [&'static str],
    /// Whether its error responses see the request, so that negotiation does not need the layer.
    sees_requests: bool,
    /// Whether hyper chooses the reason: that of the crate `http`, or none.
    has_no_reason: bool,
    /// Whether middleware can change a problem.
    edits: bool,
    /// Whether there can be several layers.
    nests: bool,
    /// Whether the layer does not see the version of the request.
    hides_version: bool,
    /// Whether a `HEAD` gets a `Content-Length` with 204 and 304.
    counts_nothing: bool,
    /// The framework's response to a `POST` to a route that has only `GET`.
    wrong_method: Case,
}

/// Values of `Accept`, with the representations that they ask for.
const READERS: [(&str, Representation); 4] = [
    ("*/*", Representation::Json),
    ("text/html, application/json;q=0.9", Representation::Html),
    ("text/html;q=0.1, text/plain", Representation::Text),
    ("image/png", Representation::Json),
];

type Transcript = (String, Vec<(String, String)>, String);

impl Framework {
    fn check(&self) {
        for layers in 0..=2 {
            let layered = layers > 0;
            let address = self.start(vec![ProblemLayer::new(); layers]);
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
                    let early = case.path.strip_prefix("/errors/").map(|it| format!("/early/{it}"));
                    let paths = [case.path].into_iter().chain(early.as_deref());
                    for (path, method) in
                        paths.flat_map(|it| case.methods.iter().map(move |m| (it, m)))
                    {
                        let sent = request(address, method, path, &[("Accept", accept)], "");
                        let what = format!("{method} {path} as {accept} in {layers} layers");
                        assert!(!format!("{sent:?}").contains("secret"), "{what}: {sent:?}");
                        let expected = self.expected(case, method, representation, seen.clone());
                        assert_eq!(self.without_its_own(sent), expected, "{what}");
                    }
                }
            }
        }
    }

    /// Checks the options of the layer.
    fn check_options(&self) {
        let layer = ProblemLayer::new().only_problems();
        let layer = layer.page(|view| format!("<!doctype html><p>{}", view.status.code()));
        let address = self.start(Some(layer));
        for (method, path) in [("GET", "/nowhere"), ("POST", "/about")] {
            let sent = request(address, method, path, &[("Accept", "text/plain")], "");
            assert_eq!(sent.one("seen"), "nothing");
            assert!(sent.all("vary").is_empty(), "{sent:?}");
            assert!(!sent.content.contains("404 Not Found\n"), "{sent:?}");
        }
        let sent = request(address, "GET", "/errors/not-found", &[("Accept", "text/html")], "");
        assert_eq!(sent.content, "<!doctype html><p>404");
    }

    /// Starts the server inside of these layers, the innermost first.
    fn start(&self, layers: impl IntoIterator<Item = ProblemLayer>) -> SocketAddr {
        let (tell, address) = mpsc::channel();
        let serve = self.serve;
        let layers = layers.into_iter().collect();
        thread::spawn(move || serve(&tell, layers));
        address.recv_timeout(Duration::from_secs(30)).expect("the server listens")
    }

    /// The response that a case expects, in the given representation.
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

    /// The response without the fields that the framework adds to all of them.
    fn without_its_own(&self, mut sent: Response) -> Transcript {
        for name in ["connection", "date"].iter().chain(self.adds) {
            let before = sent.fields.len();
            sent.fields.retain(|(other, _)| other != name);
            assert_eq!(sent.fields.len() + 1, before, "one `{name}` in {sent:?}");
        }
        sent.fields.sort();
        (sent.line, sent.fields, sent.content)
    }
}

fn is_error(case: &Case) -> bool {
    case.line.starts_with(['4', '5'])
}

/// The page of the problem in a case.
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

/// What a middleware outside of the layer sees: the status in the extensions, and whether there are
/// details.
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
            servers::$name::FRAMEWORK.check();
            servers::$name::FRAMEWORK.check_options();
            bodies::check(&servers::$name::FRAMEWORK);
            edits::check(&servers::$name::FRAMEWORK);
            request_ids::check(&servers::$name::FRAMEWORK, $feature);
            request_ids::check_sources(&servers::$name::FRAMEWORK, $feature);
            request_ids::check_enrich(&servers::$name::FRAMEWORK);
            request_ids::check_shape_text(&servers::$name::FRAMEWORK);
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
