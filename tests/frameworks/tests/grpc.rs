//! Errors as statuses of gRPC calls, between a client and a server with tonic.

#![cfg(feature = "tonic")]

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::Ipv4Addr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, SystemTime};

use status_core::problem::{Decode as _, FieldError, FieldErrors, OrStatus, Problem};
use status_core::{ClientError, HttpStatus, Redirection, ServerError, Success};
use tonic::body::Body;
use tonic::client;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::codegen::{Service, http};
use tonic::server::{self, NamedService, UnaryService};
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Endpoint, Server};
use tonic::{Code, Request, Response, Status};
use tonic_prost::ProstCodec;
use tonic_types::{ErrorDetails, FieldViolation, StatusExt as _};

/// Why an order fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(tonic, type_base = "https://shop.example/errors/")]
enum OrderError {
    /// No order has this number.
    #[error("order {id} not found")]
    #[status(404, members(id))]
    OrderNotFound { id: u64 },

    /// There is an order with this number.
    #[error("order 7 is there")]
    #[status(409, grpc = ALREADY_EXISTS)]
    OrderExists,

    /// The caller sends orders faster than its plan allows.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after))]
    TooFast { after: Duration },

    /// We are closed.
    #[error("closed for the secret party")]
    #[status(503, header("Retry-After" = until))]
    Closed { until: SystemTime },

