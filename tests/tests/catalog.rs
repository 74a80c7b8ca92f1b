//! The catalog: what it has, the formats it is written in, and what is refused.

use std::error::Error;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Value, json};
use status_core::describe::{Catalog, DuplicateError};
use status_core::{ClientError, HttpStatus, ServerError, StatusTable, status_table};

/// Why an order fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[expect(dead_code, reason = "the statuses are only described")]
#[status(type_base = "https://shop.example/errors/")]
enum OrderError {
    /// No order has this number.
    ///
    /// <script>alert(1)</script> See [`ClientError`].
    #[error("order {id} not found")]
    #[status(404, members(id, note, kind = "order"))]
    OrderNotFound { id: u64, note: Option<String> },

    /// The caller sends orders faster than its plan allows.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after), grpc = UNAVAILABLE)]
    TooFast { after: Duration },

    #[error(transparent)]
    #[status(transparent)]
    Stock(StockError),

    #[error(transparent)]
    #[status(transparent)]
    Twice(StockError),
}

/// Why the stock fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("stock")]
#[expect(dead_code, reason = "the statuses are only described")]
#[status(type_base = "https://shop.example/errors/stock/")]
enum StockError {
    /// The stock is being counted.
    #[status(503)]
    Counting,
}

fn catalog() -> Catalog {
    Catalog::new("Shop").table(OrderError::TABLE).unwrap()
}

/// A directory for one test.
fn directory(name: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&directory);
    directory
}

fn names(catalog: &Catalog) -> Vec<&str> {
    catalog.tables().iter().map(|table| table.name.as_str()).collect()
}

#[test]
fn each_table_is_there_once_however_it_is_reached() {
    assert_eq!(names(&catalog()), ["OrderError", "StockError"]);
    assert_eq!(catalog().tables()[0].delegates, ["catalog::StockError"]);
    let more = catalog().table(StockError::TABLE).unwrap().table(OrderError::TABLE).unwrap();
    assert_eq!(more, catalog());
    let more = catalog().table(ServerError::TABLE).unwrap();
    assert_eq!(names(&more), ["OrderError", "StockError", "ServerError"]);
}

#[test]
fn the_json_has_everything_that_a_status_sends() {
    let json: Value = serde_json::from_str(&catalog().json()).unwrap();
    let tables = json["tables"].as_array().unwrap();
    assert_eq!((&json["catalog_version"], &json["name"]), (&json!(1), &json!("Shop")));
    assert_eq!(
        tables[0]["statuses"][0],
        json!({
            "name": "OrderNotFound",
            "code": 404,
            "reason": "Not Found",
            "title": "No order has this number.",
            "type": "https://shop.example/errors/order-not-found",
            "slug": "order-not-found",
            "documentation": OrderError::TABLE.statuses()[0].documentation(),
            "spec": "RFC 9110 §15.5.5",
            "exposed": true,
            "grpc": "NOT_FOUND",
            "retry": "never",
            "members": [
                {
                    "name": "kind",
                    "rust_type": null,
                    "json_type": "string",
                    "optional": false,
                    "value": "order",
                },
                {
                    "name": "id",
                    "rust_type": "u64",
                    "json_type": "integer",
                    "optional": false,
                    "value": null,
                },
                {
                    "name": "note",
                    "rust_type": "Option<String>",
                    "json_type": "string",
                    "optional": true,
                    "value": null,
                },
            ],
            "header_fields": [],
        })
    );
    let too_fast = &tables[0]["statuses"][1];
    assert_eq!(too_fast["grpc"], "UNAVAILABLE");
    assert_eq!(
        too_fast["header_fields"],
        json!([{
            "name": "Retry-After",
            "rust_type": "Duration",
            "optional": false,
            "value": null,
        }])
    );
    let counting = &tables[1]["statuses"][0];
    assert_eq!((&counting["exposed"], &counting["retry"]), (&json!(false), &json!("idempotent")));
}

#[test]
fn the_json_can_be_read_back() {
    let canonical = catalog().table(ClientError::TABLE).unwrap().table(ServerError::TABLE).unwrap();
    for catalog in [Catalog::new("\"Empty\"\n"), catalog(), canonical] {
        assert_eq!(Catalog::from_json(&catalog.json()), Ok(catalog));
    }
}

