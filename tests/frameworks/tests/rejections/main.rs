//! Thirty bad requests and twenty faults in JSON, sent to a small server in each framework. Each of
//! them must be answered with a problem; the guide lists those with another code than in the others.

#![cfg(all(
    feature = "actix_web",
    feature = "axum",
    feature = "http",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "warp",
))]

mod actix_web;
mod axum;
mod cases;
mod hyper;
mod poem;
mod rocket;
mod salvo;
mod shop;
mod warp;

use std::net::SocketAddr;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use cases::{CASES, Case, MEDIA_TYPES, POINTERS};
use status_core::problem::{Answer, FieldErrors, Problem};
use status_core::{ClientError, HttpStatus as _};
use status_test_support::{Connection, Response};

/// Runs a server on this thread, on a free port.
fn run<F: Future<Output = ()>>(
    tell: &Sender<SocketAddr>,
    serve: impl FnOnce(tokio::net::TcpListener) -> F,
) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        tell.send(listener.local_addr().unwrap()).unwrap();
        serve(listener).await;
    });
}

fn send(address: SocketAddr, case: &Case) -> Response {
    let Case { method, path, field, content, .. } = case;
    let mut head =
        format!("{method} {path} HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n");
    if !field.is_empty() {
        head.extend([*field, "\r\n"]);
    }
    if !content.is_empty() && !field.contains("chunked") {
        head.extend(["Content-Length: ", &content.len().to_string(), "\r\n"]);
    } else if *method == "POST" && content.is_empty() {
        head.push_str("Content-Length: 0\r\n");
    }
    let mut connection = Connection::open(address);
    connection.write([format!("{head}\r\n").as_bytes(), content].concat());
    let response = String::from_utf8(connection.read_to_end()).unwrap();
    let (head, content) = response.split_once("\r\n\r\n").unwrap_or((&*response, ""));
    Response::parse(head, content.to_owned())
}

/// The problem in a response.
fn problem(sent: &Response, what: &str) -> Problem {
    assert_eq!(sent.one("content-type"), "application/problem+json", "{what}: {sent:?}");
    assert!(!format!("{sent:?}").contains("secret"), "{what}: {sent:?}");
    let problem = Problem::from_json(sent.content.as_bytes()).unwrap();
    let line = format!("HTTP/1.1 {} ", problem.status().code());
    assert!(sent.line.starts_with(&line), "{what}: {sent:?}");
    problem
}

/// The rows of the guide's table: the framework, the request and the code.
fn exceptions() -> Vec<(&'static str, &'static str, u16)> {
    const GUIDE: &str = include_str!("../../../../status-core/src/docs/rejections/exceptions.md");
    let rows = GUIDE.lines().filter(|line| line.starts_with("| "));
    // Without the head.
    rows.skip(2)
        .map(|row| {
            let cells: Vec<_> = row.split('|').map(str::trim).collect();
            (cells[1], cells[2], cells[3].parse().unwrap())
        })
        .collect()
}

/// Checks a framework. `names` is whether it tells which parameter of a query or form is wrong.
fn check(framework: &str, serve: fn(&Sender<SocketAddr>), names: bool) {
    assert_eq!((CASES.len(), POINTERS.len()), (30, 20));
    let (tell, address) = mpsc::channel();
    thread::spawn(move || serve(&tell));
    let address = address.recv_timeout(Duration::from_secs(30)).expect("the server listens");
    let sent = send(address, &cases::GOOD);
    assert_eq!((&*sent.line, &*sent.content), ("HTTP/1.1 200 OK", "2 items ordered"));

    let mut found = Vec::new();
    for case in CASES {
        let what = format!("{framework}, {}", case.name);
        let sent = send(address, case);
        let problem = problem(&sent, &what);
        let code = problem.status().code();
        if code != case.code {
            found.push((framework, case.name, code));
        }
        match case.name {
            "no credentials" => assert_eq!(sent.one("www-authenticate"), "Bearer", "{what}"),
            "a query with a wrong type" | "a form with a wrong type" => {
                let errors: FieldErrors = problem.get("errors").unwrap_or_default();
                let pointer = errors.iter().next().and_then(|error| error.pointer.as_deref());
                assert_eq!(pointer, names.then_some("quantity"), "{what}: {problem}");
            }
            "another media type" | "a form of another media type" => {
                assert!(problem.detail.is_some(), "{what}: {sent:?}");
            }
            "not an upgrade" => assert_eq!(sent.one("upgrade"), "websocket", "{what}"),
            _ => {}
        }
    }
    let expected: Vec<_> =
        exceptions().into_iter().filter(|(other, ..)| *other == framework).collect();
    assert_eq!(found, expected);

    for (media_type, is_json) in MEDIA_TYPES {
        let field = format!("Content-Type: {media_type}");
        let sent = send(address, &Case { field: field.leak(), ..cases::GOOD });
        let line = if *is_json { "HTTP/1.1 200 " } else { "HTTP/1.1 415 " };
        assert!(sent.line.starts_with(line), "{framework}: {media_type}: {sent:?}");
    }

    for (json, pointer) in POINTERS {
        let case = Case { content: json.as_bytes(), ..cases::GOOD };
        let problem = problem(&send(address, &case), json);
        assert_eq!(problem.status().code(), 422, "{framework}: {json}");
        let errors: FieldErrors = problem.get("errors").unwrap();
        let pointers: Vec<_> = errors.iter().map(|error| error.pointer.as_deref()).collect();
        assert_eq!(pointers, [Some(*pointer)], "{framework}: {json}: {problem}");
    }
}

#[::tokio::test]
async fn a_problem_and_an_answer_are_responses() {
    let gone = || ClientError::Gone.problem();
    let answer = || Answer::from(gone());
    let request = ::actix_web::test::TestRequest::default().to_http_request();
    let sent = ::actix_web::Responder::respond_to(gone(), &request);
    assert_eq!(sent.status().as_u16(), 410);
    assert_eq!(::actix_web::ResponseError::status_code(&gone()).as_u16(), 410);
    assert_eq!(::axum::response::IntoResponse::into_response(answer()).status().as_u16(), 410);
    assert_eq!(::poem::IntoResponse::into_response(gone()).status().as_u16(), 410);
    assert_eq!(::warp::Reply::into_response(answer()).status().as_u16(), 410);
    let (mut request, mut depot) = (salvo_core::Request::default(), salvo_core::Depot::new());
    let mut response = salvo_core::Response::new();
    salvo_core::Writer::write(answer(), &mut request, &mut depot, &mut response).await;
    assert_eq!(response.status_code.map(|code| code.as_u16()), Some(410));
}

macro_rules! frameworks {
    ($($module:ident = $name:literal, $names:literal;)*) => {
        $(
            #[test]
            fn $module() {
                check($name, $module::serve, $names);
            }
        )*

        #[test]
        fn the_guide_lists_only_these() {
            for row in exceptions() {
                assert!([$($name),*].contains(&row.0), "{row:?}");
                assert!(CASES.iter().any(|case| case.name == row.1), "{row:?}");
            }
        }
    };
}

frameworks! {
    actix_web = "actix-web", false;
    axum = "axum", true;
    hyper = "hyper", true;
    poem = "poem", false;
    rocket = "rocket", true;
    salvo = "salvo", false;
    warp = "warp", false;
}