    /// The payment provider failed.
    #[error("payment provider: {0}")]
    #[status(502)]
    Payment(#[source] io::Error),

    /// A long message.
    #[error("{}{}", .0.repeat(*.1), .2)]
    #[status(400)]
    Long(&'static str, usize, &'static str),

    /// A long message with details.
    #[error("{}", .0.repeat(20_000))]
    #[status(429, header("Retry-After" = 1))]
    LongRetry(&'static str, Duration),

    #[error(transparent)]
    #[status(transparent)]
    Client(#[from] ClientError),
}

/// It has a type parameter.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("about {0}")]
#[status(409, tonic)]
struct About<T: std::fmt::Display>(T);

fn order(what: &str) -> Result<String, OrderError> {
    Err(match what {
        "not-found" => OrderError::OrderNotFound { id: 7 },
        "exists" => OrderError::OrderExists,
        "too-fast" => OrderError::TooFast { after: Duration::from_millis(1500) },
        "closed" => OrderError::Closed { until: SystemTime::now() + Duration::from_secs(3600) },
        "past" => OrderError::Closed { until: SystemTime::UNIX_EPOCH },
        "long" => OrderError::TooFast { after: Duration::MAX },
        "ascii" => OrderError::Long("a", 17_000, ""),
        "cyrillic" => OrderError::Long("я", 3_000, ""),
        "lines" => OrderError::Long("\n", 5_000, ""),
        "mixed" => OrderError::Long("a %\u{1f600}\"", 2_000, "end"),
        "fits" => OrderError::Long("b", 2_000, "end"),
        "retry" => OrderError::LongRetry("я", Duration::from_secs(2)),
        "payment" => OrderError::Payment(io::Error::other("the secret key was refused")),
        _ => Err(ClientError::RangeNotSatisfiable)?,
    })
}

/// The service, written by hand instead of generated from a `.proto` file.
#[derive(Clone)]
struct Orders;

impl NamedService for Orders {
    const NAME: &'static str = "shop.Orders";
}

type Answered<T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send>>;

impl Service<http::Request<Body>> for Orders {
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = Answered<http::Response<Body>, Infallible>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<Body>) -> Self::Future {
        Box::pin(async { Ok(server::Grpc::new(ProstCodec::default()).unary(Order, request).await) })
    }
}

struct Order;

impl UnaryService<String> for Order {
    type Response = String;
    type Future = Answered<Response<String>, Status>;

    fn call(&mut self, request: Request<String>) -> Self::Future {
        Box::pin(async move {
            let text = match &*request.into_inner() {
                "generic" => Err(About("x"))?,
                sent if sent.starts_with("sent-") => Err(sent_error(sent))?,
                "foreign" => foreign()?,
                "problem" => problem()?,
                what => order(what)?,
            };
            Ok(Response::new(text))
        })
    }
}

fn foreign() -> Result<String, Problem> {
    Ok(Err(io::Error::other("a secret path")).or_status(ServerError::InternalServerError)?)
}

fn problem() -> Result<String, Problem> {
    Err(ServerError::InsufficientStorage.problem().detail("the shelf is full"))
}

/// Calls the service and returns what the client learns: the code, the message and the delay.
async fn call(asked: &[&str]) -> Vec<(Code, String, Option<Duration>)> {
    let told = statuses(asked).await;
    let told = told.into_iter().map(|status| {
        let retry = status.get_details_retry_info().and_then(|info| info.retry_delay);
        (status.code(), status.message().to_owned(), retry)
    });
    told.collect()
}

/// Calls the service and returns the status of each call.
async fn statuses(asked: &[&str]) -> Vec<Status> {
    let incoming = TcpIncoming::bind((Ipv4Addr::LOCALHOST, 0).into()).unwrap();
    let address = incoming.local_addr().unwrap();
    tokio::spawn(Server::builder().add_service(Orders).serve_with_incoming(incoming));
    let channel = Endpoint::from_shared(format!("http://{address}")).unwrap();
    let mut client = client::Grpc::new(channel.connect().await.unwrap());
    let mut told = Vec::new();
    for &what in asked {
        client.ready().await.unwrap();
        let codec = ProstCodec::<String, String>::default();
        let path = PathAndQuery::from_static("/shop.Orders/Order");
        let status =
            client.unary(Request::new(what.to_owned()), path, codec).await.expect_err(what);
        let arrived = format!("{status:?} {}", String::from_utf8_lossy(status.details()));
        assert!(!arrived.contains("secret"), "{arrived}");
        told.push(status);
    }
    told
}

#[tokio::test]
async fn a_call_fails_with_the_status_of_the_error() {
    let asked = [
        "not-found",
        "exists",
        "too-fast",
        "past",
        "payment",
        "range",
        "generic",
        "foreign",
        "problem",
    ];
    let expected = [
        (Code::NotFound, "order 7 not found", None),
        (Code::AlreadyExists, "order 7 is there", None),
        (Code::ResourceExhausted, "slow down", Some(2)),
        (Code::Unavailable, "We are closed.", Some(0)),
        (Code::Unavailable, "The payment provider failed.", None),
        (Code::OutOfRange, "Range Not Satisfiable", None),
        (Code::Aborted, "about x", None),
        (Code::Internal, "Internal Server Error", None),
        (Code::ResourceExhausted, "the shelf is full", None),
    ];
    let expected = expected
        .map(|(code, message, retry)| (code, message.to_owned(), retry.map(Duration::from_secs)));
    assert_eq!(call(&asked).await, expected);
}

#[tokio::test]
async fn a_date_becomes_a_delay_and_long_delays_are_capped() {
    let told = call(&["closed", "long"]).await;
    let retry = told[0].2.unwrap();
    // The date has whole seconds, and the call took some time.
    assert!((3590..=3600).contains(&retry.as_secs()), "{retry:?}");
    assert_eq!(told[1].2.map(|retry| retry.as_secs()), Some(315_576_000_000));
}

#[tokio::test]
async fn a_long_message_is_cut_and_the_code_arrives() {
    let asked = ["ascii", "cyrillic", "lines", "mixed"];
    let told = call(&asked).await;
    for ((code, message, _), what) in told.iter().zip(asked) {
        assert_eq!(*code, Code::InvalidArgument, "{what}: {message}");
        assert!(message.ends_with('…') && message.len() > 1_000, "{what}: {}", message.len());
        assert!(message.trim_end_matches('…').chars().all(|c| !"…\u{fffd}".contains(c)), "{what}");
    }
    let (code, message, retry) = call(&["retry"]).await.remove(0);
    assert_eq!((code, retry), (Code::ResourceExhausted, Some(Duration::from_secs(2))));
    assert!(message.starts_with("яяя") && message.ends_with("я…"), "{}", message.len());
    let (code, message, _) = call(&["fits"]).await.remove(0);
    assert_eq!((code, message.len()), (Code::InvalidArgument, 2_003));
}

/// What a client gets back.
#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[status(tonic, decode, type_base = "https://shop.example/errors/")]
enum SentError {
    /// All kinds of members.
    #[error("{text}: {number}")]
    #[status(
        409,
        grpc = ALREADY_EXISTS,
        members(text, number, "ratio" = ratio, flag, list, map, absent, kind = "all", quoted)
    )]
    Members {
        text: String,
        number: u64,
        ratio: f64,
        flag: bool,
        list: Vec<String>,
        map: BTreeMap<String, i8>,
        absent: Option<u8>,
        quoted: String,
    },
    /// Header fields become metadata.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after), header("X-Plan" = plan), header("X-Plan" = "all"))]
    Fields { after: Duration, plan: String },
    /// A date.
    #[error("closed")]
    #[status(503, header("Retry-After" = until))]
    Until { until: SystemTime },
    /// Not all of them fit.
    #[error("slow down")]
    #[status(429, header("X-Plan" = plan), header("Retry-After" = after))]
    LongFields { plan: String, after: Duration },
    /// The detail.
    #[error("not sent")]
    #[status(402, detail = 0)]
    Detail(Option<String>),
    /// A list of faults.
    #[error("invalid")]
    #[status(422, members(errors))]
    Invalid { errors: FieldErrors },
    /// More than fits.
    #[error("{}", .text)]
    #[status(413, members(small, text, last), header("X-Text" = small))]
    Large { small: String, text: String, last: u8 },
    /// It is not sent.
    #[error("a secret")]
    #[status(500, decode_default(0))]
    Redacted(String),
    /// HTTP/2 does not have the field `Upgrade`.
    #[error("not with this protocol")]
    #[status(426, header("Upgrade" = "shop/2"), header("Connection" = "upgrade"))]
    Upgrade,
    #[error(transparent)]
    #[status(transparent)]
    Own(#[from] OwnError),
    #[error(transparent)]
    #[status(transparent)]
    Numbered(#[from] NumberedError),
    #[error(transparent)]
    #[status(transparent)]
    Client(#[from] ClientError),
}

/// It has no type, and another domain.
#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("own")]
#[status(451, decode, grpc_domain = "own.example", slug_case = "camelCase", members(law))]
struct OwnError {
    law: String,
}

/// A number tells which it is.
#[derive(Debug, PartialEq, thiserror::Error, HttpStatus)]
#[error("numbered")]
#[status(decode)]
enum NumberedError {
    /// The first.
    #[status(428, members(number = 1, is_last = false))]
    First,
    /// The last.
    #[status(428, members(number = 2, is_last = true))]
    Last,
}

fn sent_error(what: &str) -> SentError {
    match what {
        "sent-members" => SentError::Members {
            text: "7".to_owned(),
            number: u64::MAX,
            ratio: 0.5,
            flag: true,
            list: vec!["ü".to_owned(), String::new()],
            map: BTreeMap::from([("a".to_owned(), -7)]),
            absent: None,
            quoted: "\"x\" \\ \n".to_owned(),
        },
        "sent-fields" => {
            SentError::Fields { after: Duration::from_secs(7), plan: "free".to_owned() }
        }
        "sent-long-fields" => {
            SentError::LongFields { after: Duration::from_secs(7), plan: "p".repeat(2_000) }
        }
        "sent-until" => {
            let until = SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000);
            SentError::Until { until }
        }
        "sent-detail" => SentError::Detail(Some("try another card".to_owned())),
        "sent-no-detail" => SentError::Detail(None),
        "sent-errors" => SentError::Invalid {
            errors: [FieldError::at(["age"], "must be positive"), FieldError::new("is required")]
                .into_iter()
                .collect(),
        },
        "sent-large" => {
            SentError::Large { small: "s".to_owned(), text: "ü\n".repeat(20_000), last: 7 }
        }
        "sent-many" => SentError::Fields { after: Duration::ZERO, plan: "p".repeat(20_000) },
        "sent-redacted" => SentError::Redacted(String::new()),
        "sent-upgrade" => SentError::Upgrade,
        "sent-numbered" => NumberedError::Last.into(),
        "sent-own" => OwnError { law: "de".to_owned() }.into(),
        _ => ClientError::Gone.into(),
    }
}

#[tokio::test]
async fn a_client_gets_the_error_back() {
    let asked = [
        "sent-members",
        "sent-fields",
        "sent-long-fields",
        "sent-until",
        "sent-detail",
        "sent-no-detail",
        "sent-redacted",
        "sent-upgrade",
        "sent-numbered",
        "sent-own",
        "sent-gone",
    ];
    for (status, what) in statuses(&asked).await.into_iter().zip(asked) {
        let problem = Problem::from_grpc(&status);
        assert_eq!(problem.status().code(), sent_error(what).code(), "{what}");
        assert_eq!(SentError::decode(problem), Ok(sent_error(what)), "{what}: {status:?}");
    }
}

#[tokio::test]
async fn the_status_follows_aip_193() {
    let asked = ["sent-members", "sent-errors", "sent-own", "sent-fields", "sent-gone"];
    let statuses = statuses(&asked).await;
    let info = |at: usize| {
        let info = statuses[at].get_details_error_info().unwrap();
        let metadata: BTreeMap<String, String> = info.metadata.into_iter().collect();
        (info.reason, info.domain, metadata)
    };
    let (reason, domain, metadata) = info(0);
    assert_eq!((&*reason, &*domain), ("MEMBERS", "shop.example/errors"));
    let metadata: Vec<_> = metadata.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(
        metadata,
        [
            ("flag", "true"),
            ("kind", "all"),
            ("list", "[\"ü\",\"\"]"),
            ("map", "{\"a\":-7}"),
            ("number", "18446744073709551615"),
            ("quoted", "\"x\" \\ \n"),
            ("ratio", "0.5"),
            ("status", "409"),
            ("text", "7"),
            ("title", "All kinds of members."),
            ("type", "https://shop.example/errors/members"),
        ]
    );
    let violations = statuses[1].get_details_bad_request().unwrap().field_violations;
    let violations: Vec<_> = violations.iter().map(|it| (&*it.field, &*it.description)).collect();
    assert_eq!(violations, [("#/age", "must be positive"), ("", "is required")]);
    let (reason, domain, _) = info(2);
    assert_eq!((&*reason, &*domain), ("OWN_ERROR", "own.example"));
    let fields = statuses[3].metadata();
    assert_eq!(fields.get("retry-after").unwrap(), "7");
    assert_eq!(fields.get_all("x-plan").iter().collect::<Vec<_>>(), ["free", "all"]);
    let (reason, domain, _) = info(4);
    assert_eq!((&*reason, &*domain), ("GONE", ""));
}

#[tokio::test]
async fn what_does_not_fit_is_left_out_and_the_code_arrives() {
    for status in statuses(&["sent-large", "sent-many"]).await {
        assert_eq!(status.code(), Code::ResourceExhausted, "{status:?}");
    }
    let status = statuses(&["sent-large"]).await.remove(0);
    let problem = Problem::from_grpc(&status);
    let names: Vec<_> = problem.members().map(|(name, _)| name).collect();
    assert_eq!(names, ["last", "small"]);
    assert_eq!(status.metadata().get("x-text").unwrap(), "s");
    assert!(problem.detail.as_ref().unwrap().starts_with("ü\nü\n"));
    let problem = SentError::decode(problem).unwrap_err();
    let source = std::error::Error::source(&problem).unwrap().to_string();
    assert_eq!(source, "the member `text` of `Large`: it is missing");
}

/// A list of faults with one entry.
fn fault(length: usize) -> FieldErrors {
    FieldError::at(["p"], "d".repeat(length)).into()
}

const fn base64(length: usize) -> usize {
    length.div_ceil(3) * 4
}

/// A member takes its name, its text and a few bytes between them.
const fn member(name: &str, text: usize) -> usize {
    base64(name.len() + text + 8)
}

/// The reason and the domain of a slug of this length, and what is around them.
const fn slug(length: usize) -> usize {
    base64(2 * length + 128)
}

/// The size of the trailers.
fn size(status: Status) -> usize {
    let sent = status.into_http::<Body>();
    sent.headers().iter().map(|(name, it)| name.as_str().len() + it.len() + 32).sum()
}

/// Half of the message's copies are in Base64, and so is everything else but the header fields.
#[test]
fn the_message_has_what_the_fields_and_members_leave_of_seven_kibibytes() {
    let always = member("status", 3) + member("title", "Gone".len());
    let errors = |length: usize| {
        let json = serde_json::to_string(&fault(length)).unwrap();
        member("errors", json.len()) + base64("#/p".len() + length + 8)
    };
    let gone = || ClientError::Gone.problem();
    let (field, text) = ("p".repeat(2_000), "m".repeat(1_300));
    let cases = [
        (gone(), 0),
        (gone().header("X-Plan", &*field), "x-plan".len() + field.len() + 32),
        (gone().member("text", &text), member("text", text.len())),
        (gone().member("errors", &fault(1_000)), errors(1_000)),
        // They do not fit.
        (gone().header("X-Plan", "p".repeat(2_020)), 0),
        (gone().member("text", &"m".repeat(1_600)), 0),
    ];
    // A letter is sent as it is and again in the details; another byte as three and again.
    for (c, cost) in [("a", 3), (" ", 5), ("я", 10)] {
        for (problem, taken) in &cases {
            let status = Status::from(problem.clone().detail(c.repeat(20_000)));
            let left = 7 * 1024 - always - slug("gone".len()) - taken;
            let count = status.message().trim_end_matches('…').chars().count();
            assert_eq!(count, left / cost, "{c:?} {taken} {problem}");
            let size = size(status);
            assert!(size < 8 * 1024, "{c:?} {taken} {problem}: {size}");
        }
    }
    let status = Status::from(LongSlug("a".repeat(20_000)));
    let reason = status.get_details_error_info().unwrap().reason;
    let left = 7 * 1024 - member("status", 3) - member("title", "Gone".len()) - slug(reason.len());
    assert_eq!(status.message().trim_end_matches('…').len(), left / 3);
}

/// Its slug is the reason.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("{0}")]
#[status(
    410,
    tonic,
    slug = "nothing-is-left-of-the-item-that-was-ordered-and-no-more-of-it-will-come-in-the-next-weeks"
)]
struct LongSlug(String);

