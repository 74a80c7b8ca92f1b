//! Field errors, and those of `validator` and `garde`.

use std::collections::BTreeMap;

use garde::Validate as _;
use serde_json::json;
use status_core::HttpStatus;
use status_core::problem::{FieldError, FieldErrors, Problem};
use validator::{Validate as _, ValidationError};

const SECRET: &str = "hunter2!";

/// An order with invalid fields.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("invalid fields: {errors}")]
#[status(422, members(errors))]
struct Invalid {
    errors: FieldErrors,
}

fn sent(errors: FieldErrors) -> String {
    String::from_utf8(Problem::of(&Invalid { errors }).json()).unwrap()
}

fn errors(errors: FieldErrors) -> serde_json::Value {
    let sent: serde_json::Value = serde_json::from_str(&sent(errors)).unwrap();
    sent["errors"].clone()
}

mod of_validator {
    use validator::Validate;

    use super::{SECRET, ValidationError};

    #[derive(Validate)]
    pub struct Account {
        #[validate(email)]
        pub mail: String,
        #[validate(length(min = 12, max = 99))]
        pub password: String,
        #[validate(must_match(other = "password"))]
        pub again: String,
        #[validate(nested)]
        pub items: Vec<Item>,
        #[validate(nested)]
        pub item: Item,
    }

    #[derive(Validate)]
    #[validate(schema(function = "whole"))]
    pub struct Item {
        #[validate(range(min = 1, exclusive_max = 10), custom(function = "odd"))]
        pub quantity: u32,
        #[validate(length(min = 1, message = "write something"))]
        pub name: String,
    }

    fn odd(_: u32) -> Result<(), ValidationError> {
        Err(ValidationError::new("odd"))
    }

    fn whole(_: &Item) -> Result<(), ValidationError> {
        let mut error = ValidationError::new("sold_out");
        error.add_param("min".into(), &SECRET);
        Err(error)
    }
}

#[test]
fn validator() {
    use of_validator::{Account, Item};

    let account = Account {
        mail: SECRET.to_owned(),
        password: SECRET.to_owned(),
        again: "secret".to_owned(),
        items: vec![Item { quantity: 4711, name: String::new() }],
        item: Item { quantity: 1, name: "a".to_owned() },
    };
    let found = account.validate().unwrap_err();
    let expected = json!([
        { "detail": "does not satisfy `must_match`", "pointer": "#/again", "code": "must_match" },
        { "detail": "does not satisfy `odd`", "pointer": "#/item/quantity", "code": "odd" },
        { "detail": "must be at least 1 and less than 10", "pointer": "#/items/0/quantity", "code": "range" },
        { "detail": "does not satisfy `odd`", "pointer": "#/items/0/quantity", "code": "odd" },
        { "detail": "write something", "pointer": "#/items/0/name", "code": "length" },
        { "detail": "must be an email address", "pointer": "#/mail", "code": "email" },
        { "detail": "the length must be at least 12 and at most 99", "pointer": "#/password", "code": "length" },
    ]);
    let sorted = |value: serde_json::Value| {
        let mut values = value.as_array().unwrap().clone();
        values.sort_by_key(ToString::to_string);
        values
    };
    assert_eq!(sorted(errors((&found).into())), sorted(expected));
    let first = sent((&found).into());
    assert!(
        !first.contains(SECRET) && !first.contains("4711") && !first.contains("secret"),
        "{first}"
    );
    // The order is the same each time.
    assert!((0..20).all(|_| sent(account.validate().unwrap_err().into()) == first));
}

/// The validation of a whole struct runs if its fields are valid.
#[test]
fn validator_of_a_struct() {
    use of_validator::Item;

    let mut found = Item { quantity: 1, name: "a".to_owned() }.validate().unwrap_err();
    found.errors_mut().remove("quantity");
    let mut whole = ValidationError::new("length");
    whole.add_param("min".into(), &SECRET);
    found.add("__all__", whole);
    assert_eq!(
        errors(found.into()),
        json!([{ "detail": "the length must be as required", "pointer": "#", "code": "length" }])
    );
}

