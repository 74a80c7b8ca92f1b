//! Provokes every error that the shop's OpenAPI document describes, and compares each response with it.

mod common;
#[path = "common/shop.rs"]
mod shop;

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};
use shop::Shop;
use ureq::Agent;
use ureq::http::Request;

/// A running shop, and its document.
struct Documented {
    _shop: Shop,
    base: String,
    agent: Agent,
    document: Value,
}

impl Documented {
    fn open() -> Self {
        let shop = Shop::open();
        let base = format!("http://127.0.0.1:{}", shop.port);
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(30)))
            .proxy(None)
            .max_idle_connections(0)
            .build()
            .into();
        let document = agent.get(format!("{base}/openapi.json")).call().unwrap();
        let document = document.into_body().read_to_string().unwrap();
        Self { _shop: shop, base, agent, document: serde_json::from_str(&document).unwrap() }
    }

    /// The schema with everything that it refers to.
    fn schema(&self, schema: &Value) -> Value {
        let mut schema = schema.clone();
        schema["components"] = self.document["components"].clone();
        schema
    }

    /// Sends a request, and compares the response with the document. Returns the key and the code.
    fn ask(&self, request: &Ask) -> (String, String) {
        let Ask { method, template, path, token, json, media_type } = *request;
        let mut builder = Request::builder().method(method).uri(format!("{}{path}", self.base));
        if let Some(token) = token {
            builder = builder.header("Authorization", format!("Bearer {token}"));
        }
        let response = match json {
            Some(json) => {
                self.agent.run(builder.header("Content-Type", media_type).body(json).unwrap())
            }
            None => self.agent.run(builder.body(()).unwrap()),
        };
        let mut response = response.unwrap();
        let code = response.status().as_u16().to_string();
        let body = response.body_mut().read_to_string().unwrap();
        let content: Value = serde_json::from_str(&body).unwrap();

        let method = method.to_ascii_lowercase();
        let documented = &self.document["paths"][template][&method]["responses"][&code];
        assert!(documented.is_object(), "{code} of {method} {template} is not documented");
        let media_type = response.headers()["content-type"].to_str().unwrap();
        let schema = &documented["content"][media_type]["schema"];
        assert!(schema.is_object(), "{media_type} of {code} is not documented");
        let validator = jsonschema::validator_for(&self.schema(schema)).unwrap();
        let errors: Vec<_> = validator.iter_errors(&content).map(|it| it.to_string()).collect();
        assert!(errors.is_empty(), "{method} {path}: {content}: {errors:?}");

        for (name, header) in documented["headers"].as_object().into_iter().flatten() {
            let Some(value) = response.headers().get(name) else {
                assert!(header["required"] != true, "{name} is missing in {code}");
                continue;
            };
            let value = value.to_str().unwrap();
            let value = match header["schema"]["type"].as_str() {
                Some("integer") => json!(value.parse::<u64>().unwrap()),
                _ => json!(value),
            };
            assert!(jsonschema::is_valid(&header["schema"], &value), "{name}: {value}");
        }
        (content["type"].as_str().unwrap_or(template).to_owned(), code)
    }

    /// The code and the `type` of each problem in the document.
    fn problems(&self) -> BTreeSet<(String, String)> {
        let mut problems = BTreeSet::new();
        for operation in self.document["paths"].as_object().unwrap().values() {
            for responses in operation.as_object().unwrap().values().map(|it| &it["responses"]) {
                for (code, response) in responses.as_object().unwrap() {
                    let Some(content) = response["content"].get("application/problem+json") else {
                        continue;
                    };
                    let schema = &content["schema"];
                    let one = std::slice::from_ref(schema);
                    for reference in schema["oneOf"].as_array().map_or(one, Vec::as_slice) {
                        let pointer = reference["$ref"].as_str().unwrap().trim_start_matches('#');
                        let schema = self.document.pointer(pointer).unwrap();
                        let of = |name: &str| schema["properties"][name]["enum"][0].clone();
                        assert_eq!(of("status").to_string(), *code);
                        problems.insert((of("type").as_str().unwrap().to_owned(), code.clone()));
                    }
                }
            }
        }
        problems
    }

    /// Compares each example with its schema. Returns how many there are.
    fn check_examples(&self) -> usize {
        let mut count = 0;
        for operation in self.document["paths"].as_object().unwrap().values() {
            for responses in operation.as_object().unwrap().values().map(|it| &it["responses"]) {
                for response in responses.as_object().unwrap().values() {
                    for content in response["content"].as_object().unwrap().values() {
                        let schema = self.schema(&content["schema"]);
                        for example in content["examples"].as_object().into_iter().flatten() {
                            assert!(
                                jsonschema::is_valid(&schema, &example.1["value"]),
                                "{example:?}"
                            );
                            count += 1;
                        }
                    }
                }
            }
        }
        count
    }
}