/// A later release can add fields, and this one still reads the file.
#[test]
fn unknown_fields_are_ignored() {
    let json = catalog().json();
    let more = json.replace("\"grpc\":", "\"later\": {\"a\": [1]}, \"grpc\":");
    assert_ne!(json, more);
    assert_eq!(Catalog::from_json(&more), Ok(catalog()));
}

#[test]
fn a_text_that_is_not_a_catalog_is_an_error_with_its_line() {
    let json = catalog().json();
    let line_of = |text: &str| json.lines().position(|line| line.contains(text)).unwrap() + 1;
    let end_of_table = json.lines().position(|line| line == "    },").unwrap() + 1;
    let last = json.lines().count();
    let cases = [
        ("{", "", 2, "invalid type: string \"catalog_version\", expected a catalog"),
        (
            "\"catalog_version\": 1",
            "\"catalog_version\": 2",
            2,
            "version 2 of the catalog format is newer than 1, the newest that this release of status-core reads",
        ),
        (
            "\"catalog_version\": 1",
            "\"catalog_version\": 0",
            2,
            "unknown version of the catalog format: 0",
        ),
        (
            "\"catalog_version\": 1",
            "\"catalog_version\": \"1\"",
            2,
            "invalid type: string \"1\", expected u32",
        ),
        ("catalog_version", "version", last, "missing field `catalog_version`"),
        (
            "\"code\": 429",
            "\"code\": 600",
            line_of("429"),
            "600 is not a status code: expected 100 to 599",
        ),
        (
            "\"code\": 429",
            "\"code\": \"429\"",
            line_of("429"),
            "invalid type: string \"429\", expected u16",
        ),
        (
            "\"UNAVAILABLE\"",
            "\"UNAVAIL\"",
            line_of("UNAVAILABLE"),
            "\"UNAVAIL\" is not a gRPC code",
        ),
        (
            "\"spec\": \"RFC 6585 §4\"",
            "\"spce\": null",
            line_of("\"TooFast\"") + 20,
            "missing field `spec`",
        ),
        (
            "\"optional\": true",
            "\"optionl\": true",
            line_of("\"optional\": true") + 2,
            "missing field `optional`",
        ),
        (
            "\"name\": \"TooFast\"",
            "\"name\": \"OrderNotFound\"",
            end_of_table + 1,
            "two statuses of `catalog::OrderError` are called `OrderNotFound`",
        ),
        (
            "\"name\": \"StockError\"",
            "\"name\": \"OrderError\"",
            last - 1,
            "two tables are called `catalog::OrderError`",
        ),
        (
            "errors/stock/counting",
            "errors/too-fast",
            last - 1,
            "`OrderError::TooFast` and `StockError::Counting` have the same type: https://shop.example/errors/too-fast",
        ),
        (
            "\"tables\": [",
            "\"tables\": 1, \"x\": [",
            4,
            "invalid type: integer `1`, expected a list of tables",
        ),
        ("<<<", "<<<", 1, "expected value"),
        (
            "\"catalog_version\": 1,\n",
            "\"catalog_version\": 1,\n<<<<<<< HEAD\n",
            3,
            "a merge has left a conflict here",
        ),
        ("\u{feff}", "\u{feff}", 1, "the text starts with a byte order mark"),
    ];
    for (old, new, line, message) in cases {
        let text = if old == new { format!("{new}{json}") } else { json.replacen(old, new, 1) };
        let error = Catalog::from_json(&text).expect_err(new);
        assert!(error.message().starts_with(message), "{new}: {error}");
        assert_eq!(error.line(), line, "{new}: {error}");
        assert_eq!(error.to_string(), format!("line {line}: {}", error.message()));
        assert!(!error.message().contains(" at line "), "{error}");
    }
    let cut = Catalog::from_json(&json[..json.len() / 2]).unwrap_err();
    assert!(cut.message().starts_with("EOF while parsing"), "{cut}");
}

