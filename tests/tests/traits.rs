//! The traits of the tables, of a status and of a problem.

use std::borrow::Cow;
use std::collections::HashSet;
use std::convert::Infallible;
use std::rc::Rc;
use std::sync::Arc;

use http::StatusCode;
use status_core::problem::{Answer, Body, BodyFn, Details, Problem, StandardMembers, StatusError};
use status_core::represent::{ProblemLayer, Representation, View};
use status_core::{
    Class, ClientError, HttpStatus, Informational, Redirection, Registration, ServerError, Status,
    StatusTable, Success, status_table,
};

status_table! {
    /// What our edge returns when an origin fails.
    #[status(http, serde, allow(unregistered_code))]
    enum EdgeError: 5xx {
        /// The gateway got no usable response.
        502 BadGateway,
        /// The origin refused the connection.
        521 WebServerDown "Web Server Is Down",
    }
}

#[test]
fn every_status_is_an_http_status_code_and_back() {
    macro_rules! holds {
        ($($table:ident)*) => {$(
            for status in $table::ALL {
                let code = StatusCode::from(*status);
                assert_eq!(code.as_u16(), status.code());
                assert_eq!(StatusCode::from(status.status()), code);
                assert_eq!($table::try_from(code), Ok(*status));
            }
        )*};
    }
    holds!(Informational Success Redirection ClientError ServerError EdgeError);

    let error = EdgeError::try_from(StatusCode::NOT_FOUND).unwrap_err();
    assert_eq!(
        error.to_string(),
        "404 is not a status of EdgeError, which has the codes 502 and 521"
    );
    assert!(ServerError::try_from(StatusCode::from_u16(999).unwrap()).is_err());
}

#[test]
fn a_table_is_serialized_as_its_code() {
    assert_eq!(serde_json::to_string(&ClientError::NotFound).unwrap(), "404");
    assert_eq!(serde_json::to_string(&EdgeError::ALL).unwrap(), "[502,521]");
}

#[test]
fn the_canonical_tables_may_grow_and_still_cast() {
    assert_eq!(ClientError::NotFound as u16, 404);
    let class = match ServerError::BadGateway {
        ServerError::BadGateway => "gateway",
        // Required: the enum is `#[non_exhaustive]`.
        _ => "other",
    };
    assert_eq!(class, "gateway");
}

fn problem() -> Problem {
    of(ClientError::Conflict)
}

fn of(error: ClientError) -> Problem {
    Problem::of(&error)
        .detail("sold \"out\"\n")
        .instance("/orders/7")
        .member("left", &3)
        .member("exact", &1.10)
}

fn edited(problem: &Problem, edit: fn(&mut Details)) -> Problem {
    let mut edited = problem.clone();
    edit(&mut edited);
    edited
}