#[derive(Clone, Copy)]
struct Ask {
    method: &'static str,
    /// The path in the document.
    template: &'static str,
    path: &'static str,
    token: Option<&'static str>,
    json: Option<&'static str>,
    media_type: &'static str,
}

const DEMO: Option<&str> = Some("demo");

const fn post(template: &'static str, path: &'static str, json: &'static str) -> Ask {
    Ask {
        method: "POST",
        template,
        path,
        token: DEMO,
        json: Some(json),
        media_type: "application/json",
    }
}

const fn get(template: &'static str, path: &'static str, token: Option<&'static str>) -> Ask {
    Ask { method: "GET", template, path, token, json: None, media_type: "" }
}

/// More than the shop accepts.
const LARGE: &str = {
    static SPACES: [u8; 20_000] = [b' '; 20_000];
    match std::str::from_utf8(&SPACES) {
        Ok(text) => text,
        Err(_) => "",
    }
};

const ORDERS: &str = "/orders";
const ORDER: &str = "/orders/{id}";
const PAYMENT: &str = "/orders/{id}/payment";

#[test]
fn every_documented_error_is_sent_as_documented() {
    const PROVOKE: &[Ask] = &[
        get(ORDER, "/orders/first", DEMO),
        post(ORDERS, "/orders", "{}"),
        post(ORDERS, "/orders", "{"),
        post(ORDERS, "/orders", LARGE),
        Ask { media_type: "text/plain", ..post(ORDERS, "/orders", "{}") },
        get(ORDER, "/orders/1", None),
        get(ORDER, "/orders/404", DEMO),
        post(PAYMENT, "/orders/1/payment", r#"{"card":"lucky"}"#),
        post(ORDERS, "/orders", r#"{"item":"teapot","quantity":0}"#),
        post(ORDERS, "/orders", r#"{"item":"teacup","quantity":1}"#),
        post(ORDERS, "/orders", r#"{"item":"kettle","quantity":1}"#),
        Ask {
            token: Some("trial"),
            ..post(ORDERS, "/orders", r#"{"item":"teapot","quantity":1}"#)
        },
        post(PAYMENT, "/orders/2/payment", r#"{"card":"unlucky"}"#),
        get("/stock", "/stock", None),
    ];
    let shop = Documented::open();
    let provoked: BTreeSet<_> = PROVOKE.iter().map(|request| shop.ask(request)).collect();
    assert_eq!(provoked, shop.problems());
    assert_eq!(provoked.len(), 14);
}

#[test]
fn successes_are_documented_and_examples_are_valid() {
    let shop = Documented::open();
    let codes = [
        post(ORDERS, "/orders", r#"{"item":"teapot","quantity":2}"#),
        get(ORDER, "/orders/3", DEMO),
        post(PAYMENT, "/orders/3/payment", r#"{"card":"lucky"}"#),
    ]
    .map(|request| shop.ask(&request).1);
    assert_eq!(codes, ["201", "200", "200"]);
    // One for each error in each operation.
    assert_eq!(shop.check_examples(), 4 * 14);
}

#[test]
fn the_page_shows_the_document_and_loads_nothing_from_elsewhere() {
    let shop = Documented::open();
    let read = |path: &str| {
        let response = shop.agent.get(format!("{}{path}", shop.base)).call().unwrap();
        assert_eq!(response.status(), 200, "{path}");
        response.into_body().read_to_string().unwrap()
    };
    let page = read("/docs/");
    assert!(!page.contains("http://") && !page.contains("https://"), "{page}");
    let script = read("/docs/swagger-initializer.js");
    assert!(script.contains("/openapi.json"), "{script}");
}