#[test]
fn the_markdown_describes_each_status_and_shows_html_as_text() {
    let markdown = catalog().markdown();
    assert!(markdown.starts_with(
        "# Shop errors\n\n## OrderError\n\nWhy an order fails.\n\nAlso has the statuses of `StockError`.\n\n\
         ### 404 No order has this number.\n\nNo order has this number.\n\n\
         &lt;script>alert(1)&lt;/script> See [`ClientError`].\n\n\n\
         - Type: `https://shop.example/errors/order-not-found`\n\
         - Status: 404 Not Found (RFC 9110 §15.5.5)\n\
         - gRPC: `NOT_FOUND`\n\
         - Detail: Says what happened this time.\n\
         - Try again: Not the same request.\n\n\
         | member | JSON | Rust | sent | value |\n\
         | --- | --- | --- | --- | --- |\n\
         | `kind` | string |  | always | `\"order\"` |\n\
         | `id` | integer | `u64` | always |  |\n\
         | `note` | string | `Option<String>` | sometimes |  |\n\n\
         ```http\nHTTP/1.1 404 Not Found\nContent-Type: application/problem+json\n\n\
         {\n  \"type\": \"https://shop.example/errors/order-not-found\",\n  \
         \"title\": \"No order has this number.\",\n  \"status\": 404,\n  \
         \"kind\": \"order\",\n  \"detail\": \"what happened this time\",\n  \"id\": 7,\n  \
         \"note\": \"…\"\n}\n```\n"
    ), "{markdown}");
    assert!(markdown.contains("\nRetry-After: 120\n"), "{markdown}");
    let fields =
        "| header field | Rust | sent | value |\n| --- | --- | --- | --- |\n| `Retry-After` |";
    assert!(markdown.contains(fields), "{markdown}");
    // A redacted status has no detail.
    let (_, counting) = markdown.split_once("### 503 The stock is being counted.").unwrap();
    assert!(counting.contains("\"status\": 503\n}"), "{counting}");
    assert!(
        markdown.contains("Yes: the server did not act on the request. Retry-After tells when.\n"),
        "{markdown}"
    );
}

#[test]
fn a_response_without_content_has_an_example_without_content() {
    /// What an order becomes.
    #[derive(HttpStatus)]
    #[expect(dead_code, reason = "the statuses are only described")]
    #[status(range = 200..=299)]
    enum Order {
        /// It is saved.
        #[status(200, redact)]
        Saved,
        /// It waits.
        #[status(202, members(position = 1), redact)]
        Waiting,
        /// It is ready.
        #[status(201, detail = "ready", header("Location" = "/orders/7"))]
        Ready,
        /// It is canceled.
        #[status(204, header("X-Left" = "0"))]
        Canceled,
    }
    let markdown = Catalog::new("Shop").table(Order::TABLE).unwrap().markdown();
    let examples: Vec<_> = markdown.split("```http\n").skip(1).collect();
    let example = |at: usize| examples[at].split("```").next().unwrap();
    assert_eq!(example(0), "HTTP/1.1 200 OK\n");
    assert_eq!(
        example(1),
        "HTTP/1.1 202 Accepted\nContent-Type: application/problem+json\n\n\
         {\n  \"title\": \"Accepted\",\n  \"status\": 202,\n  \"position\": 1\n}\n"
    );
    assert!(example(2).contains("Location: /orders/7\n\n{\n"), "{markdown}");
    assert!(example(2).contains("\"detail\": "), "{markdown}");
    assert_eq!(example(3), "HTTP/1.1 204 No Content\nX-Left: 0\n");
    let (_, canceled) = markdown.split_once("### 204").unwrap();
    assert!(canceled.contains("- Detail: Not sent.\n"), "{markdown}");
}

#[test]
fn a_vertical_bar_does_not_end_a_cell() {
    /// It is A.
    #[derive(HttpStatus)]
    #[status(404, members(kind = "a|b"), header("X-A" = "a|b"))]
    struct A;
    let markdown = Catalog::new("Shop").table(A::TABLE).unwrap().markdown();
    assert!(markdown.contains("| `kind` | string |  | always | `\"a\\|b\"` |\n"), "{markdown}");
    assert!(markdown.contains("| `X-A` |  | always | `a\\|b` |\n"), "{markdown}");
}

