//! utoipa.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value, json};
use status_core::describe::DocumentedBody;
use status_core::problem::{self, OrStatus, Problem, StatusError};
use status_core::rejection::Rejection;
use status_core::utoipa::ProblemComponents;
use status_core::{ClientError, HttpStatus, Success};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{IntoResponses, OpenApi, PartialSchema, ToSchema};

use super::document::{Document, Examples};
use super::shop::{Address, Envelope, Enveloped, OrderError, StockError, Zip, envelope};

fn document<E: IntoResponses>() -> Document {
    // utoipa registers no component from here, so there must be no reference.
    Document::new(serde_json::to_value(E::responses()).unwrap(), &json!({}))
}

#[test]
fn the_responses_describe_the_errors() {
    let errors = document::<OrderError<String>>();
    errors.describes_the_errors(Examples::Named);
    assert_eq!(errors.titles("404"), ["OrderNotFound", "ItemUnknown"]);
    assert_eq!(errors.titles("409"), ["StockErrorOrderNotFound"]);
    document::<Enveloped>().describes_the_envelope();
    document::<Rejection>().describes_the_rejections();
}

#[test]
fn a_listed_type_is_a_component_for_each_variant() {
    let mut schemas = Vec::new();
    OrderError::<String>::schemas(&mut schemas);
    let names: Vec<_> = schemas.iter().map(|(name, _)| name.as_str()).collect();
    let variants = [
        "Zip",
        "OrderErrorOrderNotFound",
        "OrderErrorSignedOut",
        "OrderErrorTooFast",
        "OrderErrorUndeliverable",
        "OrderErrorInvalid",
        "OrderErrorClosed",
        "OrderErrorPayment",
        "StockErrorItemUnknown",
        "StockErrorOrderNotFound",
        "OrderErrorCounting",
        "KnownGone",
    ];
    assert_eq!(names, variants);
    let any = serde_json::to_value(OrderError::<String>::schema()).unwrap();
    let references: Vec<_> =
        any["anyOf"].as_array().unwrap().iter().map(|it| &it["$ref"]).collect();
    let expected = variants[1..].iter().map(|it| json!(format!("#/components/schemas/{it}")));
    assert_eq!(references, expected.collect::<Vec<_>>().iter().collect::<Vec<_>>());
    let schemas: Map<String, Value> = schemas
        .into_iter()
        .map(|(name, schema)| (name, serde_json::to_value(schema).unwrap()))
        .collect();
    assert!(schemas.values().all(|schema| schema.get("title").is_none()));
}

status_core::status_table! {
    /// What the edge answers.
    #[status(utoipa)]
    pub enum EdgeError: 5xx {
        /// The origin refused the connection.
        503 ServiceUnavailable,
        /// The origin is slow.
        504 GatewayTimeout,
    }
}

#[test]
fn a_table_is_described_by_its_rows() {
    let responses = EdgeError::responses();
    assert_eq!(responses.keys().collect::<Vec<_>>(), ["503", "504"]);
}

#[test]
fn the_types_of_the_crate_are_documented() {
    let responses = ClientError::responses();
    assert_eq!(responses.len(), ClientError::ALL.len());
    let not_found = serde_json::to_value(&responses["404"]).unwrap();
    let content = &not_found["content"]["application/problem+json"];
    assert_eq!(
        content["examples"]["not-found"]["value"],
        json!({ "title": "Not Found", "status": 404 })
    );
    // A success without members has no content.
    let ok = serde_json::to_value(&Success::responses()["200"]).unwrap();
    assert_eq!(ok.get("content"), None);
    let any = Problem::responses();
    assert_eq!(any.keys().collect::<Vec<_>>(), ["default"]);
    let any = serde_json::to_value(&any["default"]).unwrap();
    let schema = &any["content"]["application/problem+json"]["schema"];
    assert!(jsonschema::is_valid(schema, &json!({ "title": "Not Found", "status": 404 })));
    assert!(!jsonschema::is_valid(schema, &json!({ "title": "Not Found" })));
    assert!(!jsonschema::is_valid(schema, &json!({ "status": "Not Found" })));
}

