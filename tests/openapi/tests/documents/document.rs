//! What every document must say about the type.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use status_core::StatusTable as _;
use status_core::problem::{FieldError, Problem};
use status_core::rejection::Rejection;

use super::shop::errors;

/// The responses of a type by their key, with each reference replaced by its schema.
pub struct Document(Value);

/// What OpenAPI 3.0 and its tools cannot say.
#[derive(Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "each tool uses one, and not every tool is built")]
pub enum Examples {
    /// One for each variant, by its slug.
    Named,
    /// In the schemas.
    InSchema,
}

impl Document {
    pub fn new(mut responses: Value, schemas: &Value) -> Self {
        inline(&mut responses, schemas);
        Self(responses)
    }

    /// Checks the document of `OrderError`.
    pub fn describes_the_errors(&self, examples: Examples) {
        let text = self.0.to_string();
        for absent in ["discriminator", "additionalProperties", "\"const\"", "$ref"] {
            assert!(!text.contains(absent), "{absent} in {text}");
        }
        let keys: Vec<_> = self.0.as_object().unwrap().keys().collect();
        let mut codes: Vec<_> = errors().iter().map(|(code, _)| code.to_string()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(keys, codes.iter().collect::<Vec<_>>());

        for (code, problem) in errors() {
            let sent: Value = serde_json::from_slice(&problem.json()).unwrap();
            let schema = self.schema(&code.to_string());
            assert_is_valid(&schema, &sent, true);
            for required in ["type", "title", "status"] {
                let mut lacking = sent.clone();
                if lacking.as_object_mut().unwrap().remove(required).is_some() {
                    assert_is_valid(&schema, &lacking, false);
                }
            }
            for (member, value) in [("status", json!(499)), ("type", json!("/other"))] {
                let mut other = sent.clone();
                if other.get(member).is_some() {
                    other[member] = value;
                    assert_is_valid(&schema, &other, false);
                }
            }
            let mut more = sent.clone();
            more["trace"] = json!("4bf92f35");
            assert_is_valid(&schema, &more, true);
        }

        self.has_members();
        self.has_header_fields();
        self.has_examples(examples);
    }

    fn has_members(&self) {
        let properties = |code: &str, at: &str| {
            let schema = self.schema(code);
            let names = schema.pointer(at).unwrap()["properties"].as_object().unwrap().keys();
            names.cloned().collect::<BTreeSet<_>>()
        };
        let set = |names: &[&str]| names.iter().map(|&it| it.to_owned()).collect::<BTreeSet<_>>();
        let found = properties("404", "/oneOf/0");
        assert_eq!(found, set(&["type", "title", "status", "version", "detail", "id", "shelf"]));
        // Redacted, so that they have no detail.
        assert_eq!(
            properties("404", "/oneOf/1"),
            set(&["type", "title", "status", "kind", "item"])
        );
        assert_eq!(properties("502", ""), set(&["type", "title", "status", "version"]));
        // Without a `type_base`, a problem has no type.
        assert_eq!(properties("410", ""), set(&["title", "status"]));

        let not_found = &self.schema("404")["oneOf"][0];
        assert_eq!(not_found["properties"]["id"]["type"], "integer");
        assert_eq!(not_found["properties"]["shelf"], json!({ "type": "string" }));
        assert_eq!(not_found["properties"]["version"], json!({ "type": "integer", "enum": [2] }));
        assert_eq!(
            not_found["description"],
            "No order has this number.\n\nIt may have been deleted."
        );
        assert_eq!(not_found["required"], json!(["type", "title", "status", "version", "id"]));
        let invalid = &self.schema("400");
        assert_eq!(invalid["required"], json!(["type", "title", "status", "version"]));
        let errors = &invalid["properties"]["errors"];
        assert_eq!(errors["type"], "array");
        assert_eq!(errors["items"]["required"], json!(["detail"]));
        let address = &self.schema("422")["properties"]["address"];
        assert_eq!(address["properties"]["zip"]["properties"]["digits"]["type"], "string");
        assert_eq!(
            self.0["404"]["description"],
            "No order has this number. Or: The shop does not sell this item."
        );
    }

    fn has_header_fields(&self) {
        let header = |code: &str, name: &str| self.0[code]["headers"][name].clone();
        let challenge = header("401", "WWW-Authenticate");
        assert_eq!(challenge["required"], true);
        assert_eq!(challenge["schema"], json!({ "type": "string", "enum": ["Bearer"] }));
        let after = header("429", "Retry-After");
        assert_eq!(
            (&after["required"], &after["schema"]["type"]),
            (&json!(true), &json!("integer"))
        );
        assert_ne!(after["description"], json!(null));
        let plan = header("429", "X-Plan");
        assert!(plan["required"] != true, "{plan}");
        assert_eq!(plan["schema"], json!({ "type": "string" }));
    }

    fn has_examples(&self, examples: Examples) {
        let problem = |at: usize| String::from_utf8(errors()[at].1.json()).unwrap();
        // Its message panics for the value of the example.
        let closed = json!({
            "type": "https://shop.example/errors/closed",
            "title": "The shop takes no orders on this day.",
            "status": 403,
            "version": 2,
            "day": 7,
        });
        if examples == Examples::InSchema {
            assert_eq!(self.schema("403")["example"], closed);
            let schema = self.schema("404");
            assert_eq!(schema["oneOf"][0]["example"].to_string(), problem(0));
            assert_eq!(schema["oneOf"][1]["example"].to_string(), problem(7));
            assert_eq!(self.schema("401")["example"].to_string(), problem(2));
            return;
        }
        let example = |code: &str, slug: &str| {
            let content = &self.0[code]["content"]["application/problem+json"];
            let example = &content["examples"][slug];
            assert_is_valid(&content["schema"], &example["value"], true);
            example.clone()
        };
        let not_found = example("404", "order-not-found");
        assert_eq!(not_found["summary"], "No order has this number.");
        assert_eq!(not_found["value"].to_string(), problem(0));
        assert_eq!(example("401", "signed-out")["value"].to_string(), problem(2));
        assert_eq!(example("429", "too-fast")["value"].to_string(), problem(3));
        assert_eq!(example("502", "payment")["value"].to_string(), problem(6));
        assert_eq!(example("404", "item-unknown")["value"].to_string(), problem(7));
        assert_eq!(example("409", "order-not-found")["value"].to_string(), problem(8));
        assert_eq!(example("503", "counting")["value"].to_string(), problem(9));
        assert_eq!(example("410", "gone")["value"].to_string(), problem(10));
        assert_eq!(example("400", "invalid")["value"].to_string(), problem(11));
        assert_eq!(example("403", "closed")["value"], closed);
        // Its detail cannot be known.
        let undeliverable = &example("422", "undeliverable")["value"];
        assert_eq!(undeliverable["detail"], json!(null));
        assert_eq!(undeliverable["address"]["zip"]["digits"], "example");
    }

    /// Checks the document of `Enveloped`.
    pub fn describes_the_envelope(&self) {
        let keys: Vec<_> = self.0.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["404", "default"]);
        let content = &self.0["404"]["content"];
        let media_types: Vec<_> = content.as_object().unwrap().keys().collect();
        assert_eq!(media_types, ["application/vnd.shop+json"]);
        for code in ["404", "default"] {
            let schema = &self.0[code]["content"]["application/vnd.shop+json"]["schema"];
            assert_is_valid(schema, &json!({ "code": "order-not-found" }), true);
            assert_is_valid(schema, &json!({ "message": "order-not-found" }), false);
        }
        assert_eq!(
            self.0["404"]["description"],
            "No order has this number. Or: No item has this number."
        );
    }