#[test]
fn a_problem_is_serialized_as_it_is_sent() {
    let mut changed = problem();
    changed.type_uri = Some("/sold-out".into());
    changed.title = "Sold out".into();
    let big = br#"{"status":409,"n":123456789012345678901234567890.10,"deep":[[{}]]}"#;
    let unregistered = Problem::new(Status::from_code(599).unwrap());
    let of_a_code = Problem::new(ClientError::NotFound.status());
    let all =
        [problem(), changed, Problem::from_json(big).unwrap(), unregistered.clone(), of_a_code];
    for problem in all {
        let sent = problem.json();
        assert_eq!(serde_json::to_vec(&problem).unwrap(), sent);
        let details: &Details = &problem;
        assert_eq!(serde_json::to_vec(details).unwrap(), sent);
        let value: serde_json::Value = serde_json::from_slice(&sent).unwrap();
        assert_eq!(serde_json::to_value(&problem).unwrap(), value);
    }
    assert_eq!(unregistered.json(), br#"{"status":599}"#);
}

#[test]
fn problems_are_equal_if_their_details_and_header_fields_are() {
    assert_eq!(problem(), problem());
    let with_source = Problem::from(StatusError::new(ClientError::Conflict, "for the log"));
    assert_eq!(with_source, Problem::new(ClientError::Conflict.status()));

    let others = [
        problem().detail("other"),
        problem().instance("/orders/8"),
        problem().member("left", &4),
        problem().member("more", &4),
        problem().header("x-more", "1"),
        Problem::of(&ClientError::Gone).detail("sold \"out\"\n"),
        edited(&problem(), |details| details.type_uri = Some("/sold-out".into())),
        edited(&problem(), |details| details.title = "Sold out".into()),
        edited(&of(ClientError::Gone), |details| details.title = "Conflict".into()),
    ];
    for other in &others {
        assert_ne!(*other, problem());
    }
    assert_ne!(**others.last().unwrap(), *problem());
    assert_eq!(*problem().header("x-more", "1"), *problem());
    let mut other = problem();
    other.set_language("de");
    assert_ne!(other, problem());
    assert_ne!(*other, *problem());

    // What else decides which response is sent is not compared.
    let sends = |problem: &Problem| Answer::from(problem.clone()).content;
    let received = Problem::from_json(&problem().json()).unwrap();
    let unauthorized = of(ClientError::Unauthorized);
    for (one, other) in [
        (received.clone(), received.forward()),
        (unauthorized.clone().header("www-authenticate", "é"), unauthorized),
        (Problem::of(&Enveloped(false)), Problem::of(&Enveloped(true))),
    ] {
        assert_eq!(one, other);
        assert_ne!(sends(&one), sends(&other));
    }
}

/// An enum with one of them can derive `Eq`.
#[test]
fn equality_of_a_problem_and_its_parts_is_total() {
    const fn is_eq<T: Eq + ?Sized>(_: &T) {}
    let (problem, view) = (problem(), View::new(ClientError::Conflict.status()));
    let details: &Details = &problem;
    let standard: &StandardMembers = details;
    is_eq(&problem);
    is_eq(details);
    is_eq(standard);
    is_eq(&view);
    assert_eq!(standard.clone(), *standard);
}

/// It may have a body of its own.
#[derive(Debug)]
struct Enveloped(bool);

impl HttpStatus for Enveloped {
    fn status(&self) -> &'static Status {
        ClientError::Conflict.status()
    }

    fn body(&self) -> Option<BodyFn> {
        self.0.then_some(|view| Body::json(view.title))
    }
}

impl std::fmt::Display for Enveloped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("sold out")
    }
}

/// `unwrap`, and a `main` that returns an error, print this.
#[test]
fn the_source_is_in_the_debug_output() {
    let error = StatusError::new(ClientError::Conflict, "for the log");
    let debug = format!("{error:?}");
    assert!(debug.contains("code: 409") && debug.contains("for the log"), "{debug}");
    let debug = format!("{:?}", Problem::from(error).header("x-more", "1"));
    assert!(debug.contains("code: 409") && debug.contains("for the log"), "{debug}");
    assert!(debug.contains("x-more"), "{debug}");
}

#[test]
fn the_debug_output_of_a_layer_has_its_options() {
    let debug = |layer: &ProblemLayer| format!("{layer:?}");
    let none = "ProblemLayer { has_page: false, has_body: false, only_problems: false, \
                shape_text: false, request_id: false, enriches: false }";
    assert_eq!(debug(&ProblemLayer::new()), none);
    let page = ProblemLayer::new().page(|_| String::new());
    assert_eq!(debug(&page), none.replace("has_page: false", "has_page: true"));
    let id = ProblemLayer::new().request_id();
    assert_eq!(debug(&id), none.replace("request_id: false", "request_id: true"));
    let enrich = ProblemLayer::new().enrich(|_, _| {});
    assert_eq!(debug(&enrich), none.replace("enriches: false", "enriches: true"));
}

#[derive(HttpStatus)]
enum Never {
    /// It failed.
    #[status(400)]
    Failed,
    #[status(transparent)]
    Impossible(Infallible),
}

#[test]
fn an_error_that_cannot_occur_has_an_empty_table() {
    fn statuses<T: HttpStatus + StatusTable>() -> usize {
        T::TABLE.iter().count()
    }
    assert_eq!(statuses::<Infallible>(), 0);
    assert_eq!(Infallible::TABLE.name(), "Infallible");
    assert_eq!(statuses::<Never>(), 1);
    assert_eq!(Never::Failed.code(), 400);
    let impossible: Option<Infallible> = None;
    assert!(impossible.map(Never::Impossible).is_none());
}

