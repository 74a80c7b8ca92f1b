//! What is asked for, and what each framework has to answer.

/// A request, and the response to it.
pub struct Case {
    pub methods: &'static [&'static str],
    pub path: &'static str,
    /// The code and the reason.
    pub line: &'static str,
    /// The same where hyper makes up the reason.
    pub line_of_hyper: Option<&'static str>,
    /// The header fields, without `Content-Length`, which is that of the content.
    pub fields: &'static [(&'static str, &'static str)],
    pub content: &'static str,
}

const PROBLEM: (&str, &str) = ("content-type", "application/problem+json");
const BOTH: &[&str] = &["GET", "HEAD"];

pub const CASES: &[Case] = &[
    Case {
        methods: BOTH,
        path: "/errors/not-found",
        line: "404 Not Found",
        line_of_hyper: None,
        fields: &[PROBLEM],
        content: r#"{"type":"https://shop.example/errors/order-not-found","title":"No order has this number.","status":404,"detail":"order <7> not found","id":7}"#,
    },
    Case {
        methods: BOTH,
        path: "/errors/signed-out",
        line: "401 Unauthorized",
        line_of_hyper: None,
        fields: &[PROBLEM, ("www-authenticate", "Basic"), ("www-authenticate", "Bearer")],
        content: r#"{"type":"https://shop.example/errors/signed-out","title":"The caller has not signed in.","status":401,"detail":"sign in first"}"#,
    },
    Case {
        methods: BOTH,
        path: "/errors/nonsense",
        line: "422 Unprocessable Content",
        line_of_hyper: Some("422 Unprocessable Entity"),
        fields: &[PROBLEM],
        content: r#"{"type":"https://shop.example/errors/nonsense","title":"The order makes no sense.","status":422,"detail":"-1 pieces"}"#,
    },
    Case {
        methods: BOTH,
        path: "/errors/too-fast",
        line: "429 Too Many Requests",
        line_of_hyper: None,
        fields: &[PROBLEM, ("cache-control", "no-store"), ("retry-after", "2")],
        content: r#"{"type":"https://shop.example/errors/too-fast","title":"The caller sends orders faster than its plan allows.","status":429,"detail":"slow down"}"#,
    },
    Case {
        methods: BOTH,
        path: "/errors/payment",
        line: "502 Bad Gateway",
        line_of_hyper: None,
        fields: &[PROBLEM],
        content: r#"{"type":"https://shop.example/errors/payment","title":"The payment provider failed us.","status":502}"#,
    },
    Case {
        methods: BOTH,
        path: "/errors/odd",
        line: "599 Rather Odd",
        line_of_hyper: Some("599 <none>"),
        fields: &[PROBLEM],
        content: r#"{"type":"https://shop.example/errors/odd","title":"Nobody has seen this before.","status":599}"#,
    },
    Case {
        methods: BOTH,
        path: "/errors/unavailable",
        line: "503 Service Unavailable",
        line_of_hyper: None,
        fields: &[PROBLEM, ("cache-control", "no-store")],
        content: r#"{"title":"Service Unavailable","status":503}"#,
    },
    Case {
        methods: BOTH,
        path: "/about",
        line: "409 Conflict",
        line_of_hyper: None,
        fields: &[PROBLEM],
        content: r#"{"title":"Conflict","status":409,"detail":"about x"}"#,
    },
    Case {
        methods: BOTH,
        path: "/problem",
        line: "507 Insufficient Storage",
        line_of_hyper: None,
        fields: &[PROBLEM, ("retry-after", "60")],
        content: r#"{"title":"Insufficient Storage","status":507,"detail":"the shelf is full","instance":"/shelves/3","left":0}"#,
    },
    Case {
        methods: BOTH,
        path: "/foreign",
        line: "500 Internal Server Error",
        line_of_hyper: None,
        fields: &[PROBLEM],
        content: r#"{"title":"Internal Server Error","status":500}"#,
    },
    Case {
        methods: BOTH,
        path: "/deleted",
        line: "204 No Content",
        line_of_hyper: None,
        fields: &[],
        content: "",
    },
    Case {
        methods: BOTH,
        path: "/unchanged",
        line: "304 Not Modified",
        line_of_hyper: None,
        fields: &[],
        content: "",
    },
];
