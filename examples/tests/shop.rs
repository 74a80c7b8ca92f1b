//! Runs the `shop` example and sends it requests.

mod common;

use std::io::{BufRead, BufReader, Read, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
#[cfg(unix)]
use status_test_support::Connection;
use status_test_support::request;
use ureq::Agent;
use ureq::http::{Request, Version};

/// Part of the message of a redacted error. No response may contain it.
const SECRET: &str = "payments.internal";

/// The timeout of every wait, so that a test fails instead of hanging.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long the shop waits for unfinished requests after Ctrl-C.
#[cfg(unix)]
const GRACE: Duration = Duration::from_secs(2);

static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| common::build("shop"));

/// The running program, which is stopped at the end of the test.
struct Process {
    child: Child,
    out: Receiver<String>,
    err: Receiver<String>,
}

impl Process {
    fn start(port: Option<&str>, arguments: &[&str]) -> Self {
        let mut program = Command::new(&*PROGRAM);
        program.args(arguments);
        match port {
            Some(port) => program.env("PORT", port),
            None => program.env_remove("PORT"),
        };
        let mut child = program
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let out = lines(child.stdout.take().unwrap());
        let err = lines(child.stderr.take().unwrap());
        Self { child, out, err }
    }

    /// Waits until the program ends. Returns its exit code and the unread lines of stdout and
    /// stderr.
    fn end(mut self) -> (Option<i32>, Vec<String>, Vec<String>) {
        let (out, err) = (rest(&self.out), rest(&self.err));
        (self.child.wait().unwrap().code(), out, err)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail if it has already ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads lines on another thread, so that waiting for them can time out.
fn lines(pipe: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        BufReader::new(pipe).lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
    });
    receiver
}

/// All lines until the pipe is closed.
fn rest(lines: &Receiver<String>) -> Vec<String> {
    let deadline = Instant::now() + PATIENCE;
    let mut rest = Vec::new();
    loop {
        match lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(line) => rest.push(line),
            Err(mpsc::RecvTimeoutError::Disconnected) => return rest,
            Err(mpsc::RecvTimeoutError::Timeout) => panic!("the program does not end: {rest:?}"),
        }
    }
}

/// A running shop on its own port.
struct Shop {
    process: Process,
    /// `127.0.0.1:PORT`.
    address: String,
    /// The commands that it suggests.
    suggestions: Vec<String>,
    agent: Agent,
}

impl Shop {
    fn open() -> Self {
        Self::open_with(&[])
    }

    fn open_with(arguments: &[&str]) -> Self {
        let process = Process::start(Some("0"), arguments);
        let line = || process.out.recv_timeout(PATIENCE).expect("a line in time");
        let first = line();
        let url = first.split(' ').find_map(|word| word.strip_prefix("http://"));
        let address = url.expect("the first line has the URL").to_owned();
        let base = format!("http://{address}");
        let pages =
            format!("Its API is described at {base}/docs/, and its errors at {base}/errors/");
        assert_eq!(line(), pages);
        assert_eq!(line(), "It also speaks gRPC: cargo run --example shop_grpc_client");
        assert_eq!(line(), format!("Open http://{address}/stock in a browser, or try:"));
        assert_eq!(line(), "");
        let suggestions =
            std::iter::repeat_with(line).take_while(|line| !line.is_empty()).collect();
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .proxy(None)
            // The shop closes a connection whose content it did not read, which the next request would find.
            .max_idle_connections(0)
            .build()
            .into();
        Self { process, address, suggestions, agent }
    }