#[test]
fn a_listed_type_with_one_status_is_its_schema() {
    let mut schemas = Vec::new();
    alike::SignedOut::schemas(&mut schemas);
    assert_eq!(schemas.len(), 0);
    let schema = serde_json::to_value(alike::SignedOut::schema()).unwrap();
    assert_eq!(schema["properties"]["type"]["enum"], json!(["/alike/signed-out"]));
}

#[test]
fn a_listed_type_may_send_more_than_its_problems() {
    let any = |schema: RefOr<Schema>| serde_json::to_value(schema).unwrap()["anyOf"].clone();
    let untyped = any(Untyped::schema());
    assert_eq!(untyped[0]["$ref"], "#/components/schemas/UntypedOrder");
    let last = untyped.as_array().unwrap().last().unwrap();
    assert_eq!(last["required"], json!(["status"]), "{untyped:#}");
    // All of them have this body.
    let enveloped = serde_json::to_value(Enveloped::schema()).unwrap();
    assert_eq!(enveloped["required"], json!(["code"]), "{enveloped:#}");
    let waiting = serde_json::to_value(Waiting::schema()).unwrap();
    assert_eq!(waiting["required"], json!(["code"]), "{waiting:#}");
}

/// The variants have no `type`, so that one response may match the schemas of both.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(utoipa)]
enum Untyped {
    /// No order has this number.
    #[status(404)]
    Order,
    /// No item has this number.
    #[status(404, expose)]
    Item,
    #[status(transparent, redact)]
    Stock(StockError),
    #[status(transparent)]
    Again(StockError),
    #[status(transparent, unlisted)]
    Any(StatusError),
}

#[test]
fn problems_without_a_type_are_any_of_several() {
    let responses = serde_json::to_value(Untyped::responses()).unwrap();
    let schema = &responses["404"]["content"]["application/problem+json"]["schema"];
    let alternatives = schema["anyOf"].as_array().unwrap();
    let has_detail = |it: &Value| it["properties"].get("detail").is_some();
    // A variant that redacts the errors of a field has no effect on those before it.
    assert_eq!(alternatives.iter().map(has_detail).collect::<Vec<_>>(), [true, true, false]);
    assert!(jsonschema::is_valid(schema, &json!({ "title": "Not Found", "status": 404 })));
    let stock = &responses["409"]["content"]["application/problem+json"];
    let detail = stock["schema"]["properties"].get("detail");
    assert!(detail.is_some(), "of the two variants, one redacts it and the other sends it");
    let example = &stock["examples"]["order-not-found"]["value"];
    assert_eq!(example.get("detail"), None, "what the other sends is not known");
    assert!(responses["default"].is_object());
    let all = [
        Untyped::Order,
        Untyped::Item,
        Untyped::Stock(StockError::OrderNotFound(7)),
        Untyped::Again(StockError::OrderNotFound(7)),
        Untyped::Any(Err::<(), _>("text").or_status(ClientError::Gone).unwrap_err()),
    ];
    assert_eq!(all.map(|error| error.code()), [404, 404, 409, 409, 410]);
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa)]
enum ParcelError {
    /// No parcel has this number.
    #[error("no parcel {id}")]
    #[status(404, members(id))]
    Unknown { id: u64 },
    /// The parcel is too heavy.
    #[error("{0} kg")]
    #[status(413, detail = "at most 30 kg")]
    Heavy(u8),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa)]
enum Whole {
    #[error(transparent)]
    #[status(transparent)]
    Parcel(ParcelError),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa)]
enum Placeholder {
    #[error("{0}")]
    #[status(transparent)]
    Parcel(ParcelError),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa)]
enum Framed {
    #[error("shipping: {0}")]
    #[status(transparent)]
    Parcel(ParcelError),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa)]
enum WholeOfFramed {
    #[error(transparent)]
    #[status(transparent)]
    Framed(Framed),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa)]
enum Redacted {
    #[error(transparent)]
    #[status(transparent, redact)]
    Parcel(ParcelError),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa)]
enum RedactedFirst {
    #[error(transparent)]
    #[status(transparent, redact)]
    Quiet(ParcelError),
    #[error(transparent)]
    #[status(transparent)]
    Loud(ParcelError),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa)]