mod of_garde {
    use std::collections::BTreeMap;

    #[derive(garde::Validate)]
    pub struct Account {
        #[garde(length(min = 12))]
        pub password: String,
        #[garde(matches(password))]
        pub again: String,
        #[garde(dive)]
        pub items: Vec<Item>,
        #[garde(dive)]
        pub by_name: BTreeMap<String, Item>,
    }

    #[derive(garde::Validate)]
    pub struct Item {
        #[garde(range(min = 1, max = 10))]
        pub quantity: u32,
    }
}

#[test]
fn garde() {
    use of_garde::{Account, Item};

    let account = Account {
        password: SECRET.to_owned(),
        again: "secret".to_owned(),
        items: vec![Item { quantity: 1 }, Item { quantity: 4711 }],
        by_name: BTreeMap::from([("a.b/c".to_owned(), Item { quantity: 0 })]),
    };
    let report = account.validate().unwrap_err();
    assert_eq!(
        errors((&report).into()),
        json!([
            { "detail": "does not match password field", "pointer": "#/again" },
            { "detail": "lower than 1", "pointer": "#/by_name/a.b~1c/quantity" },
            { "detail": "greater than 10", "pointer": "#/items/1/quantity" },
            { "detail": "length is lower than 12", "pointer": "#/password" },
        ])
    );
    let sent = sent(report.into());
    assert!(!sent.contains(SECRET) && !sent.contains("4711"), "{sent}");
}

/// A client decides how many items it sends, but not how long the response is.
#[test]
fn the_first_hundred_errors_are_sent() {
    let items = (0..150).map(|_| of_garde::Item { quantity: 0 }).collect();
    let account = of_garde::Account {
        password: "a".repeat(12),
        again: "a".repeat(12),
        items,
        by_name: BTreeMap::new(),
    };
    assert_eq!(FieldErrors::from(account.validate().unwrap_err()).len(), 100);

    let items = (0..150).map(|_| of_validator::Item { quantity: 0, name: String::new() });
    let account = of_validator::Account {
        mail: "a@shop.example".to_owned(),
        password: "a".repeat(12),
        again: "a".repeat(12),
        items: items.collect(),
        item: of_validator::Item { quantity: 0, name: String::new() },
    };
    let errors = FieldErrors::from(account.validate().unwrap_err());
    let last = errors.iter().last().unwrap().pointer.as_deref();
    assert_eq!((errors.len(), last), (100, Some("#/items/32/name")));
    // A list of the service's own has no limit.
    let own: FieldErrors = (0..150).map(|_| FieldError::new("no")).collect();
    assert_eq!(own.len(), 150);
}

#[test]
fn a_client_reads_them() {
    let errors: FieldErrors =
        [FieldError::at(["a", "0"], "too short").code("length"), FieldError::new("no")]
            .into_iter()
            .collect();
    assert_eq!(errors.to_string(), "#/a/0: too short; no");
    let mut copied = FieldErrors::new();
    for error in &errors {
        copied.push(error.clone());
    }
    assert_eq!(copied, errors);
    let problem = Problem::from_json(sent(errors.clone()).as_bytes()).unwrap();
    assert_eq!(problem.get("errors"), Some(errors));

    // Nothing is sent for an empty list.
    assert!(!sent(FieldErrors::new()).contains("errors"));
    let status = Invalid { errors: FieldErrors::new() }.status();
    let member = status.members().next().unwrap();
    assert_eq!((member.json_type(), member.is_optional()), (Some("array"), true));

    // Another server's objects may have other members.
    let read: Result<FieldErrors, _> =
        serde_json::from_value(json!([{ "detail": "no", "code": 7, "source": {} }]));
    assert_eq!(read.unwrap(), FieldError::new("no").into());
    assert!(serde_json::from_value::<FieldErrors>(json!([{ "pointer": "#" }])).is_err());
}