#[test]
fn the_site_has_an_index_and_a_page_for_each_status() {
    let site = directory("site").join("errors");
    catalog().table(ServerError::TABLE).unwrap().write_to(&site).unwrap();
    let read = |path: &str| fs::read_to_string(site.join(path)).unwrap();

    let index = read("index.html");
    let mut links = 0;
    for link in index.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        if link != "data:," {
            assert!(read(link).contains("<a href=\"../index.html\">"), "{link}");
            links += 1;
        }
    }
    assert_eq!(links, 3 + ServerError::ALL.len());

    let page = read("OrderError/order-not-found.html");
    assert!(page.contains("<title>404: No order has this number.</title>"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("<dt><code>note</code></dt> <dd>string, <code>Option&lt;String&gt;</code> in Rust, sometimes sent</dd>"), "{page}");
    assert!(page.contains("<a href=\"../OrderError/too-fast.html\">"), "{page}");
    let page = read("OrderError/too-fast.html");
    assert!(page.contains("<dt><code>Retry-After</code></dt> <dd>"), "{page}");
    let page = read("ServerError/bad-gateway.html");
    assert!(page.contains("Yes, if the request is idempotent."), "{page}");
}

#[test]
fn the_index_of_the_site_has_each_status_whose_type_has_a_fragment() {
    /// It is A.
    #[derive(HttpStatus)]
    #[status(404, type_base = "/t#")]
    struct A;
    let site = directory("fragments");
    catalog().table(A::TABLE).unwrap().write_to(&site).unwrap();
    let index = fs::read_to_string(site.join("index.html")).unwrap();
    assert_eq!(index.matches("<section").count(), 1);
    assert!(index.contains("<section id=\"a\">"), "{index}");
}

/// Many file systems ignore case, and a slug can be anything that a URI can end with.
#[test]
fn no_page_of_the_site_replaces_another() {
    #[derive(HttpStatus)]
    enum Cases {
        /// Lower case.
        #[status(400, slug = "same")]
        A,
        /// Upper case.
        #[status(404, slug = "SAME")]
        B,
        /// Only dots.
        #[status(409, slug = "..")]
        C,
    }

    let site = directory("cases");
    Catalog::new("Cases").table(Cases::TABLE).unwrap().write_to(&site).unwrap();
    let mut files: Vec<_> =
        fs::read_dir(site.join("Cases")).unwrap().map(|it| it.unwrap().file_name()).collect();
    files.sort();
    assert_eq!(files, ["-.html", "SAME-2.html", "same.html"]);
    assert_eq!([Cases::A, Cases::B, Cases::C].map(|it| it.code()), [400, 404, 409]);
}

/// A catalog that was edited by hand cannot write outside of the directory.
#[test]
fn names_with_separators_stay_in_the_directory() {
    let parent = directory("separators");
    let json = catalog().json().replace("\"order-not-found\"", "\"../../../escaped\"");
    let json = json.replace("\"name\": \"StockError\"", "\"name\": \"../../escaped\"");
    Catalog::from_json(&json).unwrap().write_to(parent.join("a/b")).unwrap();
    assert_eq!(fs::read_dir(&parent).unwrap().count(), 1);
    assert_eq!(fs::read_dir(parent.join("a")).unwrap().count(), 1);
}

#[test]
fn a_directory_that_cannot_be_written_is_an_error_with_its_path() {
    let file = directory("file");
    fs::write(&file, "").unwrap();
    let error = catalog().write_to(file.join("site")).unwrap_err();
    assert_eq!(error.path(), file.join("site"));
    let text = error.to_string();
    let start = format!("cannot write {}: ", file.join("site").display());
    assert!(text.starts_with(&start) && text.contains("(os error "), "{text}");
    assert!(error.source().is_some_and(<dyn Error>::is::<io::Error>));

    let directory = directory("taken");
    fs::create_dir_all(directory.join("index.html")).unwrap();
    let error = catalog().write_to(&directory).unwrap_err();
    assert_eq!(error.path(), directory.join("index.html"));
}

fn refused(
    first: &'static status_core::Table,
    second: &'static status_core::Table,
) -> Option<String> {
    let both = Catalog::new("Shop").table(first).unwrap().table(second);
    both.err().map(|error: DuplicateError| error.to_string())
}

#[test]
fn two_statuses_with_one_type_are_an_error_that_names_both() {
    /// Another type with the same `type`.
    #[derive(HttpStatus)]
    #[status(404, slug = "order-not-found", type_base = "https://shop.example/errors/")]
    struct Clash;
    let expected = "`OrderError::OrderNotFound` and `Clash::Clash` have the same type: https://shop.example/errors/order-not-found";
    assert_eq!(refused(OrderError::TABLE, Clash::TABLE).as_deref(), Some(expected));
    let error = catalog().table(Clash::TABLE).unwrap_err();
    let advice = "give one of them another `type_base`, slug or name";
    assert_eq!(format!("{error:?}"), format!("{expected}\n{advice}"));
}