    /// Checks the document of `Rejection`.
    pub fn describes_the_rejections(&self) {
        let keys: Vec<_> = self.0.as_object().unwrap().keys().collect();
        assert_eq!(keys, rejection_codes().iter().collect::<Vec<_>>());
        for code in keys {
            let schema = self.schema(code);
            let one = std::slice::from_ref(&schema);
            let alternatives = schema["anyOf"].as_array().map_or(one, Vec::as_slice);
            let has_pointer = |it: &&Value| {
                it["properties"]["errors"]["items"]["properties"]["pointer"]["type"] == "string"
            };
            let of_code = Rejection::TABLE.statuses().iter();
            let of_code: Vec<_> =
                of_code.filter(|status| status.code().to_string() == *code).collect();
            assert_eq!(alternatives.len(), of_code.len(), "{code}");
            let with_errors = of_code.iter().filter(|status| status.members().len() > 0);
            assert_eq!(
                alternatives.iter().filter(has_pointer).count(),
                with_errors.count(),
                "{code}"
            );
        }
        let content = &self.0["422"]["content"]["application/problem+json"];
        let errors = [FieldError::at(["a"], "missing")];
        let rejection = Rejection::UnexpectedJson { errors: errors.into_iter().collect() };
        let sent = serde_json::from_slice(&Problem::of(&rejection).json()).unwrap();
        assert_is_valid(&content["schema"], &sent, true);
    }

    fn schema(&self, code: &str) -> Value {
        self.0[code]["content"]["application/problem+json"]["schema"].clone()
    }

    /// The names of the schemas of a response, of which each is inline.
    #[allow(dead_code, reason = "not every tool has titles")]
    pub fn titles(&self, code: &str) -> Vec<String> {
        let schema = self.schema(code);
        let one = std::slice::from_ref(&schema);
        let all = schema["oneOf"].as_array().map_or(one, Vec::as_slice);
        all.iter().map(|schema| schema["title"].as_str().unwrap().to_owned()).collect()
    }
}

/// The codes of rejections. Some depend on the features of status-core.
pub fn rejection_codes() -> BTreeSet<String> {
    Rejection::TABLE.statuses().iter().map(|status| status.code().to_string()).collect()
}

#[track_caller]
fn assert_is_valid(schema: &Value, value: &Value, expected: bool) {
    let found = jsonschema::is_valid(schema, value);
    assert_eq!(found, expected, "{schema:#}\n{value:#}");
}

fn inline(value: &mut Value, schemas: &Value) {
    match value {
        Value::Object(object) => {
            if let Some(reference) = object.get("$ref") {
                let name = reference.as_str().unwrap().rsplit('/').next().unwrap();
                let mut schema = schemas[name].clone();
                assert!(schema.is_object(), "{reference} is in {schemas}");
                inline(&mut schema, schemas);
                *value = schema;
                return;
            }
            object.values_mut().for_each(|value| inline(value, schemas));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| inline(value, schemas)),
        _ => {}
    }
}
