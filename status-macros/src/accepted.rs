//! Inputs that the rules must accept, each close to one that they refuse.

use crate::pipeline;

/// What is close, and the input.
const DERIVES: [(&str, &str); 11] = [
    (
        "a detail of its own is sent instead of the message of the source",
        r#"enum E {
            #[doc = "x"] #[error("no row: {source}")] #[status(400, detail = "no row")]
            A { source: io::Error },
        }"#,
    ),
    (
        "an empty `Allow` says that there are no methods",
        r#"enum E { #[doc = "x"] #[status(405, header("allow" = ""))] A }"#,
    ),
    (
        "a member of all variants is in each that is not transparent",
        r#"#[status(members(id))] enum E {
            #[doc = "x"] #[status(404)] A { id: u8 },
            #[status(transparent)] C(Stock),
        }"#,
    ),
    (
        "a slug is a member of all variants",
        r#"#[status(members(code = slug))] enum E { #[doc = "x"] #[status(404)] A }"#,
    ),
    (
        "a dynamic variant has no slug, and its own value for the member",
        r#"#[status(members(code = slug))] enum E {
            #[status(dynamic = 0, fallback = 502, members(code = "upstream"))] A(u16),
        }"#,
    ),
    (
        "a name is the last word of any path",
        r"enum E {
            #[status(dynamic = 0, fallback = ::http::StatusCode::BAD_GATEWAY)] A(u16),
            #[status(dynamic = 0, fallback = crate::BAD_GATEWAY)] B(u16),
            #[status(dynamic = 0, fallback = BadGateway)] C(u16),
        }",
    ),
    (
        "the last words of a name mean a code, but no error",
        r#"enum E { #[doc = "x"] #[status(409)] OrderNotModified }"#,
    ),
    (
        "a range has a single code",
        r#"#[status(range = 404..=404)] enum E { #[doc = "x"] #[status(404)] A }"#,
    ),
    (
        "a macro has a capital in its name",
        r#"#[status(shop::Respond)] enum E { #[doc = "x"] #[status(404)] A }"#,
    ),
    (
        "each integer type is that of a member",
        r#"#[doc = "x"] #[status(404, members(
            a = 1_i8, b = 1_i16, c = 1_i32, d = 1_i64, e = 1_isize,
            f = 1_u8, g = 1_u16, h = 1_u32, i = 1_u64, j = 1_usize
        ))] struct S;"#,
    ),
    (
        "a domain has a dot",
        r#"#[status(grpc_domain = "shop.example")] enum E { #[doc = "x"] #[status(404)] A }"#,
    ),
];
const TABLES: [(&str, &str); 1] = [(
    "serde is no framework, which could not send an interim response",
    r#"#[doc = "x"] #[status(serde)] enum T: 1xx { #[doc = "x"] 100 Continue }"#,
)];

#[test]
fn what_is_close_to_a_mistake_is_accepted() {
    for (what, source) in DERIVES {
        let expansion = pipeline::derive(source.parse().unwrap()).to_string();
        assert!(!expansion.contains("compile_error"), "{what}: {expansion}");
    }
    for (what, source) in TABLES {
        let expansion = pipeline::table(source.parse().unwrap()).to_string();
        assert!(!expansion.contains("compile_error"), "{what}: {expansion}");
    }
}