#[test]
fn a_type_belongs_to_one_rust_type_even_if_code_and_title_are_the_same() {
    /// Another type with the same `type`.
    #[derive(HttpStatus)]
    #[status(
        503,
        title = "The stock is being counted.",
        slug = "counting",
        type_base = "https://shop.example/errors/stock/"
    )]
    struct Counting;
    let expected = "`StockError::Counting` and `Counting::Counting` have the same type: https://shop.example/errors/stock/counting";
    assert_eq!(refused(StockError::TABLE, Counting::TABLE).as_deref(), Some(expected));
}

mod typeless {
    use status_core::HttpStatus;

    macro_rules! error {
        ($($module:ident { $($attributes:tt)* })*) => { $(
            pub mod $module {
                /// A type without a `type_base`.
                #[derive(status_core::HttpStatus)]
                #[status($($attributes)*)]
                pub struct Gone;
            }
        )* };
    }
    error! {
        plain { 410 }
        same { 410 }
        other_code { 404, allow(misleading_name) }
        other_title { 410, title = "It is gone." }
        typed { 410, type_base = "/errors/" }
    }

    /// A struct whose slug is that of a canonical status with another code.
    #[derive(HttpStatus)]
    #[status(409, slug = "not-found")]
    pub struct Missing;
}

/// Without a `type`, the slug is what a body of one's own sends.
#[test]
fn two_statuses_without_a_type_share_a_slug_only_if_they_are_one_kind_of_problem() {
    use typeless::{Missing, other_code, other_title, plain, same, typed};

    assert_eq!(refused(plain::Gone::TABLE, same::Gone::TABLE), None);
    assert_eq!(refused(plain::Gone::TABLE, typed::Gone::TABLE), None);
    let both = |other: &str| {
        format!(
            "`catalog::typeless::plain::Gone::Gone` and `catalog::typeless::{other}::Gone::Gone` \
             have the same slug and no type: gone"
        )
    };
    assert_eq!(refused(plain::Gone::TABLE, other_code::Gone::TABLE), Some(both("other_code")));
    assert_eq!(refused(plain::Gone::TABLE, other_title::Gone::TABLE), Some(both("other_title")));
    // Canonical statuses never send their slug.
    assert_eq!(refused(Missing::TABLE, ClientError::TABLE), None);
    assert_eq!(refused(ClientError::TABLE, Missing::TABLE), None);
}

#[test]
fn variants_of_one_type_may_share_what_the_compiler_lets_them_share() {
    status_table! {
        /// Codes of an edge.
        #[status(allow(unregistered_code))]
        enum Edge: 520..=530 {
            /// The origin refused the connection.
            521 WebServerDown "Web Server Is Down",
        }
    }
    #[derive(HttpStatus)]
    #[status(type_base = "/errors/")]
    enum Shared {
        /// It is gone.
        #[status(410, slug = "gone")]
        A,
        /// It is gone.
        #[status(410, slug = "gone")]
        B,
    }
    let catalog = Catalog::new("Shop").table(Shared::TABLE).unwrap().table(Edge::TABLE).unwrap();
    assert_eq!(Catalog::from_json(&catalog.json()), Ok(catalog.clone()));
    assert_eq!(catalog.tables()[1].statuses[0].spec, None);
    assert_eq!([Shared::A, Shared::B].map(|it| it.code()), [410, 410]);
}

/// Two functions can each declare a type of one name.
#[test]
fn two_types_with_one_path_are_an_error() {
    let first = {
        /// A type.
        #[derive(HttpStatus)]
        #[status(404)]
        struct Failed;
        Failed::TABLE
    };
    let second = {
        /// A type.
        #[derive(HttpStatus)]
        #[status(410)]
        struct Failed;
        Failed::TABLE
    };
    let expected = "two types with different statuses are called `catalog::Failed`";
    assert_eq!(refused(first, second).as_deref(), Some(expected));
    assert_eq!(refused(first, first), None);
}