#[test]
fn the_status_of_another_server_is_a_problem() {
    let mut details = ErrorDetails::with_error_info(
        "STOCKOUT",
        "compute.example",
        [("zone".to_owned(), "us-east1-a".to_owned()), ("vm".to_owned(), "7".to_owned())],
    );
    details.set_retry_info(Some(Duration::from_secs(9)));
    let violations = [("name", "is too long"), ("", "is incomplete")];
    details.set_bad_request(violations.map(|(field, text)| FieldViolation::new(field, text)));
    let status = Status::with_error_details(Code::NotFound, "no machine is left", details);
    let problem = Problem::from_grpc(&status);
    assert_eq!(problem.status().code(), 404);
    assert_eq!(problem.detail.as_deref(), Some("no machine is left"));
    assert_eq!(problem.get::<String>("zone").as_deref(), Some("us-east1-a"));
    assert_eq!(problem.retry_delay(), Some(Duration::from_secs(9)));
    let errors: serde_json::Value = problem.get("errors").unwrap();
    assert_eq!(
        errors,
        serde_json::json!([{ "detail": "is too long", "pointer": "name" }, { "detail": "is incomplete" }])
    );
    // A lie about the code, and a status without details.
    let lie = ErrorDetails::with_error_info("X", "", [("status".to_owned(), "99".to_owned())]);
    let status = Status::with_error_details(Code::Unavailable, "", lie);
    let problem = Problem::from_grpc(&status);
    assert_eq!(problem.status().code(), 503);
    assert_eq!(problem.get::<serde_json::Value>("errors"), None);
    // A member that was sent as `errors` is kept.
    for text in ["1", "null"] {
        let errors = [("errors".to_owned(), text.to_owned())];
        let mut both = ErrorDetails::with_error_info("X", "", errors);
        both.set_bad_request([FieldViolation::new("name", "is too long")]);
        let status = Status::with_error_details(Code::InvalidArgument, "", both);
        assert_eq!(Problem::from_grpc(&status).get::<String>("errors").as_deref(), Some(text));
    }
    let problem = Problem::from_grpc(&Status::new(Code::Internal, ""));
    assert_eq!((problem.status().code(), problem.detail.as_deref()), (500, None));
    assert_eq!(problem.members().count(), 0, "{problem}");
    assert_eq!(SentError::decode(problem).unwrap_err().status().code(), 500);
}