enum RedactedLast {
    #[error(transparent)]
    #[status(transparent)]
    Loud(ParcelError),
    #[error(transparent)]
    #[status(transparent, redact)]
    Quiet(ParcelError),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(utoipa)]
enum FramedFirst {
    #[error("shipping: {0}")]
    #[status(transparent)]
    Framed(ParcelError),
    #[error(transparent)]
    #[status(transparent)]
    Whole(ParcelError),
}

/// Its message is written by hand.
#[derive(Debug, HttpStatus)]
#[status(transparent, utoipa)]
struct ByHand(ParcelError);

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "shipping: {}", self.0)
    }
}

impl std::error::Error for ByHand {}

/// The detail that the schema of a 404 has, and those of the examples of both codes.
fn documented_detail<E: IntoResponses>() -> (bool, Option<String>, Option<String>) {
    let responses = serde_json::to_value(E::responses()).unwrap();
    let content = |code: &str| responses[code]["content"]["application/problem+json"].clone();
    let example = |code: &str, slug: &str| {
        let value = &content(code)["examples"][slug]["value"];
        assert!(value.is_object(), "{responses:#}");
        value["detail"].as_str().map(str::to_owned)
    };
    let has_detail = content("404")["schema"]["properties"].get("detail").is_some();
    (has_detail, example("404", "unknown"), example("413", "heavy"))
}

#[test]
fn the_detail_of_a_field_is_documented_where_it_is_known() {
    let sent = |error: &dyn Fn(ParcelError) -> Problem| {
        [ParcelError::Unknown { id: 7 }, ParcelError::Heavy(7)]
            .map(|parcel| error(parcel).detail.clone())
    };
    let own = Some("at most 30 kg".to_owned());
    let inner = Some("no parcel 7".to_owned());
    let outer = Some("shipping: no parcel 7".to_owned());

    let known = (true, inner.clone(), own.clone());
    assert_eq!(documented_detail::<ParcelError>(), known);
    assert_eq!(documented_detail::<Whole>(), known);
    assert_eq!(documented_detail::<Placeholder>(), known);
    assert_eq!(sent(&|it| Problem::of(&Whole::Parcel(it))), [inner.clone(), own.clone()]);
    assert_eq!(sent(&|it| Problem::of(&Placeholder::Parcel(it))), [inner, own.clone()]);

    // What the message says is not known. A detail of the field's own is sent whatever it is.
    let unknown = (true, None, own.clone());
    assert_eq!(documented_detail::<Framed>(), unknown);
    assert_eq!(documented_detail::<WholeOfFramed>(), unknown);
    assert_eq!(documented_detail::<ByHand>(), unknown);
    let framed = [outer, own];
    assert_eq!(sent(&|it| Problem::of(&Framed::Parcel(it))), framed);
    assert_eq!(sent(&|it| Problem::of(&WholeOfFramed::Framed(Framed::Parcel(it)))), framed);
    assert_eq!(sent(&|it| Problem::of(&ByHand(it))), framed);

    // One of two variants sends it, in either order.
    assert_eq!(documented_detail::<Redacted>(), (false, None, None));
    assert_eq!(documented_detail::<RedactedFirst>(), known);
    assert_eq!(documented_detail::<RedactedLast>(), known);
    assert_eq!(documented_detail::<FramedFirst>(), known);
    let heavy = || ParcelError::Heavy(7);
    let redacted = [
        Problem::of(&Redacted::Parcel(heavy())),
        Problem::of(&RedactedFirst::Quiet(heavy())),
        Problem::of(&RedactedLast::Quiet(heavy())),
    ];
    assert!(redacted.iter().all(|problem| problem.detail.is_none()));
    let known = [
        Problem::of(&RedactedFirst::Loud(heavy())),
        Problem::of(&RedactedLast::Loud(heavy())),
        Problem::of(&FramedFirst::Framed(heavy())),
        Problem::of(&FramedFirst::Whole(heavy())),
    ];
    assert!(known.iter().all(|problem| problem.detail.as_deref() == Some("at most 30 kg")));
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(utoipa)]
enum PartlyEnveloped {
    /// The caller may not order.
    #[status(403)]
    Forbidden,
    #[status(transparent)]
    Enclosed(Enclosed),
}

