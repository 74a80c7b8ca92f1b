//! What a status says about its members and header fields, without an occurrence.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use std::time::{Duration, SystemTime};

use serde::Serialize;
use status_core::describe::HeaderField;
use status_core::problem::Problem;
use status_core::{HttpStatus, ServerError, Status, StatusTable};

type OrderId = u64;
type Maybe<T> = Option<T>;

#[derive(Debug, Serialize)]
struct Own {
    x: u8,
}

#[derive(Debug, HttpStatus)]
#[expect(clippy::large_enum_variant, reason = "one variant has a field of each type")]
#[expect(dead_code, reason = "two variants are only described")]
#[status(
    type_base = "https://shop.example/errors/",
    header("X-Shop" = "main"),
    members(kind = "order", code = slug)
)]
enum OrderError<'a, T> {
    /// All types of members.
    #[status(
        409,
        members(
            a,
            b,
            c,
            d,
            e,
            f,
            g,
            h,
            i,
            j,
            k,
            l,
            m,
            n,
            o,
            p,
            q,
            r,
            s,
            t,
            u,
            version = 3,
            ok = true
        )
    )]
    Members {
        a: u64,
        b: OrderId,
        c: i8,
        d: f32,
        e: bool,
        f: String,
        g: &'a str,
        h: Cow<'static, str>,
        i: char,
        j: Option<u32>,
        k: Maybe<Vec<Own>>,
        l: [u8; 3],
        m: HashMap<String, u8>,
        n: BTreeMap<&'static str, u8>,
        o: Own,
        p: Box<Option<Box<str>>>,
        q: HashSet<u8>,
        r: T,
        s: Option<T>,
        t: std::num::NonZeroU32,
        u: std::option::Option<Own>,
    },
    /// All kinds of header fields.
    #[status(
        429,
        header("Retry-After" = after),
        header("X-Until" = until),
        header("X-Plan" = "free")
    )]
    Headers { after: Duration, until: Option<SystemTime> },
    /// Only those of the enum.
    #[status(500)]
    Broken,
}

impl<T: fmt::Debug> fmt::Display for OrderError<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("failed")
    }
}

fn status(name: &str) -> &'static Status {
    let table = OrderError::<'static, u8>::TABLE;
    table.iter().find(|status| status.name() == name).unwrap()
}

#[test]
fn members_have_the_type_of_their_field_in_rust_and_in_json() {
    let members: Vec<_> = status("Members").members().skip(4).collect();
    let described: Vec<_> = members
        .iter()
        .map(|it| (it.name(), it.rust_type().unwrap(), it.json_type(), it.is_optional()))
        .collect();
    let expected = [
        ("a", "u64", Some("integer"), false),
        // The alias is written, and its type is known.
        ("b", "OrderId", Some("integer"), false),
        ("c", "i8", Some("integer"), false),
        ("d", "f32", Some("number"), false),
        ("e", "bool", Some("boolean"), false),
        ("f", "String", Some("string"), false),
        ("g", "&'a str", Some("string"), false),
        ("h", "Cow<'static, str>", Some("string"), false),
        ("i", "char", Some("string"), false),
        ("j", "Option<u32>", Some("integer"), true),
        ("k", "Maybe<Vec<Own>>", Some("array"), true),
        ("l", "[u8; 3]", Some("array"), false),
        ("m", "HashMap<String, u8>", Some("object"), false),
        ("n", "BTreeMap<&'static str, u8>", Some("object"), false),
        ("o", "Own", None, false),
        ("p", "Box<Option<Box<str>>>", Some("string"), true),
        ("q", "HashSet<u8>", Some("array"), false),
        // A parameter has no type here.
        ("r", "T", None, false),
        ("s", "Option<T>", None, true),
        ("t", "std::num::NonZeroU32", Some("integer"), false),
        // An `Option` by its name, of a type that is not known.
        ("u", "std::option::Option<Own>", None, true),
    ];
    assert_eq!(described, expected);
}

#[test]
fn constants_come_first_and_have_their_json() {
    let constants: Vec<_> = status("Members")
        .members()
        .map_while(|it| Some((it.name(), it.value()?, it.json_type(), it.rust_type())))
        .collect();
    let expected = [
        ("kind", "\"order\"", Some("string"), None),
        ("code", "\"members\"", Some("string"), None),
        ("version", "3", Some("integer"), None),
        ("ok", "true", Some("boolean"), None),
    ];
    assert_eq!(constants, expected);
    assert_eq!(status("Broken").members().len(), 2);
    assert_eq!(ServerError::BadGateway.status().members().len(), 0);
}

#[test]
fn the_order_is_that_of_the_problem() {
    let error = OrderError::Members {
        a: 1,
        b: 2,
        c: 3,
        d: 0.5,
        e: true,
        f: String::new(),
        g: "",
        h: "".into(),
        i: 'i',
        j: Some(4),
        k: Some(vec![Own { x: 1 }]),
        l: [0; 3],
        m: HashMap::new(),
        n: BTreeMap::new(),
        o: Own { x: 1 },
        p: Box::new(Some("".into())),
        q: HashSet::new(),
        r: 5_u8,
        s: Some(6),
        t: 7.try_into().unwrap(),
        u: Some(Own { x: 1 }),
    };
    let problem = Problem::of(&error);
    assert_eq!(problem.members().len(), status("Members").members().len());
    let described = status("Members").members().map(|it| (it.name(), it.json_type()));
    let sent = problem.members().map(|(name, json)| {
        let json: serde_json::Value = serde_json::from_str(json).unwrap();
        let json_type = match json {
            serde_json::Value::Bool(_) => Some("boolean"),
            serde_json::Value::String(_) => Some("string"),
            serde_json::Value::Array(_) => Some("array"),
            serde_json::Value::Number(number) if number.is_f64() => Some("number"),
            serde_json::Value::Number(_) => Some("integer"),
            _ => Some("object"),
        };
        (name, json_type)
    });
    for (described, sent) in described.zip(sent) {
        assert_eq!(described.0, sent.0);
        assert!(described.1 == sent.1 || described.1.is_none(), "{described:?} {sent:?}");
    }
}

#[test]
fn header_fields_have_a_constant_or_the_type_of_a_field() {
    let described = |status: &'static Status| -> Vec<_> {
        let fields = status.header_fields().iter();
        fields.map(|it| (it.name(), it.value(), it.rust_type(), it.is_optional())).collect()
    };
    assert_eq!(
        described(status("Headers")),
        [
            ("X-Shop", Some("main"), None, false),
            ("Retry-After", None, Some("Duration"), false),
            ("X-Until", None, Some("Option<SystemTime>"), true),
            ("X-Plan", Some("free"), None, false),
        ]
    );
    assert_eq!(described(status("Broken")).len(), 1);
    let none: &[HeaderField] = ServerError::BadGateway.status().header_fields();
    assert!(none.is_empty());
}