#[test]
fn a_member_is_read_as_the_type_that_was_sent() {
    let received = Problem::from_grpc(&Status::from(sent_error("sent-members")));
    for problem in [received.clone(), received.forward()] {
        assert_eq!(problem.get("number"), Some(u64::MAX));
        assert_eq!(problem.get("ratio"), Some(0.5));
        assert_eq!(problem.get("flag"), Some(true));
        assert_eq!(problem.get("list"), Some(vec!["ü".to_owned(), String::new()]));
        assert_eq!(problem.get("map"), Some(BTreeMap::from([("a".to_owned(), -7)])));
        assert_eq!(problem.get("kind"), Some("all".to_owned()));
        // In gRPC, a text may be either.
        assert_eq!(problem.get("text"), Some("7".to_owned()));
        assert_eq!(problem.get("text"), Some(7));
        assert_eq!(problem.get::<u64>("kind"), None);
    }
    // In JSON, it is a string.
    let problem = Problem::from_json(br#"{"status":409,"text":"7"}"#).unwrap();
    assert_eq!(problem.get::<u64>("text"), None);
}

/// A list that fits into the metadata is also there, as text.
#[test]
fn a_list_of_faults_is_read_whatever_its_length() {
    let sent = |count: usize| -> FieldErrors {
        let fault = |index: usize| FieldError::at([index.to_string()], "is no item").code("item");
        (0..count).map(fault).collect()
    };
    let received = |errors: &FieldErrors| {
        let problem = ClientError::UnprocessableContent.problem().member("errors", errors);
        Problem::from_grpc(&Status::from(problem))
    };
    for count in [1, 20] {
        let errors = sent(count);
        let problem = received(&errors);
        assert_eq!(problem.get("errors"), Some(errors.clone()));
        // In HTTP too, it is a list.
        let content = Problem::from_json(&problem.forward().json()).unwrap();
        assert_eq!(content.get("errors"), Some(errors));
    }
    // What does not fit is only in the `BadRequest`, which has no codes.
    let read: FieldErrors = received(&sent(100)).get("errors").unwrap();
    assert!((20..100).contains(&read.len()), "{}", read.len());
    for (read, sent) in read.iter().zip(&sent(100)) {
        assert_eq!((&read.detail, &read.pointer, &read.code), (&sent.detail, &sent.pointer, &None));
    }
    // Other members of an entry are kept.
    let faults = serde_json::json!([{ "detail": "is no item", "line": 7 }]);
    let problem = ClientError::UnprocessableContent.problem().member("errors", &faults);
    assert_eq!(Problem::from_grpc(&Status::from(problem)).get("errors"), Some(faults.clone()));
    // A string is still one, after a gateway too.
    let text = faults.to_string();
    let problem = ClientError::UnprocessableContent.problem().member("errors", &text);
    let sent = Status::from(problem);
    for sent in [forwarded(&sent), sent] {
        assert_eq!(Problem::from_grpc(&sent).get("errors"), Some(text.clone()));
    }
}

/// Another server gives the names of the standard members a meaning of its own.
#[test]
fn the_metadata_of_another_server_are_members() {
    let foreign = |message: &str, entries: &[(&str, &str)]| {
        let entries = entries.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let info = ErrorDetails::with_error_info("X", "", entries.collect::<HashMap<_, _>>());
        Problem::from_grpc(&Status::with_error_details(Code::NotFound, message, info))
    };
    let entries = [
        ("detail", "sea view"),
        ("instance", "m5"),
        ("status", "gold"),
        ("title", "Dr"),
        ("type", "premium"),
        ("zone", "a"),
    ];
    for message in ["no such guest", ""] {
        let problem = foreign(message, &entries);
        assert_eq!(problem.status(), ClientError::NotFound.status());
        assert_eq!((problem.type_uri.as_deref(), &*problem.title), (None, "Not Found"));
        assert_eq!(problem.instance, None);
        assert_eq!(problem.detail.as_deref(), Some(message).filter(|it| !it.is_empty()));
        let members = problem.members().map(|(name, json)| (name, json.trim_matches('"')));
        assert_eq!(members.collect::<Vec<_>>(), entries);
        for (name, text) in entries {
            assert_eq!(problem.get::<String>(name).as_deref(), Some(text));
        }
        // They would be read as the standard members.
        let sent = String::from_utf8(problem.forward().json()).unwrap();
        let detail = if message.is_empty() { "" } else { r#""detail":"no such guest","# };
        let expected = format!(r#"{{"title":"Not Found","status":404,{detail}"zone":"a"}}"#);
        assert_eq!(sent, expected);
    }
    // A number that is not a code.
    for status in ["7", "600", "-404", "404.0", ""] {
        let problem = foreign("", &[("status", status), ("type", "x")]);
        assert_eq!(problem.type_uri, None, "{status}");
        assert_eq!(problem.get::<String>("status").as_deref(), Some(status));
    }
    // As in JSON, these say nothing.
    for uri in ["", "about:blank"] {
        let problem = foreign("Gone", &[("status", "410"), ("type", uri)]);
        assert_eq!((problem.status().code(), problem.type_uri.as_deref()), (410, None));
        assert_eq!(problem.members().len(), 0);
    }
}

/// Some servers send a list as the `detail`. In gRPC, every value is text.
#[test]
fn a_member_with_the_name_of_a_standard_one_is_not_lost() {
    let received = br#"{"detail":[{"loc":1}],"code":"x"}"#;
    let problem = Problem::from_response(422, Some(b"application/json"), received).forward();
    let problem = Problem::from_grpc(&Status::from(problem));
    assert_eq!(problem.title, "Unprocessable Content");
    assert_eq!(problem.detail.as_deref(), Some(r#"[{"loc":1}]"#));
    assert_eq!(problem.get::<String>("code").as_deref(), Some("x"));
}

/// In the trailers of a stream, a client refuses the fields of the connection (RFC 9113 §8.2.2).
#[test]
fn the_fields_of_the_connection_are_not_sent() {
    let status = Status::from(SentError::Upgrade);
    assert_eq!(status.metadata().len(), 0, "{status:?}");
}

/// They have a meaning of their own: a client would take them for its status, or for Base64.
#[test]
fn the_fields_of_grpc_are_not_sent() {
    let problem = ClientError::Gone.problem();
    let problem = problem.header("Grpc-Status", "0").header("X-Key-Bin", "7").header("X-Key", "7");
    let status = Status::from(problem);
    let names: Vec<_> = status.metadata().as_ref().keys().collect();
    assert_eq!(names, ["x-key"], "{status:?}");
}

/// The slug of such a code is empty, and AIP-193 requires a reason.
#[test]
fn an_unregistered_code_has_a_reason() {
    for code in [418, 599] {
        let problem = Problem::new(status_core::Status::from_code(code).unwrap());
        let sent = Status::from(problem.clone());
        assert_eq!(reason_and_domain(&sent), (format!("HTTP_{code}"), String::new()));
        assert_eq!(Problem::from_grpc(&sent), problem);
    }
}

/// A peer may refuse the whole call. The bounds of what gRPC allows are sent.
#[test]
fn a_field_that_is_not_valid_metadata_is_not_sent() {
    let fields: [(&str, &[u8]); 9] = [
        ("x-bytes", b"\xff\x80"),
        ("x-tab", b"a\tb"),
        ("x-empty", b""),
        ("x-mixed", "aß".as_bytes()),
        ("x-wow!", b"7"),
        ("x~y", b"7"),
        ("x_1.a-z", b" ~"),
        ("09", b"a z"),
        ("x-many", b"\t"),
    ];
    let mut problem = ClientError::Gone.problem().header("x-many", "7");
    for (name, value) in fields {
        problem = problem.header(name, http::HeaderValue::from_bytes(value).unwrap());
    }
    let status = Status::from(problem);
    let sent: BTreeMap<_, _> =
        status.metadata().as_ref().iter().map(|(name, value)| (name.as_str(), value)).collect();
    let sent: Vec<_> = sent.into_iter().map(|(name, value)| (name, value.as_bytes())).collect();
    assert_eq!(sent, [("09", &b"a z"[..]), ("x-many", b"7"), ("x_1.a-z", b" ~")]);
}

#[test]
fn the_instance_of_a_problem_comes_back() {
    let problem = ClientError::Gone.problem().instance("/orders/7");
    let received = Problem::from_grpc(&Status::from(problem));
    assert_eq!(received.instance.as_deref(), Some("/orders/7"));
}

/// A status of another server, as a gateway sends it on.
fn forwarded(received: &Status) -> Status {
    Problem::from_grpc(received).forward().into()
}

fn reason_and_domain(status: &Status) -> (String, String) {
    let info = status.get_details_error_info().unwrap();
    (info.reason, info.domain)
}

#[test]
fn a_gateway_sends_the_code_and_the_reason_on() {
    let foreign = ErrorDetails::with_error_info("STOCKOUT", "compute.example", HashMap::new());
    let cases = [
        SentError::from(OwnError { law: "de".to_owned() }).into(),
        Status::from(OrderError::OrderExists),
        Status::with_error_details(Code::OutOfRange, "none is left", foreign),
    ];
    for received in cases {
        let sent = forwarded(&received);
        assert_eq!((sent.code(), sent.message()), (received.code(), received.message()));
        assert_eq!(reason_and_domain(&sent), reason_and_domain(&received));
    }
    for code in (1..=16).map(Code::from_i32) {
        let sent = forwarded(&Status::new(code, "no"));
        assert_eq!((sent.code(), sent.message()), (code, "no"));
    }
    // Without a reason, it is that of the HTTP code.
    let sent = forwarded(&Status::new(Code::DataLoss, ""));
    let expected = ("INTERNAL_SERVER_ERROR".to_owned(), String::new());
    assert_eq!((sent.code(), reason_and_domain(&sent)), (Code::DataLoss, expected));
    // An error is never `Ok`.
    assert_eq!(forwarded(&Status::new(Code::Ok, "")).code(), Code::Unknown);
}

#[test]
fn only_a_gateway_sends_the_code_and_the_reason_on() {
    let received = Status::from(OrderError::OrderExists);
    let bad_gateway = ("BAD_GATEWAY".to_owned(), String::new());
    let sent = Status::from(Problem::from_grpc(&received));
    assert_eq!((sent.code(), reason_and_domain(&sent)), (Code::Unavailable, bad_gateway));
    // Without the header field that a 401 requires, the response is another.
    let received = Status::from(ClientError::Unauthorized);
    let sent = Problem::from_grpc(&received).forward().header("WWW-Authenticate", "\n");
    let sent = Status::from(sent);
    let internal = ("INTERNAL_SERVER_ERROR".to_owned(), String::new());
    assert_eq!((sent.code(), reason_and_domain(&sent)), (Code::Internal, internal));
}

/// Another server decides how long they are.
#[test]
fn a_long_reason_is_replaced_and_the_code_arrives() {
    let received = |reason: usize| {
        let domain = "d".repeat(500);
        let details = ErrorDetails::with_error_info("R".repeat(reason), domain, HashMap::new());
        Status::with_error_details(Code::DataLoss, "m".repeat(20_000), details)
    };
    let title = "Internal Server Error";
    let left = 7 * 1024 - member("status", 3) - member("title", title.len()) - slug(title.len());
    // 2 KiB in Base64.
    let received_info = ("R".repeat(1_036), "d".repeat(500));
    let own_info = ("INTERNAL_SERVER_ERROR".to_owned(), String::new());
    for (reason, expected, taken) in [(1_036, received_info, 2 * 1024), (1_037, own_info, 0)] {
        let sent = forwarded(&received(reason));
        assert_eq!((sent.code(), reason_and_domain(&sent)), (Code::DataLoss, expected));
        assert_eq!(sent.message().trim_end_matches('…').len(), (left - taken) / 3);
        assert!(size(sent) < 8 * 1024);
    }
}

/// The clock of the other server may be another.
#[test]
fn a_retry_info_is_relative_to_no_clock() {
    let retry = Some(Duration::from_millis(99_800));
    let received = |sent: Status| {
        let mut details = ErrorDetails::new();
        details.set_retry_info(retry);
        let metadata = sent.metadata().clone();
        let sent =
            Status::with_error_details_and_metadata(sent.code(), sent.message(), details, metadata);
        Problem::from_grpc(&sent)
    };
    let past = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    let problem = received(OrderError::Closed { until: past }.into());
    assert_eq!(problem.retry_delay(), Some(Duration::from_secs(100)));
    let sent = Status::from(problem.clone().forward());
    let retry = sent.get_details_retry_info().unwrap().retry_delay;
    assert_eq!(retry, Some(Duration::from_secs(100)));
    assert_eq!(problem.forward().header_fields()["retry-after"], "100");
    // Without it, the header field counts.
    let sent = ServerError::ServiceUnavailable.problem().retry_after(Duration::from_secs(7));
    let metadata = Status::from(sent).metadata().clone();
    let sent = Status::with_metadata(Code::Unavailable, "", metadata);
    assert_eq!(Problem::from_grpc(&sent).retry_delay(), Some(Duration::from_secs(7)));
}

/// An unregistered code.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("upstream said {0}")]
#[status(dynamic = 0, fallback = 502, range = 200..=599, tonic)]
struct Upstream(u16);

#[test]
fn every_code_maps_to_a_grpc_code() {
    let code = |status: &Status| status.code();
    for &row in ClientError::ALL {
        let expected = match row.code() {
            401 | 407 => Code::Unauthenticated,
            403 | 451 => Code::PermissionDenied,
            404 | 410 => Code::NotFound,
            405 => Code::Unimplemented,
            408 => Code::DeadlineExceeded,
            409 => Code::Aborted,
            402 | 412 | 417 | 423 | 424 | 425 | 426 | 428 => Code::FailedPrecondition,
            413 | 429 | 431 => Code::ResourceExhausted,
            416 => Code::OutOfRange,
            400 | 406 | 411 | 414 | 415 | 421 | 422 => Code::InvalidArgument,
            code => panic!("{code} is new: what is it in gRPC?"),
        };
        assert_eq!(code(&row.into()), expected, "{row}");
    }
    for &row in ServerError::ALL {
        let expected = match row.code() {
            500 | 506 | 508 | 510 => Code::Internal,
            501 | 505 => Code::Unimplemented,
            502 | 503 => Code::Unavailable,
            504 => Code::DeadlineExceeded,
            507 => Code::ResourceExhausted,
            511 => Code::Unauthenticated,
            code => panic!("{code} is new: what is it in gRPC?"),
        };
        assert_eq!(code(&row.into()), expected, "{row}");
    }
    assert_eq!(code(&Upstream(499).into()), Code::Cancelled);
    assert_eq!(code(&Upstream(498).into()), Code::InvalidArgument);
    assert_eq!(code(&Upstream(599).into()), Code::Internal);
    // An error is never `Ok`, even with a successful code.
    assert_eq!(code(&Upstream(200).into()), Code::Unknown);
    assert_eq!(code(&Success::Ok.into()), Code::Unknown);
    assert_eq!(code(&Redirection::Found.into()), Code::Unknown);
}