    /// Sends a `POST` with the body, or a `GET` without one.
    fn ask(&self, path: &str, fields: &[(&str, &str)], body: Option<&str>) -> Answer {
        let mut request = Request::builder().uri(format!("http://{}{path}", self.address));
        request = request.header("X-Request-Id", "7");
        for (name, value) in fields {
            request = request.header(*name, *value);
        }
        let response = match body {
            Some(body) => self.agent.run(request.method("POST").body(body).unwrap()),
            None => self.agent.run(request.body(()).unwrap()),
        };
        let mut response = response.unwrap();
        let fields = response.headers().iter();
        let fields = fields.map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()));
        Answer {
            path: path.to_owned(),
            version: response.version(),
            code: response.status().as_u16(),
            fields: fields.collect(),
            body: response.body_mut().read_to_string().unwrap(),
        }
    }

    /// Sends JSON as the user `demo`.
    fn ask_as_demo(&self, path: &str, json: Option<&str>) -> Answer {
        self.ask(path, &[DEMO, ("Content-Type", "application/json")], json)
    }

    #[cfg(unix)]
    fn interrupt(&self) {
        let pid = self.process.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    }
}

const DEMO: (&str, &str) = ("Authorization", "Bearer demo");

#[derive(Debug)]
struct Answer {
    path: String,
    version: Version,
    code: u16,
    fields: Vec<String>,
    body: String,
}

impl Answer {
    /// Asserts everything about the response except `Date`, and what the layers add.
    #[track_caller]
    fn is(&self, code: u16, fields: &[&str], body: &str) {
        assert_eq!(self.own_body(), body);
        assert_eq!((self.version, self.code), (Version::HTTP_11, code));
        let sent = self.fields.iter().filter(|field| !field.starts_with("date: "));
        let mut sent: Vec<_> = sent.map(String::as_str).collect();
        let length = format!("content-length: {}", self.body.len());
        let added = [
            "access-control-allow-origin: *",
            "access-control-expose-headers: *",
            "x-request-id: 7",
            &length,
        ];
        let mut expected = [fields, &added].concat();
        // Shorter content is not worth compressing.
        if self.body.len() >= 32 {
            expected.push("vary: accept-encoding");
        }
        sent.sort_unstable();
        expected.sort_unstable();
        assert_eq!(sent, expected);
        assert!(!format!("{self:?}").contains(SECRET), "{self:?}");
    }