/// The order is in its envelope.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(409, utoipa, body = envelope)]
struct Enclosed;

impl DocumentedBody for Enclosed {
    type Schema = Envelope;
}

#[test]
fn the_body_of_a_field_is_that_of_its_statuses_alone() {
    let responses = serde_json::to_value(PartlyEnveloped::responses()).unwrap();
    for error in [PartlyEnveloped::Forbidden, PartlyEnveloped::Enclosed(Enclosed)] {
        let content = &responses[error.code().to_string()]["content"];
        let media_types: Vec<_> = content.as_object().unwrap().keys().collect();
        let sent = problem::Answer::of(&error).fields["content-type"].clone();
        assert_eq!(media_types, [sent.to_str().unwrap()]);
    }
}

mod alike {
    use status_core::HttpStatus;

    /// It has the same variant as another type.
    #[derive(Debug, thiserror::Error, HttpStatus)]
    #[error("text")]
    #[status(404, utoipa, type_base = "/alike/")]
    /// It is not there.
    pub struct SignedOut;
}

#[utoipa::path(get, path = "/orders", responses(OrderError<String>, alike::SignedOut))]
fn orders() {}

#[utoipa::path(get, path = "/items", responses(alike::SignedOut))]
fn items() {}

#[derive(OpenApi)]
#[openapi(paths(orders, items), modifiers(&ProblemComponents))]
struct Modified;

#[test]
fn components_of_one_name_stay_apart() {
    let document = serde_json::to_value(Modified::openapi()).unwrap();
    let schemas = &document["components"]["schemas"];
    let of = |name: &str| schemas[name]["properties"]["type"]["enum"][0].clone();
    let mut found = [of("SignedOut"), of("SignedOutProblem")];
    found.sort_by_key(Value::to_string);
    assert_eq!(
        found,
        [json!("/alike/signed-out"), json!("https://shop.example/errors/signed-out")]
    );
    assert!(!schemas.as_object().unwrap().contains_key("SignedOutProblem2"));
    // Each operation refers to its own.
    let of_operation = |path: &str, code: &str| -> Vec<Value> {
        let response = &document["paths"][path]["get"]["responses"][code];
        let schema = &response["content"]["application/problem+json"]["schema"];
        let one = std::slice::from_ref(schema);
        let all = schema["oneOf"].as_array().map_or(one, Vec::as_slice);
        let schemas = all.iter().map(|it| {
            let pointer = it["$ref"].as_str().unwrap().trim_start_matches('#');
            document.pointer(pointer).unwrap()["properties"]["type"]["enum"][0].clone()
        });
        schemas.collect()
    };
    assert_eq!(of_operation("/items", "404"), [json!("/alike/signed-out")]);
    assert!(of_operation("/orders", "404").contains(&json!("/alike/signed-out")));
    assert_eq!(of_operation("/orders", "401"), [json!("https://shop.example/errors/signed-out")]);
    let _ = (orders, items, alike::SignedOut);
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(utoipa)]
enum SessionError {
    /// The session has ended.
    #[status(404)]
    SignedOut,
    #[status(transparent)]
    Alike(alike::SignedOut),
}

#[test]
fn problems_of_which_one_has_no_type_are_any_of_several() {
    let responses = serde_json::to_value(SessionError::responses()).unwrap();
    let content = &responses["404"]["content"]["application/problem+json"];
    assert_eq!(content["schema"]["anyOf"].as_array().unwrap().len(), 2);
    // Both have the same slug.
    let examples = content["examples"].as_object().unwrap();
    assert_eq!(examples.keys().collect::<Vec<_>>(), ["SignedOut", "signed-out"]);
    assert_eq!(examples["SignedOut"]["value"]["type"], "/alike/signed-out");
    let all = [SessionError::SignedOut, SessionError::Alike(alike::SignedOut)];
    assert_eq!(all.map(|error| error.code()), [404, 404]);
}

/// No value of it can be made up.
#[derive(Debug, Serialize, ToSchema)]
#[schema(pattern = "^job-[0-9]+$")]
struct Job(String);