#[test]
fn a_status_is_displayed_like_a_text() {
    let reasonless = Status::from_code(599).unwrap();
    for status in [ServerError::BadGateway.status(), ClientError::NotFound.status(), reasonless] {
        let text = status.to_string();
        assert_eq!(format!("{status:20}|"), format!("{text:20}|"));
        assert_eq!(format!("{status:<20}|"), format!("{text:<20}|"));
        assert_eq!(format!("{status:>20}|"), format!("{text:>20}|"));
        assert_eq!(format!("{status:*^21}|"), format!("{text:*^21}|"));
        assert_eq!(format!("{status:2}|"), format!("{text:2}|"));
        for precision in 0..20 {
            assert_eq!(format!("{status:.precision$}|"), format!("{text:.precision$}|"));
            assert_eq!(format!("{status:_>9.precision$}|"), format!("{text:_>9.precision$}|"));
        }
    }
    assert_eq!(format!("{:6}|", ServerError::BadGateway), "502 Bad Gateway|");
    assert_eq!(format!("{:>16}|", ServerError::BadGateway), " 502 Bad Gateway|");
    assert_eq!(format!("{:.3}|", ServerError::BadGateway), "502|");
    let distinct: HashSet<&Status> = [reasonless, ServerError::BadGateway.status()].into();
    assert_eq!(distinct.len(), 2);
}

#[test]
fn every_pointer_has_the_status_of_its_value() {
    fn code<T: HttpStatus + StatusTable>(value: T) -> u16 {
        assert_eq!(T::TABLE, ClientError::TABLE);
        value.code()
    }
    let status = ClientError::NotFound;
    assert_eq!(code::<&ClientError>(&status), 404);
    assert_eq!(code(Box::new(status)), 404);
    assert_eq!(code(Rc::new(status)), 404);
    assert_eq!(code(Arc::new(status)), 404);
    assert_eq!(code(Cow::Borrowed(&status)), 404);
    assert_eq!(code(Cow::<ClientError>::Owned(status)), 404);
}

#[test]
fn a_table_is_a_key() {
    let tables = HashSet::from([ClientError::TABLE, ServerError::TABLE, ClientError::TABLE]);
    assert_eq!(tables.len(), 2);
}

#[test]
fn the_iterator_of_a_table_knows_its_length() {
    /// Why an order fails.
    #[derive(HttpStatus)]
    enum Nested {
        /// No order has this number.
        #[status(404)]
        OrderNotFound,
        #[status(transparent)]
        Server(ServerError),
        #[status(transparent)]
        Again(ServerError),
    }

    let _ = (Nested::OrderNotFound, Nested::Server, Nested::Again);
    let mut statuses = Nested::TABLE.iter();
    for left in (0..=2 * ServerError::ALL.len() + 1).rev() {
        assert_eq!(statuses.size_hint(), (left, Some(left)));
        assert_eq!(statuses.next().is_some(), left > 0);
    }
    assert_eq!(statuses.size_hint(), (0, Some(0)));
}

#[test]
fn a_registration_is_displayed_as_a_word() {
    assert_eq!(ClientError::NotFound.status().registration().to_string(), "registered");
    assert_eq!(format!("{:>12}", Registration::Obsolete), "    obsolete");
}

#[test]
fn a_class_is_displayed_in_its_short_form() {
    let classes = [100, 200, 300, 400, 500].map(|code| Class::from_code(code).unwrap());
    assert_eq!(classes.map(|class| class.to_string()), ["1xx", "2xx", "3xx", "4xx", "5xx"]);
    assert_eq!(format!("{:>5}", Class::ClientError), "  4xx");
}

#[test]
fn json_is_the_default_representation() {
    assert_eq!(Representation::default(), Representation::Json);
    let view = View::new(ServerError::BadGateway.status());
    assert_eq!(view, view.clone());
    assert_ne!(view, View::new(ServerError::GatewayTimeout.status()));
}
