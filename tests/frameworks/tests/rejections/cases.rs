//! The requests.

/// A request, and the code of its answer.
pub struct Case {
    pub name: &'static str,
    pub method: &'static str,
    pub path: &'static str,
    pub field: &'static str,
    pub content: &'static [u8],
    pub code: u16,
}

const JSON: &str = "Content-Type: application/json";
const FORM: &str = "Content-Type: application/x-www-form-urlencoded";
const TEXT: &str = "Content-Type: text/plain";

/// More than a route accepts.
const LARGE: &[u8; 300] = &[b' '; 300];

const fn get(name: &'static str, path: &'static str, code: u16) -> Case {
    Case { name, method: "GET", path, field: "", content: b"", code }
}

const fn post(
    name: &'static str,
    path: &'static str,
    field: &'static str,
    content: &'static [u8],
    code: u16,
) -> Case {
    Case { name, method: "POST", path, field, content, code }
}

const fn json(name: &'static str, content: &'static [u8], code: u16) -> Case {
    post(name, "/orders", JSON, content, code)
}

/// A request that is accepted.
pub const GOOD: Case =
    json("good", br#"{"items":[{"quantity":1},{"quantity":2,"size":"Small"}]}"#, 200);

pub const CASES: &[Case] = &[
    json("malformed JSON", br#"{"items":[}"#, 400),
    json("text after the JSON", br#"{"items":[]} x"#, 400),
    json("no JSON", b"", 400),
    json("JSON that is not UTF-8", b"{\"items\":[],\"\xff\":1}", 400),
    json("JSON of another type", b"7", 422),
    json("a wrong type inside", br#"{"items":[{"quantity":1},{"quantity":"x"}]}"#, 422),
    json("a missing member", br#"{"items":[{}]}"#, 422),
    json("an unknown value", br#"{"items":[{"quantity":1,"size":"Huge"}]}"#, 422),
    json("an unknown member", br#"{"items":[],"colour":"red"}"#, 422),
    json("a number out of range", br#"{"items":[{"quantity":-1}]}"#, 422),
    json("a repeated member", br#"{"items":[],"items":[]}"#, 422),
    json("large JSON", LARGE, 413),
    post(
        "large JSON in chunks",
        "/orders",
        "Content-Type: application/json\r\nTransfer-Encoding: chunked",
        b"96\r\n                                                                                                                                                      \r\n96\r\n                                                                                                                                                      \r\n0\r\n\r\n",
        413,
    ),
    post("another media type", "/orders", TEXT, b"{}", 415),
    post("no media type", "/orders", "", b"{}", 415),
    get("a path with a wrong type", "/orders/first", 400),
    get("a path that is not UTF-8", "/orders/%ff", 400),
    get("a query with a wrong type", "/search?quantity=x", 400),
    get("a missing parameter", "/search", 400),
    post("a form with a wrong type", "/form", FORM, b"quantity=x", 422),
    post("a form of another media type", "/form", TEXT, b"quantity=1", 415),
    post("a large form", "/form", FORM, LARGE, 413),
    post("text that is not UTF-8", "/text", TEXT, b"\xff", 400),
    get("an unknown route", "/nowhere", 404),
    post("a wrong method", "/search", TEXT, b"x", 405),
    Case { field: "X-Limit: x", ..get("a malformed header field", "/limit", 400) },
    get("no credentials", "/account", 401),
    get("not an upgrade", "/socket", 426),
    get("a timeout", "/slow", 504),
    get("a panic", "/panics", 500),
];

/// Media types, and whether a route for JSON reads them.
pub const MEDIA_TYPES: &[(&str, bool)] = &[
    ("application/json; charset=utf-8", true),
    ("application/vnd.shop+json", true),
    ("application/vnd.shop+xml", false),
    ("application/xml", false),
];

/// Faults in JSON, and the pointers to them.
pub const POINTERS: &[(&str, &str)] = &[
    ("7", "#"),
    ("{}", "#"),
    (r#"{"items":7}"#, "#/items"),
    (r#"{"items":[7]}"#, "#/items/0"),
    (r#"{"items":[{}]}"#, "#/items/0"),
    (r#"{"items":[{"quantity":1},{"quantity":"x"}]}"#, "#/items/1/quantity"),
    (r#"{"items":[{"quantity":null}]}"#, "#/items/0/quantity"),
    (r#"{"items":[{"quantity":4294967296}]}"#, "#/items/0/quantity"),
    (r#"{"items":[{"quantity":1.5}]}"#, "#/items/0/quantity"),
    (r#"{"items":[{"quantity":1,"size":"Huge"}]}"#, "#/items/0/size"),
    (r#"{"items":[{"quantity":1,"size":"Box"}]}"#, "#/items/0/size"),
    (r#"{"items":[{"quantity":1,"size":{"Box":{"width":"x"}}}]}"#, "#/items/0/size/Box/width"),
    (r#"{"items":[{"quantity":1,"size":{"Box":{}}}]}"#, "#/items/0/size/Box"),
    (r#"{"items":[{"quantity":1,"size":{"Pair":[1,true]}}]}"#, "#/items/0/size/Pair/1"),
    (r#"{"items":[{"quantity":1,"labels":{"a/b~c":1}}]}"#, "#/items/0/labels/a~1b~0c"),
    (r#"{"items":[{"quantity":1,"labels":{"é %":1}}]}"#, "#/items/0/labels/%C3%A9%20%25"),
    (r#"{"items":[{"quantity":1,"labels":{"":1}}]}"#, "#/items/0/labels/"),
    (
        r#"{"items":[{"quantity":1,"parts":[{"quantity":1},{"quantity":""}]}]}"#,
        "#/items/0/parts/1/quantity",
    ),
    (r#"{"items":[{"quantity":1,"colour":"red"}]}"#, "#/items/0/colour"),
    (r#"{"items":[],"items":[]}"#, "#"),
];