/// The macro does not see that it is an `Option`.
type Perhaps = Option<Job>;

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(utoipa, range = 200..=499)]
enum Answer {
    /// The job has begun.
    #[status(202, redact, members(job))]
    Begun { job: Job },
    /// Another job may be running.
    #[status(409, members(job))]
    Running { job: Perhaps },
}

#[test]
fn an_example_has_no_value_that_the_schema_may_refuse() {
    let responses = serde_json::to_value(Answer::responses()).unwrap();
    let content = |code: &str| responses[code]["content"]["application/problem+json"].clone();
    let begun = content("202");
    assert!(begun["schema"]["required"].as_array().unwrap().contains(&json!("job")));
    assert_eq!(begun.get("examples"), None, "the member is required");
    assert_eq!(begun["schema"]["properties"].get("detail"), None, "the member alone is content");
    let running = content("409");
    assert!(!running["schema"]["required"].as_array().unwrap().contains(&json!("job")));
    let example = &running["examples"]["running"]["value"];
    assert_eq!(*example, json!({ "title": "Conflict", "status": 409 }));
    let all = [Answer::Begun { job: Job(String::new()) }, Answer::Running { job: None }];
    assert_eq!(all.map(|answer| answer.code()), [202, 409]);
}

/// The order waits for its turn.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("{0:?}")]
#[status(202, utoipa, range = 2xx, redact, body = envelope)]
struct Waiting(Job);

impl DocumentedBody for Waiting {
    type Schema = Envelope;
}

#[test]
fn a_success_with_a_body_function_has_content() {
    let responses = serde_json::to_value(Waiting::responses()).unwrap();
    let content = &responses["202"]["content"]["application/vnd.shop+json"];
    assert_eq!(
        content["examples"]["waiting"]["value"],
        json!({ "code": "waiting", "message": null })
    );
    assert_eq!(Waiting(Job(String::new())).code(), 202);
}

#[derive(Debug, Serialize, ToSchema)]
struct Machine {
    root: Part,
}

#[derive(Debug, Serialize, ToSchema)]
struct Part {
    #[schema(no_recursion)]
    parts: Vec<Part>,
    maker: Maker,
}

#[derive(Debug, Serialize, ToSchema)]
struct Maker {
    zip: Option<Zip>,
    /// Where it was before.
    former: Zip,
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(utoipa)]
enum MachineError {
    /// The machine is broken.
    #[status(409, members(machine))]
    Broken { machine: Machine },
}

#[test]
fn a_schema_inside_itself_has_no_end() {
    let responses = serde_json::to_value(MachineError::responses()).unwrap();
    let content = &responses["409"]["content"]["application/problem+json"];
    let part = &content["schema"]["properties"]["machine"]["properties"]["root"];
    let parts = &part["properties"]["parts"];
    assert_eq!(parts["items"], json!({ "type": "object" }));
    assert_eq!(content.to_string().matches("$ref").count(), 0, "{content:#}");
    let zip = &part["properties"]["maker"]["properties"]["zip"]["oneOf"][0];
    assert_eq!(zip["properties"]["digits"]["type"], "string", "{part:#}");
    let former = &part["properties"]["maker"]["properties"]["former"];
    assert_eq!(former["description"], "Where it was before.", "{part:#}");
    let (parts, former) = (Vec::new(), Zip { digits: String::new() });
    let maker = Maker { zip: None, former };
    let error = MachineError::Broken { machine: Machine { root: Part { parts, maker } } };
    assert_eq!(error.code(), 409);
}

/// It names no tool: only its table tells of its members.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
enum Untooled {
    /// The name is taken.
    #[status(409, members(id, names))]
    Taken { id: u64, names: Vec<String> },
    /// The name is not allowed.
    #[status(422, members(zip))]
    NotAllowed { zip: Zip },
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(utoipa)]
enum Tooled {
    #[status(transparent)]
    Untooled(Untooled),
}

