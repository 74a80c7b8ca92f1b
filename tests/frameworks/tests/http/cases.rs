//! The requests, and the responses that every framework must send.

/// A request, and the response to it.
pub struct Case {
    pub methods: &'static [&'static str],
    pub path: &'static str,
    /// The code and the reason.
    pub line: &'static str,
    /// The same if hyper chooses the reason.
    pub line_of_hyper: Option<&'static str>,
    /// The header fields without `Content-Length`, which follows from the content.
    pub fields: &'static [(&'static str, &'static str)],
    pub content: &'static str,
    /// The content as plain text.
    pub text: &'static str,
}

/// A path without a route, as the layer responds for the framework.
pub const NOWHERE: Case = Case {
    methods: BOTH,
    path: "/nowhere",
    line: "404 Not Found",
    line_of_hyper: None,
    fields: &[PROBLEM],
    content: r#"{"title":"Not Found","status":404}"#,
    text: "404 Not Found\n",
};

pub const PROBLEM: (&str, &str) = ("content-type", "application/problem+json");
const TEXT: (&str, &str) = ("content-type", "text/plain; charset=utf-8");
const BOTH: &[&str] = &["GET", "HEAD"];

pub const CASES: &[Case] = &[
    Case {
        methods: BOTH,
        path: "/errors/not-found",
        line: "404 Not Found",
        line_of_hyper: None,
        fields: &[PROBLEM],
        content: r#"{"type":"https://shop.example/errors/order-not-found","title":"No order has this number.","status":404,"detail":"order <7> not found","id":7}"#,
        text: "404 Not Found\nNo order has this number.\norder <7> not found\nType: https://shop.example/errors/order-not-found\n",
    },
    Case {
        methods: BOTH,
        path: "/errors/signed-out",
        line: "401 Unauthorized",
        line_of_hyper: None,
        fields: &[PROBLEM, ("www-authenticate", "Basic"), ("www-authenticate", "Bearer")],
        content: r#"{"type":"https://shop.example/errors/signed-out","title":"The caller has not signed in.","status":401,"detail":"sign in first"}"#,
        text: "401 Unauthorized\nThe caller has not signed in.\nsign in first\nType: https://shop.example/errors/signed-out\n",
    },
    // An extractor or a guard fails, before the handler is called.
    Case {
        methods: BOTH,
        path: "/guarded",
        line: "401 Unauthorized",
        line_of_hyper: None,
        fields: &[PROBLEM, ("www-authenticate", "Basic"), ("www-authenticate", "Bearer")],
        content: r#"{"type":"https://shop.example/errors/signed-out","title":"The caller has not signed in.","status":401,"detail":"sign in first"}"#,
        text: "401 Unauthorized\nThe caller has not signed in.\nsign in first\nType: https://shop.example/errors/signed-out\n",
    },
    Case {
        methods: BOTH,
        path: "/errors/nonsense",
        line: "422 Unprocessable Content",
        line_of_hyper: Some("422 Unprocessable Entity"),
        fields: &[PROBLEM],
        content: r#"{"type":"https://shop.example/errors/nonsense","title":"The order is invalid.","status":422,"detail":"-1 pieces"}"#,
        text: "422 Unprocessable Content\nThe order is invalid.\n-1 pieces\nType: https://shop.example/errors/nonsense\n",
    },
    Case {
        methods: BOTH,
        path: "/errors/too-fast",
        line: "429 Too Many Requests",
        line_of_hyper: None,
        fields: &[PROBLEM, ("cache-control", "no-store"), ("retry-after", "2")],
        content: r#"{"type":"https://shop.example/errors/too-fast","title":"The caller sends orders faster than its plan allows.","status":429,"detail":"slow down"}"#,
        text: "429 Too Many Requests\nThe caller sends orders faster than its plan allows.\nslow down\nTry again in 2 seconds.\nType: https://shop.example/errors/too-fast\n",
    },
    Case {
        methods: BOTH,
        path: "/errors/payment",
        line: "502 Bad Gateway",
        line_of_hyper: None,
        fields: &[PROBLEM],
        content: r#"{"type":"https://shop.example/errors/payment","title":"The payment provider failed.","status":502}"#,
        text: "502 Bad Gateway\nThe payment provider failed.\nType: https://shop.example/errors/payment\n",
    },
    Case {
        methods: BOTH,
        path: "/errors/odd",
        line: "599 Rather Odd",
        line_of_hyper: Some("599 <none>"),
        fields: &[PROBLEM],
        content: r#"{"type":"https://shop.example/errors/odd","title":"An error with an unregistered code.","status":599}"#,
        text: "599 Rather Odd\nAn error with an unregistered code.\nType: https://shop.example/errors/odd\n",
    },
    Case {
        methods: BOTH,
        path: "/errors/unavailable",
        line: "503 Service Unavailable",
        line_of_hyper: None,
        fields: &[PROBLEM, ("cache-control", "no-store")],
        content: r#"{"title":"Service Unavailable","status":503}"#,
        text: "503 Service Unavailable\n",
    },
    Case {
        methods: BOTH,
        path: "/about",
        line: "409 Conflict",
        line_of_hyper: None,
        fields: &[PROBLEM],
        content: r#"{"title":"Conflict","status":409,"detail":"about x"}"#,
        text: "409 Conflict\nabout x\n",
    },
    Case {
        methods: BOTH,
        path: "/problem",
        line: "507 Insufficient Storage",
        line_of_hyper: None,
        fields: &[PROBLEM, ("retry-after", "60")],
        content: r#"{"title":"Insufficient Storage","status":507,"detail":"the shelf is full","instance":"/shelves/3","left":0}"#,
        text: "507 Insufficient Storage\nthe shelf is full\nTry again in 60 seconds.\nInstance: /shelves/3\n",
    },
    Case {
        methods: BOTH,
        path: "/foreign",
        line: "500 Internal Server Error",
        line_of_hyper: None,
        fields: &[PROBLEM],
        content: r#"{"title":"Internal Server Error","status":500}"#,
        text: "500 Internal Server Error\n",
    },
    Case {
        methods: BOTH,
        path: "/deleted",
        line: "204 No Content",
        line_of_hyper: None,
        fields: &[],
        content: "",
        text: "",
    },
    Case {
        methods: BOTH,
        path: "/unchanged",
        line: "304 Not Modified",
        line_of_hyper: None,
        fields: &[],
        content: "",
        text: "",
    },
];

/// A `POST` to a route that has only `GET`. Some frameworks send `Allow`.
#[cfg_attr(
    not(any(
        feature = "actix_web",
        feature = "axum",
        feature = "http",
        feature = "poem",
        feature = "salvo",
        feature = "warp",
    )),
    expect(dead_code, reason = "rocket has no such answer")
)]
pub const WRONG_METHOD: Case = Case {
    methods: &["POST"],
    path: "/about",
    line: "405 Method Not Allowed",
    line_of_hyper: None,
    fields: &[PROBLEM],
    content: r#"{"title":"Method Not Allowed","status":405}"#,
    text: "405 Method Not Allowed\n",
};

/// Responses that the layer must not change.
pub const OTHERS: &[Case] = &[
    Case {
        methods: &["GET"],
        path: "/fine",
        line: "200 OK",
        line_of_hyper: None,
        fields: &[TEXT],
        content: "fine",
        text: "fine",
    },
    Case {
        methods: &["GET"],
        path: "/own",
        line: "404 Not Found",
        line_of_hyper: None,
        fields: &[TEXT],
        content: "written by the application",
        text: "written by the application",
    },
];