    /// The content, without the members that `ProblemLayer` adds to each problem.
    #[track_caller]
    fn own_body(&self) -> String {
        if self.code < 400 {
            return self.body.clone();
        }
        let instance = format!(r#","instance":"{}""#, self.path);
        let added = [&*instance, r#","request_id":"7""#];
        added.into_iter().fold(self.body.clone(), |body, member| {
            assert_eq!(body.matches(member).count(), 1, "{member} in {body}");
            body.replacen(member, "", 1)
        })
    }

    #[track_caller]
    fn is_problem(&self, code: u16, body: &str) {
        self.is(code, &["content-type: application/problem+json", "vary: Accept"], body);
    }
}

#[test]
fn an_order_is_placed_paid_and_fetched() {
    let shop = Shop::open();
    let json = "content-type: application/json";

    let placed = shop.ask_as_demo("/orders", Some(r#"{"item":"teapot","quantity":2}"#));
    let order = r#"{"id":3,"item":"teapot","quantity":2,"paid":false}"#;
    placed.is(201, &[json, "location: /orders/3"], order);
    shop.ask_as_demo("/orders/3", None).is(200, &[json], order);

    let paid = r#"{"id":3,"item":"teapot","quantity":2,"paid":true}"#;
    shop.ask_as_demo("/orders/3/payment", Some(r#"{"card":"lucky"}"#)).is(200, &[json], paid);
    shop.ask_as_demo("/orders/3", None).is(200, &[json], paid);
}

#[test]
fn bad_number() {
    Shop::open().ask_as_demo("/orders/first", None).is_problem(
        400,
        r#"{"type":"https://shop.example/errors/bad-number","title":"The order number is invalid.","status":400,"detail":"unexpected path: id: Cannot parse `first` to a `u64`"}"#,
    );
}

/// Each rejection of axum's `Json` keeps its own code.
#[test]
fn bad_content() {
    let shop = Shop::open();
    shop.ask_as_demo("/orders", Some(r#"{"item":"teapot""#)).is_problem(
        400,
        r#"{"type":"https://shop.example/errors/not-json","title":"The content is not JSON.","status":400,"detail":"malformed JSON: EOF while parsing an object at line 1 column 16"}"#,
    );
    let too_large = format!("\"{}\"", "x".repeat(16 * 1024));
    shop.ask_as_demo("/orders", Some(&too_large)).is_problem(
        413,
        r#"{"type":"https://shop.example/errors/too-large","title":"The content is too large.","status":413,"detail":"the content is too large"}"#,
    );
    shop.ask("/orders", &[DEMO], Some("teapot")).is_problem(
        415,
        r#"{"type":"https://shop.example/errors/not-declared","title":"The content is not declared as JSON.","status":415,"detail":"write `Content-Type: application/json`"}"#,
    );
    shop.ask_as_demo("/orders", Some(r#"{"item":"teapot"}"#)).is_problem(
        422,
        r##"{"type":"https://shop.example/errors/unexpected-json","title":"The content is not the expected JSON.","status":422,"detail":"missing field `quantity`","errors":[{"detail":"missing field `quantity`","pointer":"#"}]}"##,
    );
    let payment = shop.ask_as_demo("/orders/2/payment", Some("{}"));
    assert_eq!(payment.code, 422, "{payment:?}");
}

#[test]
fn signed_out() {
    let shop = Shop::open();
    for fields in [
        &[][..],
        &[("Authorization", "Bearer nobody")],
        &[("Authorization", "Basic demo")],
        &[("Authorization", "Bearer")],
    ] {
        shop.ask("/orders/1", fields, None).is(
            401,
            &["content-type: application/problem+json", "vary: Accept", "www-authenticate: Bearer"],
            r#"{"type":"https://shop.example/errors/signed-out","title":"The caller has not signed in.","status":401,"detail":"sign in first"}"#,
        );
    }
    // The scheme is case-insensitive (RFC 9110 §11.1).
    assert_eq!(shop.ask("/orders/1", &[("Authorization", "bearer demo")], None).code, 200);
}

#[test]
fn order_not_found() {
    Shop::open().ask_as_demo("/orders/404", None).is_problem(
        404,
        r#"{"type":"https://shop.example/errors/order-not-found","title":"No order has this number.","status":404,"detail":"order 404 not found","id":404}"#,
    );
}

#[test]
fn already_paid() {
    let shop = Shop::open();
    shop.ask_as_demo("/orders/1/payment", Some(r#"{"card":"lucky"}"#)).is_problem(
        409,
        r#"{"type":"https://shop.example/errors/already-paid","title":"The order has already been paid.","status":409,"detail":"order 1 has already been paid","id":1}"#,
    );
}

#[test]
fn wrong_quantity() {
    let shop = Shop::open();
    for quantity in [0, 21] {
        let json = format!(r#"{{"item":"teapot","quantity":{quantity}}}"#);
        let body = r#"{"type":"https://shop.example/errors/wrong-quantity","title":"The quantity is out of range.","status":422,"detail":"the quantity must be from 1 to 20, not QUANTITY","quantity":QUANTITY,"max":20}"#;
        let body = body.replace("QUANTITY", &quantity.to_string());
        shop.ask_as_demo("/orders", Some(&json)).is_problem(422, &body);
    }
    for quantity in [1, 20] {
        let json = format!(r#"{{"item":"teapot","quantity":{quantity}}}"#);
        assert_eq!(shop.ask_as_demo("/orders", Some(&json)).code, 201);
    }
}

/// Reads the response as it is on the wire, because ureq does not show the reason phrase.
#[test]
fn too_fast() {
    let before = Instant::now();
    let shop = Shop::open();
    let fields = [("Authorization", "Bearer trial"), ("Content-Type", "application/json")];
    let order = r#"{"item":"teapot","quantity":1}"#;
    let response = request(&*shop.address, "POST", "/orders", &fields, order);
    let elapsed = before.elapsed().as_secs();

    assert_eq!(response.line, "HTTP/1.1 429 Too Many Requests");
    assert_eq!(response.one("content-type"), "application/problem+json");
    let after = response.one("retry-after");
    // One hour after the shop opened, rounded up to whole seconds.
    assert!((3600 - elapsed..=3600).contains(&after.parse().unwrap()), "{after}");
    let id = response.one("x-request-id");
    assert_eq!(
        response.content,
        format!(
            r#"{{"type":"https://shop.example/errors/too-fast","title":"The caller sends orders faster than its plan allows.","status":429,"detail":"slow down","instance":"/orders","request_id":"{id}"}}"#
        )
    );
}

#[test]
fn payment() {
    let shop = Shop::open();
    shop.ask_as_demo("/orders/2/payment", Some(r#"{"card":"unlucky"}"#)).is_problem(
        502,
        r#"{"type":"https://shop.example/errors/payment","title":"The payment provider failed.","status":502}"#,
    );
}

#[test]
fn the_log_has_what_is_kept_out_of_the_responses() {
    let unlucky = Some(r#"{"card":"unlucky"}"#);
    let shop = Shop::open();
    shop.ask_as_demo("/orders/2/payment", unlucky);
    let line = shop.process.err.recv_timeout(PATIENCE).unwrap();
    let (time, line) = line.split_once(' ').unwrap();
    assert!(time.ends_with('Z'), "{time}");
    assert_eq!(
        line.trim_start(),
        format!(
            "ERROR request{{method=POST uri=/orders/2/payment version=HTTP/1.1}}: \
             status_core: payment provider: no answer from {SECRET}:9443 \
             http.response.status_code=502 \
             error.type=https://shop.example/errors/payment \
             error.sources=connection reset while charging unlucky request_id=7"
        )
    );

    let shop = Shop::open_with(&["--json"]);
    shop.ask_as_demo("/orders/404", None);
    shop.ask_as_demo("/orders/2/payment", unlucky);
    let line = || shop.process.err.recv_timeout(PATIENCE).unwrap();
    let [first, second] = [(); 2].map(|()| serde_json::from_str::<Value>(&line()).unwrap());
    assert_eq!(
        (&first["level"], &first["fields"]),
        (
            &json!("INFO"),
            &json!({
                "message": "order 404 not found",
                "http.response.status_code": 404,
                "error.type": "https://shop.example/errors/order-not-found",
                "request_id": "7",
            })
        )
    );
    assert_eq!(second["level"], "ERROR");
    assert_eq!(second["fields"]["error.sources"], "connection reset while charging unlucky");
    assert!(second["fields"]["message"].as_str().unwrap().contains(SECRET));
}

/// As `curl --http2-prior-knowledge` speaks it.
#[test]
fn the_shop_speaks_http_2() {
    let shop = Shop::open();
    let mut stream = TcpStream::connect(&shop.address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    // The preface of a client, with empty settings (RFC 9113 §3.4).
    stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").unwrap();
    let mut frame = [0; 9];
    stream.read_exact(&mut frame).unwrap();
    let [.., kind, flags, 0, 0, 0, 0] = frame else { panic!("not on stream 0: {frame:?}") };
    assert_eq!((kind, flags), (4, 0), "the server starts with its settings");
}

#[test]
fn the_stock_is_counted_when_retry_after_has_passed() {
    let shop = Shop::open();
    let busy = shop.ask("/stock", &[], None);
    busy.is(
        503,
        &["cache-control: no-store", "content-type: application/problem+json", "retry-after: 2", "vary: Accept"],
        r#"{"type":"https://shop.example/errors/counting","title":"The stock is being counted.","status":503,"detail":"the count takes a moment"}"#,
    );
    thread::sleep(Duration::from_secs(2));
    shop.ask("/stock", &[], None).is(
        200,
        &["content-type: application/json"],
        r#"{"kettle":0,"teapot":1000}"#,
    );
}

#[test]
fn stock() {
    let shop = Shop::open();
    shop.ask_as_demo("/orders", Some(r#"{"item":"kettle","quantity":1}"#)).is_problem(
        409,
        r#"{"type":"https://shop.example/errors/stock/sold-out","title":"Not enough of this item is in stock.","status":409,"detail":"0 of \"kettle\" left","item":"kettle","left":0}"#,
    );
    shop.ask_as_demo("/orders", Some(r#"{"item":"tea\u0000cup","quantity":1}"#)).is_problem(
        422,
        r#"{"type":"https://shop.example/errors/stock/unknown-item","title":"The shop does not sell this item.","status":422,"detail":"the shop does not sell \"tea\\0cup\"","item":"tea\u0000cup"}"#,
    );
}

#[test]
fn responses_of_the_router_are_problems_too() {
    let shop = Shop::open();
    shop.ask_as_demo("/", None).is_problem(404, r#"{"title":"Not Found","status":404}"#);
    shop.ask_as_demo("/orders", None).is(
        405,
        &["allow: POST", "content-type: application/problem+json", "vary: Accept"],
        r#"{"title":"Method Not Allowed","status":405}"#,
    );
}

#[test]
fn a_browser_gets_a_page_and_a_terminal_plain_text() {
    let shop = Shop::open();
    let page = shop.ask("/stock", &[("Accept", "text/html,*/*;q=0.8")], None);
    assert_eq!(page.code, 503);
    assert!(page.fields.contains(&"content-type: text/html; charset=utf-8".to_owned()));
    assert!(
        page.body.contains("<h1 dir=\"auto\">The stock is being counted.</h1>"),
        "{}",
        page.body
    );
    let text = shop.ask("/orders/404", &[DEMO, ("Accept", "text/plain")], None);
    assert!(text.body.starts_with("404 Not Found\n"), "{}", text.body);
    assert!(text.body.contains("order 404 not found"), "{}", text.body);
}

/// Each `type` that the shop sends is the address of a page, also of its own host.
#[test]
fn every_type_is_described_in_html_markdown_and_json() {
    let shop = Shop::open();
    let index = shop.ask("/errors/", &[("Accept", "application/json")], None);
    let catalog: Value = serde_json::from_str(&index.body).unwrap();
    let mut types = Vec::new();
    for table in catalog["tables"].as_array().unwrap() {
        for status in table["statuses"].as_array().unwrap() {
            types.push((status["type"].as_str().unwrap(), status["title"].as_str().unwrap()));
        }
    }
    assert_eq!(types.len(), 14);
    let sent = shop.ask_as_demo("/orders/404", None);
    let sent: Value = serde_json::from_str(&sent.body).unwrap();
    assert!(types.iter().any(|(uri, _)| sent["type"] == *uri), "{types:?}");

    let html = shop.ask("/errors/", &[("Accept", "text/html")], None);
    for (uri, title) in types {
        let path = uri.strip_prefix("https://shop.example").unwrap();
        assert!(html.body.contains(&format!("<a href=\"{path}\">{title}</a>")), "{uri}");
        for (accept, media_type, content) in [
            ("text/html", "text/html; charset=utf-8", format!("<h1 dir=\"auto\">{title}</h1>")),
            ("text/markdown", "text/markdown; charset=utf-8", format!(" {title}\n")),
            ("*/*", "application/json", format!("\"type\": \"{uri}\"")),
        ] {
            let page = shop.ask(path, &[("Accept", accept)], None);
            assert_eq!(page.code, 200, "{uri} as {accept}");
            assert!(page.fields.contains(&format!("content-type: {media_type}")), "{page:?}");
            assert!(page.body.contains(&content), "{content}: {page:?}");
        }
    }
}

/// Run in order, each suggested command gets the code in front of it.
#[test]
fn the_suggested_commands_get_the_codes_in_front_of_them() {
    let shop = Shop::open();
    let mut codes = Vec::new();
    for line in &shop.suggestions {
        let words = shell_words(line);
        let [code, "curl", "-i", url, options @ ..] = words.as_slice() else { panic!("{line}") };
        let (mut fields, mut body) = (Vec::new(), None);
        for option in options.chunks(2) {
            match option {
                ["-H", field] => fields.push(field.split_once(": ").unwrap()),
                ["--json", json] => {
                    // A `-H` replaces it.
                    if !fields.iter().any(|(name, _)| *name == "Content-Type") {
                        fields.push(("Content-Type", "application/json"));
                    }
                    body = Some(*json);
                }
                _ => panic!("{line}"),
            }
        }
        let path = url.strip_prefix(&format!("http://{}", shop.address)).expect("its own address");
        let answer = shop.ask(path, &fields, body);
        assert_eq!(answer.code.to_string(), *code, "{line}\n{answer:?}");
        codes.push(*code);
    }
    assert_eq!(
        codes.join(" "),
        "201 200 200 400 400 401 404 409 409 415 422 422 422 429 502 503 404"
    );
}

/// Splits a line as a shell does, if its quotes are single and around whole words.
fn shell_words(line: &str) -> Vec<&str> {
    let parts = line.split('\'').enumerate();
    let words = parts.map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().collect(),
        _ => vec![part],
    });
    words.collect::<Vec<_>>().concat()
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_the_shop_and_every_error_is_logged_once() {
    let shop = Shop::open();
    shop.ask_as_demo("/orders/404", None);
    shop.ask("/orders/1", &[], None);
    shop.ask_as_demo("/orders/2/payment", Some(r#"{"card":"unlucky"}"#));
    let before = Instant::now();
    shop.interrupt();
    let (exit, out, err) = shop.process.end();
    assert!(before.elapsed() < GRACE, "there was no request to wait for");
    assert_eq!((exit, out), (Some(0), vec![]));
    let codes = err.iter().filter_map(|line| line.split("status_code=").nth(1)?.get(..3));
    assert_eq!(codes.collect::<Vec<_>>(), ["404", "401", "502"], "{err:?}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_does_not_wait_long_for_a_stalled_request() {
    let shop = Shop::open();
    let mut stalled = Connection::open(&*shop.address);
    stalled.write("GET /orders/1 HT");
    // The shop accepts connections in order, so this response means that it has both.
    shop.ask_as_demo("/orders/1", None);
    shop.interrupt();
    assert_eq!(shop.process.end(), (Some(0), vec![], vec![]));
}

#[cfg(unix)]
#[test]
fn ctrl_c_waits_for_a_request_that_has_started() {
    let shop = Shop::open();
    let mut connection = Connection::open(&*shop.address);
    connection.write("GET /orders/1 HT");
    shop.ask_as_demo("/orders/1", None);
    shop.interrupt();
    connection.write("TP/1.1\r\nHost: shop\r\nAuthorization: Bearer demo\r\n\r\n");
    assert_eq!(connection.read_response("GET").line, "HTTP/1.1 200 OK");
    assert_eq!(shop.process.end(), (Some(0), vec![], vec![]));
}

/// Either the first line on stdout or the error names the port, whether it is free or not.
#[test]
fn the_default_port_is_3000() {
    let process = Process::start(None, &[]);
    let first = process.out.recv_timeout(PATIENCE);
    let first = first.or_else(|_| process.err.recv_timeout(PATIENCE)).unwrap();
    assert!(first.contains("127.0.0.1:3000"), "{first}");
}

#[test]
fn an_invalid_port_is_an_error() {
    for port in ["65536", "-1", "", "http", " 80"] {
        let (exit, out, err) = Process::start(Some(port), &[]).end();
        assert_eq!((exit, out), (Some(1), vec![]), "{port}");
        assert_eq!(err, [format!("shop: PORT is {port:?}; expected a number from 0 to 65535")]);
    }
}

#[test]
fn an_unexpected_argument_is_an_error() {
    let (exit, out, err) = Process::start(Some("0"), &["--jsn"]).end();
    assert_eq!((exit, out), (Some(1), vec![]));
    assert_eq!(err, ["shop: unexpected argument \"--jsn\"; expected `--json`"]);
}

#[test]
fn a_port_in_use_is_an_error() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let (exit, out, err) = Process::start(Some(&address.port().to_string()), &[]).end();
    assert_eq!((exit, out), (Some(1), vec![]));
    assert_eq!(err.len(), 1, "{err:?}");
    assert!(err[0].starts_with(&format!("shop: cannot listen on {address}: ")), "{err:?}");
    assert!(err[0].ends_with("; set PORT to another port"), "{err:?}");
}