#[test]
fn a_table_tells_the_types_of_its_members() {
    let responses = serde_json::to_value(Tooled::responses()).unwrap();
    let content = &responses["409"]["content"]["application/problem+json"];
    let properties = &content["schema"]["properties"];
    assert_eq!(properties["id"]["type"], "integer");
    assert_eq!(properties["names"]["type"], "array");
    let example = &content["examples"]["taken"]["value"];
    assert_eq!(*example, json!({ "title": "Conflict", "status": 409, "id": 7, "names": [] }));
    assert!(jsonschema::is_valid(&content["schema"], example));
    // What is not known may be anything.
    let content = &responses["422"]["content"]["application/problem+json"];
    assert_eq!(content["schema"]["properties"]["zip"], json!({}));
    assert_eq!(content.get("examples"), None);
    let zip = Zip { digits: String::new() };
    let all = [Untooled::Taken { id: 7, names: Vec::new() }, Untooled::NotAllowed { zip }];
    assert_eq!(all.map(|error| Tooled::Untooled(error).code()), [409, 422]);
}

#[derive(Debug, Serialize, ToSchema)]
struct Context {
    extra: Value,
    list: Vec<Value>,
    map: BTreeMap<String, Value>,
    either: Either,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
enum Either {
    #[expect(dead_code, reason = "only described")]
    Any(Value),
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(utoipa)]
enum ContextError {
    /// Something is wrong.
    #[status(400, members(context))]
    Wrong { context: Context },
    /// Anything is wrong.
    #[status(422, members(value))]
    Any { value: Value },
}

#[test]
fn a_member_may_be_any_value() {
    let responses = serde_json::to_value(ContextError::responses()).unwrap();
    let member = |code: &str, name: &str| {
        let content = &responses[code]["content"]["application/problem+json"];
        content["schema"]["properties"][name].clone()
    };
    let context = &member("400", "context")["properties"];
    assert_eq!(context["extra"], json!({}));
    assert_eq!(context["list"], json!({ "type": "array", "items": {} }));
    assert_eq!(context["map"]["additionalProperties"], json!({}));
    assert_eq!(context["either"]["oneOf"], json!([{}]));
    assert_eq!(member("422", "value"), json!({}));
    let mut schemas = Vec::new();
    ContextError::schemas(&mut schemas);
    let listed: BTreeMap<_, _> = schemas.into_iter().collect();
    let any = serde_json::to_value(&listed["ContextErrorAny"]).unwrap();
    assert_eq!(any["properties"]["value"], json!({}));
    let error = ContextError::Any { value: json!(null) };
    assert_eq!(error.code(), 422);
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(utoipa)]
enum Reading<T> {
    /// The value is out of range.
    #[status(422, members(value))]
    OutOfRange { value: T },
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(utoipa)]
enum ReadingError {
    #[status(transparent)]
    Count(Reading<u64>),
    #[status(transparent)]
    Name(Reading<String>),
    #[status(transparent)]
    Other(Reading<u64>),
    #[status(transparent)]
    Flag(Reading<Option<bool>>),
}

#[test]
fn a_member_of_a_generic_type_may_be_of_each_of_its_types() {
    let responses = serde_json::to_value(ReadingError::responses()).unwrap();
    let schema = &responses["422"]["content"]["application/problem+json"]["schema"];
    let any = &schema["properties"]["value"]["anyOf"];
    let types: Vec<_> = any.as_array().unwrap().iter().map(|it| it["type"].clone()).collect();
    assert_eq!(types, ["integer", "string", "boolean"]);
    // `None` is not sent.
    assert_eq!(schema["required"], json!(["title", "status"]));
    let all = [
        ReadingError::Count(Reading::OutOfRange { value: 7 }),
        ReadingError::Name(Reading::OutOfRange { value: "seven".to_owned() }),
        ReadingError::Other(Reading::OutOfRange { value: 8 }),
        ReadingError::Flag(Reading::OutOfRange { value: None }),
        ReadingError::Flag(Reading::OutOfRange { value: Some(true) }),
    ];
    for error in all {
        let sent: Value = serde_json::from_slice(&Problem::of(&error).json()).unwrap();
        assert!(jsonschema::is_valid(schema, &sent), "{sent} {schema:#}");
    }
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(utoipa, type_base = "/delivery/")]
enum DeliveryError {
    /// The order cannot be delivered there.
    #[status(422, members(address))]
    Undeliverable { address: Address },
    #[status(transparent)]
    Stock(StockError),
}

#[utoipa::path(get, path = "/delivery", responses(DeliveryError))]
fn delivery() {}

#[derive(OpenApi)]
#[openapi(
    paths(delivery, items),
    components(schemas(DeliveryError, StockError)),
    modifiers(&ProblemComponents)
)]
struct Listed;

#[test]
fn the_components_of_a_listed_type_are_those_of_its_responses() {
    let document = serde_json::to_value(Listed::openapi()).unwrap();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let names: Vec<_> = schemas.keys().map(String::as_str).collect();
    let expected = [
        "DeliveryError",
        "DeliveryErrorUndeliverable",
        "SignedOut",
        "StockError",
        "StockErrorItemUnknown",
        "StockErrorOrderNotFound",
        "Zip",
    ];
    assert_eq!(names, expected);
    let response = &document["paths"]["/delivery"]["get"]["responses"]["422"];
    let schema = &response["content"]["application/problem+json"]["schema"];
    assert_eq!(schema["$ref"], "#/components/schemas/DeliveryErrorUndeliverable");
    // A response has inline what is a reference there.
    let address = &schemas["DeliveryErrorUndeliverable"]["properties"]["address"];
    assert_eq!(address["properties"]["zip"]["$ref"], "#/components/schemas/Zip");
    let any = |name: &str| schemas[name]["anyOf"].as_array().unwrap().len();
    assert_eq!((any("DeliveryError"), any("StockError")), (3, 2));
    let address = Address { city: String::new(), zip: Zip { digits: String::new() } };
    let stock = StockError::OrderNotFound(7);
    let all = [DeliveryError::Undeliverable { address }, DeliveryError::Stock(stock)];
    assert_eq!(all.map(|error| error.code()), [422, 409]);
    let _ = delivery;
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("text")]
#[status(utoipa)]
enum Limit {
    /// The caller has not signed in.
    #[status(401, header("WWW-Authenticate" = "Bearer"), header("WWW-Authenticate" = "Basic"))]
    SignedOut,
    /// The caller is too fast.
    #[status(429, header("Retry-After" = after), header("X-Left" = left), header("X-Sum" = sum))]
    TooFast { after: Duration, left: u32, sum: i64 },
    /// The plan has ended.
    #[status(429, header("X-Left" = left))]
    Ended { left: String },
}

#[test]
fn a_header_field_is_described_by_all_that_send_it() {
    let responses = serde_json::to_value(Limit::responses()).unwrap();
    let found = |code: &str, name: &str| {
        let header = &responses[code]["headers"][name];
        (header["description"].clone(), header["required"] == true, header["schema"].clone())
    };
    let text = json!({ "type": "string" });
    let table = [
        // Two challenges may be one list.
        ("401", "WWW-Authenticate", "How to authenticate (RFC 9110 §11.6.1).", true, &text),
        ("429", "X-Left", "The header field `X-Left`.", true, &text),
        ("429", "X-Sum", "The header field `X-Sum`.", false, &json!({ "type": "integer" })),
        (
            "429",
            "Retry-After",
            "When to try again (RFC 9110 §10.2.3).",
            false,
            &json!({ "type": "integer", "minimum": 0 }),
        ),
    ];
    for (code, name, description, is_required, schema) in table {
        assert_eq!(found(code, name), (json!(description), is_required, schema.clone()));
    }
    let (after, left) = (Duration::from_secs(7), String::new());
    let all = [Limit::SignedOut, Limit::TooFast { after, left: 0, sum: -1 }, Limit::Ended { left }];
    assert_eq!(all.map(|error| error.code()), [401, 429, 429]);
}

/// Generated code must not `allow` a forbidden lint, which would be an error.
mod forbidding {
    #![forbid(dead_code)]

    use status_core::HttpStatus;

    /// Nothing is left of this item.
    #[derive(Debug, thiserror::Error, HttpStatus)]
    #[error("sold out")]
    #[status(410, utoipa)]
    pub struct SoldOut;
}

#[test]
fn a_type_may_be_in_a_module_that_forbids_a_lint() {
    let paths = document::<forbidding::SoldOut>();
    assert_eq!(paths.titles("410"), ["SoldOut"]);
}
