//! The contract: how each change of a table is classified.

#![expect(dead_code, reason = "the types are only described")]

use status_core::contract::{Change, Impact, diff};
use status_core::describe::Catalog;
use status_core::{ClientError, StatusTable};

/// Defines a test for each change. `old` and `new` are the variants of `OrderError`, or, in
/// brackets, all types, of which `OrderError` is in the catalog.
macro_rules! changes {
    ($($(#[$meta:meta])* $name:ident: $old:tt => $new:tt, [$($line:literal),* $(,)?];)*) => { $(
        $(#[$meta])*
        #[test]
        fn $name() {
            mod old {
                types! { $old }
            }
            mod new {
                types! { $new }
            }
            check(old::OrderError::TABLE, new::OrderError::TABLE, &[$($line),*]);
        }
    )* };
}

macro_rules! types {
    ({ $($variants:tt)* }) => {
        types! { [
            #[derive(Debug, thiserror::Error, HttpStatus)]
            #[error("failed")]
            #[status(type_base = "/errors/")]
            pub enum OrderError { $($variants)* }
        ] }
    };
    ([ $($types:tt)* ]) => {
        #[allow(unused_imports, reason = "few tests need all of them")]
        use std::{borrow::Cow, num::{NonZero, NonZeroU8}, time::{Duration, SystemTime}};
        use status_core::HttpStatus;

        type Number = u64;
        type Text = String;

        #[derive(Debug, serde::Serialize)]
        pub struct Own;
        #[derive(Debug, serde::Serialize)]
        pub struct Other;
        pub mod other {
            #[derive(Debug, serde::Serialize)]
            pub struct Own;
        }
        pub trait HasOther {
            type Own;
        }
        impl HasOther for u8 {
            type Own = Other;
        }

        $($types)*
    };
}

#[track_caller]
fn check(old: &'static status_core::Table, new: &'static status_core::Table, expected: &[&str]) {
    let catalog = |table| Catalog::new("Shop").table(table).unwrap();
    let (old, new) = (catalog(old), catalog(new));
    let changes = diff(&old, &new);
    let lines: Vec<_> = changes.iter().map(|it| format!("{}: {it}", it.impact())).collect();
    assert_eq!(lines, expected);
    assert!(changes.is_sorted_by_key(Change::impact));
    // The file has everything that is compared.
    let read = Catalog::from_json(&old.json()).unwrap();
    assert_eq!(diff(&read, &new), changes);
    assert_eq!(diff(&new, &new), []);
}

changes! {
    nothing: {
        /// It is A.
        #[status(404, members(id), header("X-A" = "a"))]
        A { id: u64 },
    } => {
        /// It is A.
        #[status(404, members(id), header("X-A" = "a"))]
        A { id: u64 },
    }, [];

    order_of_variants: {
        /// It is A.
        #[status(404)]
        A,
        /// It is B.
        #[status(404)]
        B,
    } => {
        /// It is B.
        #[status(404)]
        B,
        /// It is A.
        #[status(404)]
        A,
    }, [];

    order_of_members_and_header_fields: {
        /// It is A.
        #[status(404, members(id, n, k = 1, l = 2), header("X-A" = "a"), header("X-B" = "b"))]
        A { id: u64, n: u8 },
    } => {
        /// It is A.
        #[status(404, members(n, id, l = 2, k = 1), header("x-b" = "b"), header("X-A" = "a"))]
        A { id: u64, n: u8 },
    }, [];

    order_of_variants_that_share_a_slug: [
        #[derive(HttpStatus)]
        #[status(allow(duplicate))]
        pub enum OrderError {
            /// It is A.
            #[status(404, slug = "M_UNKNOWN")]
            A,
            /// It is B.
            #[status(400, slug = "M_UNKNOWN")]
            B,
        }
    ] => [
        #[derive(HttpStatus)]
        #[status(allow(duplicate))]
        pub enum OrderError {
            /// It is B.
            #[status(400, slug = "M_UNKNOWN")]
            B,
            /// It is A.
            #[status(404, slug = "M_UNKNOWN")]
            A,
        }
    ], [];

    code: {
        /// It is A.
        #[status(404)]
        A,
    } => {
        /// It is A.
        #[status(410)]
        A,
    }, [
        "breaking: `OrderError::A`: the code changed from 404 to 410",
        "wording: `OrderError::A`: the reason changed from \"Not Found\" to \"Gone\"",
    ];

    code_and_with_it_the_grpc_code: {
        /// It is A.
        #[status(404)]
        A,
    } => {
        /// It is A.
        #[status(409, reason = "Not Found", allow(foreign_reason))]
        A,
    }, [
        "breaking: `OrderError::A`: the code changed from 404 to 409",
        "breaking: `OrderError::A`: the gRPC code changed from NOT_FOUND to ABORTED",
    ];

    status_removed: {
        /// It is A.
        #[status(404)]
        A,
        /// It is B.
        #[status(409)]
        B,
    } => {
        /// It is A.
        #[status(404)]
        A,
    }, ["breaking: `OrderError::B`: the status was removed (409)"];

    status_added: {
        /// It is A.
        #[status(404)]
        A,
    } => {
        /// It is A.
        #[status(404)]
        A,
        /// It is B.
        #[status(409)]
        B,
    }, ["additive: `OrderError::B`: the status is new (409)"];

    variant_replaced: {
        /// It is A.
        #[status(404)]
        A,
    } => {
        /// It is B.
        #[status(409)]
        B,
    }, [
        "breaking: `OrderError::A`: the status was removed (404)",
        "additive: `OrderError::B`: the status is new (409)",
    ];

    variant_renamed: {
        /// It is A.
        #[status(404)]
        OldName,
    } => {
        /// It is A.
        #[status(404)]
        NewName,
    }, [
        "breaking: `OrderError::OldName`: the status was removed (404); if it is now called `NewName`, add `slug = \"old-name\"` to it",
        "additive: `OrderError::NewName`: the status is new (404)",
    ];

    variant_renamed_with_its_old_slug: {
        /// It is A.
        #[status(404)]
        OldName,
    } => {
        /// It is A.
        #[status(404, slug = "old-name")]
        NewName,
    }, ["wording: `OrderError::OldName`: the status is now called `NewName`"];

    variant_renamed_with_an_explicit_slug: {
        /// It is A.
        #[status(404, slug = "a")]
        OldName,
    } => {
        /// It is A.
        #[status(404, slug = "a")]
        NewName,
    }, ["wording: `OrderError::OldName`: the status is now called `NewName`"];

    variant_renamed_with_its_slug_and_another_type_base: [
        #[derive(HttpStatus)]
        #[status(type_base = "/errors/")]
        pub enum OrderError {
            /// It is A.
            #[status(404, slug = "a")]
            OldName,
        }
    ] => [
        #[derive(HttpStatus)]
        #[status(type_base = "/problems/")]
        pub enum OrderError {
            /// It is A.
            #[status(404, slug = "a")]
            NewName,
        }
    ], [
        "breaking: `OrderError::OldName`: the `type` changed from /errors/a to /problems/a",
        "wording: `OrderError::OldName`: the status is now called `NewName`",
    ];

    slug: {
        /// It is A.
        #[status(404)]
        A,
    } => {
        /// It is A.
        #[status(404, slug = "b")]
        A,
    }, ["breaking: `OrderError::A`: the `type` changed from /errors/a to /errors/b"];

    two_variants_swap_their_names: {
        /// It is A.
        #[status(404)]
        A,
        /// It is B.
        #[status(409)]
        B,
    } => {
        /// It is A.
        #[status(404, slug = "a")]
        B,
        /// It is B.
        #[status(409, slug = "b")]
        A,
    }, [
        "wording: `OrderError::A`: the status is now called `B`",
        "wording: `OrderError::B`: the status is now called `A`",
    ];

    slug_without_a_type: [
        /// It is A.
        #[derive(HttpStatus)]
        #[status(404)]
        pub struct OrderError;
    ] => [
        /// It is A.
        #[derive(HttpStatus)]
        #[status(404, slug = "b")]
        pub struct OrderError;
    ], ["breaking: `OrderError::OrderError`: the slug changed from \"order-error\" to \"b\""];

    type_base: [
        /// It is A.
        #[derive(HttpStatus)]
        #[status(404, title = "A", type_base = "/errors/")]
        pub struct OrderError;
    ] => [
        /// It is A.
        #[derive(HttpStatus)]
        #[status(404, title = "A", type_base = "https://shop.example/errors/")]
        pub struct OrderError;
    ], ["breaking: `OrderError::OrderError`: the `type` changed from /errors/order-error to https://shop.example/errors/order-error"];

    type_base_added: [
        /// It is A.
        #[derive(HttpStatus)]
        #[status(404, title = "A")]
        pub struct OrderError;
    ] => [
        /// It is A.
        #[derive(HttpStatus)]
        #[status(404, title = "A", type_base = "/errors/")]
        pub struct OrderError;
    ], ["breaking: `OrderError::OrderError`: the `type` changed from about:blank to /errors/order-error"];

    type_split_otherwise: [
        /// It is A.
        #[derive(HttpStatus)]
        #[status(404, slug = "b", type_base = "/errors/a-")]
        pub struct OrderError;
    ] => [
        /// It is A.
        #[derive(HttpStatus)]
        #[status(404, slug = "a-b", type_base = "/errors/")]
        pub struct OrderError;
    ], ["breaking: `OrderError::OrderError`: the slug changed from \"b\" to \"a-b\""];

    grpc: {
        /// It is A.
        #[status(409)]
        A,
    } => {
        /// It is A.
        #[status(409, grpc = ALREADY_EXISTS)]
        A,
    }, ["breaking: `OrderError::A`: the gRPC code changed from ABORTED to ALREADY_EXISTS"];

    grpc_as_it_was: {
        /// It is A.
        #[status(409)]
        A,
    } => {
        /// It is A.
        #[status(409, grpc = ABORTED)]
        A,
    }, [];

    detail_redacted: {
        /// It is A.
        #[status(404)]
        A,
    } => {
        /// It is A.
        #[status(404, redact)]
        A,
    }, ["breaking: `OrderError::A`: the detail is no longer sent"];

    detail_exposed: {
        /// It is A.
        #[status(500)]
        A,
    } => {
        /// It is A.
        #[status(500, expose)]
        A,
    }, ["additive: `OrderError::A`: the detail is now sent"];

    detail_of_its_own: {
        /// It is A.
        #[status(404)]
        A,
    } => {
        /// It is A.
        #[status(404, detail = "a")]
        A,
    }, [];

    title: {
        /// It is A.
        #[status(404, title = "A")]
        A,
    } => {
        /// It is A.
        #[status(404, title = "An A")]
        A,
    }, ["wording: `OrderError::A`: the title changed from \"A\" to \"An A\""];

    reason: {
        /// It is A.
        #[status(404)]
        A,
    } => {
        /// It is A.
        #[status(404, reason = "Nowhere", allow(foreign_reason))]
        A,
    }, ["wording: `OrderError::A`: the reason changed from \"Not Found\" to \"Nowhere\""];

    documentation: {
        /// It is A.
        #[status(404)]
        A,
    } => {
        /// It is A.
        ///
        /// More about A.
        #[status(404)]
        A,
    }, ["wording: `OrderError::A`: the documentation has changed"];

    documentation_of_the_table: [
        /// Old.
        #[derive(HttpStatus)]
        pub enum OrderError {
            /// It is A.
            #[status(404)]
            A,
        }
    ] => [
        /// New.
        #[derive(HttpStatus)]
        pub enum OrderError {
            /// It is A.
            #[status(404)]
            A,
        }
    ], ["wording: `OrderError`: the documentation has changed"];

    member_added: {
        /// It is A.
        #[status(404)]
        A { id: u64 },
    } => {
        /// It is A.
        #[status(404, members(id))]
        A { id: u64 },
    }, ["additive: `OrderError::A`: the member `id` is new"];

    member_removed: {
        /// It is A.
        #[status(404, members(id))]
        A { id: u64 },
    } => {
        /// It is A.
        #[status(404)]
        A { id: u64 },
    }, ["breaking: `OrderError::A`: the member `id` was removed"];

    member_renamed: {
        /// It is A.
        #[status(404, members(id))]
        A { id: u64 },
    } => {
        /// It is A.
        #[status(404, members(number = id))]
        A { id: u64 },
    }, [
        "breaking: `OrderError::A`: the member `id` was removed",
        "additive: `OrderError::A`: the member `number` is new",
    ];

    field_renamed_and_the_member_kept: {
        /// It is A.
        #[status(404, members(id))]
        A { id: u64 },
    } => {
        /// It is A.
        #[status(404, members(id = number))]
        A { number: u64 },
    }, [];

    member_is_wider: {
        /// It is A.
        #[status(404, members(id))]
        A { id: u32 },
    } => {
        /// It is A.
        #[status(404, members(id))]
        A { id: u64 },
    }, ["breaking: `OrderError::A`: the member `id` changed from integer (`u32`) to integer (`u64`)"];

    member_is_narrower: {
        /// It is A.
        #[status(404, members(id))]
        A { id: u64 },
    } => {
        /// It is A.
        #[status(404, members(id))]
        A { id: u32 },
    }, ["additive: `OrderError::A`: the member `id` changed from integer (`u64`) to integer (`u32`), which has fewer values"];

    member_becomes_signed: {
        /// It is A.
        #[status(404, members(id))]
        A { id: u32 },
    } => {
        /// It is A.
        #[status(404, members(id))]
        A { id: i32 },
    }, ["breaking: `OrderError::A`: the member `id` changed from integer (`u32`) to integer (`i32`)"];

    member_becomes_nonzero: {
        /// It is A.
        #[status(404, members(id, n))]
        A { id: u8, n: NonZeroU8 },
    } => {
        /// It is A.
        #[status(404, members(id, n))]
        A { id: NonZeroU8, n: NonZero<u8> },
    }, [
        "additive: `OrderError::A`: the member `id` changed from integer (`u8`) to integer (`NonZeroU8`), which has fewer values",
        "wording: `OrderError::A`: the member `n` changed from integer (`NonZeroU8`) to integer (`NonZero<u8>`), which clients read the same way",
    ];

    /// The values of an alias are not known.
    member_becomes_an_alias: {
        /// It is A.
        #[status(404, members(id))]
        A { id: u64 },
    } => {
        /// It is A.
        #[status(404, members(id))]
        A { id: Number },
    }, ["breaking: `OrderError::A`: the member `id` changed from integer (`u64`) to integer (`Number`)"];

    member_is_the_same_in_json: {
        /// It is A.
        #[status(404, members(a, b, c))]
        A { a: String, b: &'static str, c: f32 },
    } => {
        /// It is A.
        #[status(404, members(a, b, c))]
        A { a: Cow<'static, str>, b: Text, c: f64 },
    }, [
        "wording: `OrderError::A`: the member `a` changed from string (`String`) to string (`Cow<'static, str>`), which clients read the same way",
        "wording: `OrderError::A`: the member `b` changed from string (`&'static str`) to string (`Text`), which clients read the same way",
        "wording: `OrderError::A`: the member `c` changed from number (`f32`) to number (`f64`), which clients read the same way",
    ];

    member_is_behind_a_pointer: {
        /// It is A.
        #[status(404, members(a, b, c, d, e, f))]
        A { a: u32, b: Box<u64>, c: Own, d: Option<Own>, e: Vec<u8>, f: Box<Option<u8>> },
    } => {
        /// It is A.
        #[status(404, members(a, b, c, d, e, f))]
        A { a: Box<u32>, b: &'static u32, c: Box<Own>, d: Option<std::boxed::Box<Own>>, e: Cow<'static, [u8]>, f: Option<&'static u8> },
    }, [
        "additive: `OrderError::A`: the member `b` changed from integer (`Box<u64>`) to integer (`&'static u32`), which has fewer values",
        "wording: `OrderError::A`: the member `a` changed from integer (`u32`) to integer (`Box<u32>`), which clients read the same way",
        "wording: `OrderError::A`: the member `c` changed from `Own` to `Box<Own>`, which clients read the same way",
        "wording: `OrderError::A`: the member `d` changed from `Own` to `std::boxed::Box<Own>`, which clients read the same way",
        "wording: `OrderError::A`: the member `e` changed from array (`Vec<u8>`) to array (`Cow<'static,[u8]>`), which clients read the same way",
        "wording: `OrderError::A`: the member `f` changed from integer (`Box<Option<u8>>`) to integer (`&'static u8`), which clients read the same way",
    ];

    /// A path can be written in part.
    path_of_the_type_of_a_member: {
        /// It is A.
        #[status(404, members(a, b, c, d, e))]
        A { a: Own, b: other::Own, c: Number, d: <u8 as HasOther>::Own, e: Vec<u8> },
    } => {
        /// It is A.
        #[status(404, members(a, b, c, d, e))]
        A { a: self::Own, b: self::Own, c: self::Number, d: Own, e: Vec<u16> },
    }, [
        "breaking: `OrderError::A`: the member `b` changed from `other::Own` to `self::Own`",
        "breaking: `OrderError::A`: the member `d` changed from `<u8 as HasOther>::Own` to `Own`",
        "breaking: `OrderError::A`: the member `e` changed from array (`Vec<u8>`) to array (`Vec<u16>`)",
        "wording: `OrderError::A`: the member `a` changed from `Own` to `self::Own`, which clients read the same way",
        "wording: `OrderError::A`: the member `c` changed from integer (`Number`) to integer (`self::Number`), which clients read the same way",
    ];

    member_has_another_json_type: {
        /// It is A.
        #[status(404, members(id, n, f))]
        A { id: u64, n: u8, f: f64 },
    } => {
        /// It is A.
        #[status(404, members(id, n, f))]
        A { id: String, n: f64, f: u8 },
    }, [
        "breaking: `OrderError::A`: the member `id` changed from integer (`u64`) to string (`String`)",
        "breaking: `OrderError::A`: the member `n` changed from integer (`u8`) to number (`f64`)",
        "additive: `OrderError::A`: the member `f` changed from number (`f64`) to integer (`u8`), which has fewer values",
    ];

    elements_of_a_member: {
        /// It is A.
        #[status(404, members(ids))]
        A { ids: Vec<u8> },
    } => {
        /// It is A.
        #[status(404, members(ids))]
        A { ids: Vec<String> },
    }, ["breaking: `OrderError::A`: the member `ids` changed from array (`Vec<u8>`) to array (`Vec<String>`)"];

    member_of_a_type_of_its_own: {
        /// It is A.
        #[status(404, members(a, b, c))]
        A { a: Own, b: String, c: Own },
    } => {
        /// It is A.
        #[status(404, members(a, b, c))]
        A { a: Other, b: Own, c: Own },
    }, [
        "breaking: `OrderError::A`: the member `a` changed from `Own` to `Other`",
        "breaking: `OrderError::A`: the member `b` changed from string (`String`) to `Own`",
    ];

    member_becomes_optional: {
        /// It is A.
        #[status(404, members(id, own))]
        A { id: u64, own: Own },
    } => {
        /// It is A.
        #[status(404, members(id, own))]
        A { id: Option<u64>, own: std::option::Option<Own> },
    }, [
        "breaking: `OrderError::A`: the member `id` is no longer always sent",
        "breaking: `OrderError::A`: the member `own` is no longer always sent",
    ];

    member_becomes_required: {
        /// It is A.
        #[status(404, members(id))]
        A { id: Option<u64> },
    } => {
        /// It is A.
        #[status(404, members(id))]
        A { id: u64 },
    }, ["additive: `OrderError::A`: the member `id` is now always sent"];

    member_becomes_optional_and_wider: {
        /// It is A.
        #[status(404, members(id))]
        A { id: u32 },
    } => {
        /// It is A.
        #[status(404, members(id))]
        A { id: Option<u64> },
    }, [
        "breaking: `OrderError::A`: the member `id` changed from integer (`u32`) to integer (`u64`)",
        "breaking: `OrderError::A`: the member `id` is no longer always sent",
    ];

    constant_member: {
        /// It is A.
        #[status(404, members(kind = "a", n = 1))]
        A,
    } => {
        /// It is A.
        #[status(404, members(kind = "b", n = "1"))]
        A,
    }, [
        "breaking: `OrderError::A`: the member `kind` was always `\"a\"`, and is now always `\"b\"`",
        "breaking: `OrderError::A`: the member `n` was always `1`, and is now always `\"1\"`",
    ];

    /// It must not end the code.
    backtick_in_a_constant: {
        /// It is A.
        #[status(404, members(a = "`", b = "`"), header("X-A" = "`a"))]
        A { b: u8 },
    } => {
        /// It is A.
        #[status(404, members(a = "a``b", b), header("X-A" = "``"))]
        A { b: u8 },
    }, [
        "breaking: `OrderError::A`: the header field `X-A` was always `` `a ``, and is now always ``` `` ```",
        "breaking: `OrderError::A`: the member `a` was always ``\"`\"``, and is now always ```\"a``b\"```",
        "breaking: `OrderError::A`: the member `b` changed from the constant ``\"`\"`` to integer (`u8`)",
    ];

    /// A change is not a cell of a table.
    vertical_bar_in_a_constant: {
        /// It is A.
        #[status(404, header("X-A" = "a"))]
        A,
    } => {
        /// It is A.
        #[status(404, header("X-A" = "a|b"))]
        A,
    }, ["breaking: `OrderError::A`: the header field `X-A` was always `a`, and is now always `a|b`"];

    constant_member_becomes_a_field: {
        /// It is A.
        #[status(404, members(kind = "a", n = 1))]
        A { kind: String, n: String },
    } => {
        /// It is A.
        #[status(404, members(kind, n))]
        A { kind: String, n: String },
    }, [
        "breaking: `OrderError::A`: the member `kind` is no longer always `\"a\"`",
        "breaking: `OrderError::A`: the member `n` changed from the constant `1` to string (`String`)",
    ];

    member_becomes_a_constant: {
        /// It is A.
        #[status(404, members(kind, n, m, own))]
        A { kind: String, n: u8, m: i8, own: Own },
    } => {
        /// It is A.
        #[status(404, members(kind = "a", n = 256, m = -1, own = "own"))]
        A { kind: String, n: u8, m: i8, own: Own },
    }, [
        "breaking: `OrderError::A`: the member `n` changed from integer (`u8`) to the constant `256`",
        "breaking: `OrderError::A`: the member `own` changed from `Own` to the constant `\"own\"`",
        "additive: `OrderError::A`: the member `kind` is now always `\"a\"`",
        "additive: `OrderError::A`: the member `m` is now always `-1`",
    ];

    header_field_added: {
        /// It is A.
        #[status(404)]
        A,
    } => {
        /// It is A.
        #[status(404, header("X-A" = "a"))]
        A,
    }, ["additive: `OrderError::A`: the header field `X-A` is new"];

    header_field_removed: {
        /// It is A.
        #[status(401, header("WWW-Authenticate" = "Bearer"))]
        A,
    } => {
        /// It is A.
        #[status(401, allow(missing_header))]
        A,
    }, ["breaking: `OrderError::A`: the header field `WWW-Authenticate` was removed"];

    header_fields_of_one_name: {
        /// It is A.
        #[status(401, header("WWW-Authenticate" = "Bearer"), header("WWW-Authenticate" = "Basic"))]
        A,
        /// It is B.
        #[status(401, header("WWW-Authenticate" = "Bearer"), header("WWW-Authenticate" = "Basic"))]
        B,
    } => {
        /// It is A.
        #[status(401, header("WWW-Authenticate" = "Basic"), header("WWW-Authenticate" = "Bearer"))]
        A,
        /// It is B.
        #[status(401, header("WWW-Authenticate" = "Basic"))]
        B,
    }, ["breaking: `OrderError::B`: the header field `WWW-Authenticate` was removed"];

    retry_said_otherwise: {
        /// It is A.
        #[status(503)]
        A,
    } => {
        /// It is A.
        #[status(503, retry = "always")]
        A,
    }, [
        "additive: `OrderError::A`: whether a client may try again changed from \"idempotent\" to \"always\"",
    ];

    header_field_becomes_optional: {
        /// It is A.
        #[status(429, header("Retry-After" = after))]
        A { after: Duration },
    } => {
        /// It is A.
        #[status(429, header("Retry-After" = after))]
        A { after: Option<Duration> },
    }, [
        "breaking: `OrderError::A`: the header field `Retry-After` is no longer always sent",
    ];

    header_field_becomes_required: {
        /// It is A.
        #[status(429, header("X-Plan" = plan))]
        A { plan: Option<&'static str> },
    } => {
        /// It is A.
        #[status(429, header("X-Plan" = plan))]
        A { plan: &'static str },
    }, [
        "additive: `OrderError::A`: the header field `X-Plan` is now always sent",
    ];

    header_field_has_another_type: {
        /// It is A.
        #[status(404, header("X-A" = a), header("X-B" = b), header("X-C" = c), header("X-D" = d))]
        A { a: u32, b: u32, c: Duration, d: i64 },
    } => {
        /// It is A.
        #[status(404, header("X-A" = a), header("X-B" = b), header("X-C" = c), header("X-D" = d))]
        A { a: String, b: i32, c: Option<String>, d: &'static str },
    }, [
        "breaking: `OrderError::A`: the header field `X-A` changed from `u32` to `String`",
        "breaking: `OrderError::A`: the header field `X-B` changed from `u32` to `i32`",
        "breaking: `OrderError::A`: the header field `X-C` changed from `Duration` to `String`",
        "breaking: `OrderError::A`: the header field `X-C` is no longer always sent",
        "breaking: `OrderError::A`: the header field `X-D` changed from `i64` to `&'static str`",
    ];

    header_field_is_narrower: {
        /// It is A.
        #[status(404, header("X-A" = a), header("X-B" = b))]
        A { a: String, b: i32 },
    } => {
        /// It is A.
        #[status(404, header("X-A" = a), header("X-B" = b))]
        A { a: i8, b: std::time::Duration },
    }, [
        "additive: `OrderError::A`: the header field `X-A` changed from `String` to `i8`, which has fewer values",
        "additive: `OrderError::A`: the header field `X-B` changed from `i32` to `std::time::Duration`, which has fewer values",
    ];

    /// Clients do not see the size of a number.
    header_field_is_read_the_same_way: {
        /// It is A.
        #[status(404, header("X-A" = a), header("X-B" = b), header("X-C" = c), header("X-D" = d))]
        A { a: u32, b: i8, c: String, d: String },
    } => {
        /// It is A.
        #[status(404, header("X-A" = a), header("X-B" = b), header("X-C" = c), header("X-D" = d))]
        A { a: &'static u64, b: Option<i64>, c: Text, d: String },
    }, [
        "breaking: `OrderError::A`: the header field `X-B` is no longer always sent",
        "wording: `OrderError::A`: the header field `X-A` changed from `u32` to `&'static u64`, which clients read the same way",
        "wording: `OrderError::A`: the header field `X-B` changed from `i8` to `i64`, which clients read the same way",
        "wording: `OrderError::A`: the header field `X-C` changed from `String` to `Text`, which clients read the same way",
    ];

    header_field_becomes_a_constant: {
        /// It is A.
        #[status(404, header("X-A" = a), header("X-B" = b), header("X-C" = c), header("X-D" = d))]
        A { a: u8, b: u8, c: i8, d: i8 },
    } => {
        /// It is A.
        #[status(404, header("X-A" = "1"), header("X-B" = "-1"), header("X-C" = "-1"), header("X-D" = "a"))]
        A { a: u8, b: u8, c: i8, d: i8 },
    }, [
        "breaking: `OrderError::A`: the header field `X-B` changed from `u8` to the constant `-1`",
        "breaking: `OrderError::A`: the header field `X-D` changed from `i8` to the constant `a`",
        "additive: `OrderError::A`: the header field `X-A` is now always `1`",
        "additive: `OrderError::A`: the header field `X-C` is now always `-1`",
    ];

    delay_becomes_constant: {
        /// It is A.
        #[status(429, header("Retry-After" = after))]
        A { after: u64 },
    } => {
        /// It is A.
        #[status(429, header("Retry-After" = "3"))]
        A { after: u64 },
    }, ["wording: `OrderError::A`: the header field `Retry-After` changed from `u64` to the constant `3`, which clients read the same way"];

    header_fields_in_another_order_with_other_values: {
        /// It is A.
        #[status(404, header("X-A" = "a"), header("X-B" = "b"))]
        A,
    } => {
        /// It is A.
        #[status(404, header("X-B" = "c"), header("X-A" = "d"))]
        A,
    }, [
        "breaking: `OrderError::A`: the header field `X-A` was always `a`, and is now always `d`",
        "breaking: `OrderError::A`: the header field `X-B` was always `b`, and is now always `c`",
    ];

    header_field_has_another_value: {
        /// It is A.
        #[status(401, header("WWW-Authenticate" = "Bearer"))]
        A,
    } => {
        /// It is A.
        #[status(401, header("WWW-Authenticate" = "Basic"))]
        A,
    }, ["breaking: `OrderError::A`: the header field `WWW-Authenticate` was always `Bearer`, and is now always `Basic`"];

    header_field_is_no_longer_constant: {
        /// It is A.
        #[status(404, header("X-A" = "a"), header("X-B" = b))]
        A { a: &'static str, b: &'static str },
    } => {
        /// It is A.
        #[status(404, header("X-A" = a), header("X-B" = "b"))]
        A { a: &'static str, b: &'static str },
    }, [
        "breaking: `OrderError::A`: the header field `X-A` is no longer always `a`",
        "additive: `OrderError::A`: the header field `X-B` is now always `b`",
    ];

    /// Clients read it from each response.
    delay: {
        /// It is A.
        #[status(429, header("Retry-After" = "60"))]
        A { after: SystemTime },
        /// It is B.
        #[status(503, header("Retry-After" = "60"))]
        B,
    } => {
        /// It is A.
        #[status(429, header("Retry-After" = after))]
        A { after: SystemTime },
        /// It is B.
        #[status(503, header("Retry-After" = "90"))]
        B,
    }, [
        "wording: `OrderError::A`: the header field `Retry-After` changed from the constant `60` to `SystemTime`, which clients read the same way",
        "wording: `OrderError::B`: the header field `Retry-After` changed from the constant `60` to the constant `90`, which clients read the same way",
    ];

    moved_into_a_delegate_with_its_type: {
        /// It is A.
        #[status(404)]
        A,
        /// It is B.
        #[status(409)]
        B,
    } => [
        #[derive(Debug, thiserror::Error, HttpStatus)]
        #[error("failed")]
        #[status(type_base = "/errors/")]
        pub enum OrderError {
            /// It is A.
            #[status(404)]
            A,
            #[status(transparent)]
            Stock(StockError),
        }
        #[derive(Debug, thiserror::Error, HttpStatus)]
        #[error("failed")]
        #[status(type_base = "/errors/")]
        pub enum StockError {
            /// It is B.
            #[status(409)]
            B,
        }
    ], ["wording: `OrderError::B`: the status is now in `StockError`"];

    moved_into_a_delegate_and_renamed_with_its_type: {
        /// It is A.
        #[status(404)]
        A,
        /// It is B.
        #[status(409)]
        B,
    } => [
        #[derive(Debug, thiserror::Error, HttpStatus)]
        #[error("failed")]
        #[status(type_base = "/errors/")]
        pub enum OrderError {
            /// It is A.
            #[status(404)]
            A,
            #[status(transparent)]
            Stock(StockError),
        }
        #[derive(Debug, thiserror::Error, HttpStatus)]
        #[error("failed")]
        #[status(type_base = "/errors/")]
        pub enum StockError {
            /// It is B.
            #[status(409, slug = "b")]
            NewName,
        }
    ], [
        "wording: `OrderError::B`: the status is now called `NewName`",
        "wording: `OrderError::B`: the status is now in `StockError`",
    ];

    moved_into_a_delegate_with_another_type: {
        /// It is A.
        #[status(404)]
        A,
        /// It is B.
        #[status(409)]
        B,
    } => [
        #[derive(Debug, thiserror::Error, HttpStatus)]
        #[error("failed")]
        #[status(type_base = "/errors/")]
        pub enum OrderError {
            /// It is A.
            #[status(404)]
            A,
            #[status(transparent)]
            Stock(StockError),
        }
        #[derive(Debug, thiserror::Error, HttpStatus)]
        #[error("failed")]
        #[status(type_base = "/errors/stock/")]
        pub enum StockError {
            /// It is B.
            #[status(409)]
            B,
        }
    ], [
        "breaking: `OrderError::B`: the `type` changed from /errors/b to /errors/stock/b",
        "wording: `OrderError::B`: the status is now in `StockError`",
    ];

    not_moved_if_its_code_differs: {
        /// It is A.
        #[status(404)]
        A,
        /// It is B.
        #[status(409)]
        B,
    } => [
        #[derive(Debug, thiserror::Error, HttpStatus)]
        #[error("failed")]
        #[status(type_base = "/errors/")]
        pub enum OrderError {
            /// It is A.
            #[status(404)]
            A,
            #[status(transparent)]
            Stock(StockError),
        }
        #[derive(Debug, thiserror::Error, HttpStatus)]
        #[error("failed")]
        #[status(type_base = "/errors/stock/")]
        pub enum StockError {
            /// It is B.
            #[status(410)]
            B,
        }
    ], [
        "breaking: `OrderError::B`: the status was removed (409)",
        "additive: `StockError`: the table is new",
        "additive: `StockError::B`: the status is new (410)",
    ];

    moved_into_a_delegate_without_a_type: [
        #[derive(HttpStatus)]
        pub enum OrderError {
            /// It is A.
            #[status(404)]
            A,
            /// It is B.
            #[status(409)]
            B,
        }
    ] => [
        #[derive(HttpStatus)]
        pub enum OrderError {
            /// It is A.
            #[status(404)]
            A,
            #[status(transparent)]
            Stock(StockError),
        }
        #[derive(HttpStatus)]
        pub enum StockError {
            /// It is B.
            #[status(409)]
            B,
        }
    ], ["wording: `OrderError::B`: the status is now in `StockError`"];

    table_removed: [
        #[derive(HttpStatus)]
        pub enum OrderError {
            /// It is A.
            #[status(404)]
            A,
            #[status(transparent)]
            Stock(StockError),
        }
        #[derive(HttpStatus)]
        #[status(type_base = "/errors/stock/")]
        pub enum StockError {
            /// It is B.
            #[status(409)]
            B,
        }
    ] => [
        #[derive(HttpStatus)]
        pub enum OrderError {
            /// It is A.
            #[status(404)]
            A,
        }
    ], [
        "breaking: `StockError`: the table was removed",
        "breaking: `StockError::B`: the status was removed (409)",
    ];

    table_added: [
        #[derive(HttpStatus)]
        pub enum OrderError {
            /// It is A.
            #[status(404)]
            A,
        }
    ] => [
        #[derive(HttpStatus)]
        pub enum OrderError {
            /// It is A.
            #[status(404)]
            A,
            #[status(transparent)]
            Stock(StockError),
        }
        #[derive(HttpStatus)]
        #[status(type_base = "/errors/stock/")]
        pub enum StockError {
            /// It is B.
            #[status(409)]
            B,
        }
    ], [
        "additive: `StockError`: the table is new",
        "additive: `StockError::B`: the status is new (409)",
    ];

    table_renamed: [
        #[derive(HttpStatus)]
        pub enum OrderError {
            #[status(transparent)]
            Stock(StockError),
        }
        #[derive(HttpStatus)]
        #[status(type_base = "/errors/stock/")]
        pub enum StockError {
            /// It is B.
            #[status(409)]
            B,
        }
    ] => [
        #[derive(HttpStatus)]
        pub enum OrderError {
            #[status(transparent)]
            Stock(ShelfError),
        }
        #[derive(HttpStatus)]
        #[status(type_base = "/errors/stock/")]
        pub enum ShelfError {
            /// It is B.
            #[status(409)]
            B,
        }
    ], ["wording: `StockError::B`: the status is now in `ShelfError`"];

    /// Both can still have all statuses that they had.
    delegate_reached_through_another: [
        #[derive(HttpStatus)]
        pub enum OrderError {
            #[status(transparent)]
            Stock(StockError),
        }
        #[derive(HttpStatus)]
        pub enum StockError {
            /// It is B.
            #[status(409)]
            B,
        }
    ] => [
        #[derive(HttpStatus)]
        pub enum OrderError {
            #[status(transparent)]
            Shop(ShopError),
        }
        #[derive(HttpStatus)]
        pub enum ShopError {
            #[status(transparent)]
            Stock(StockError),
        }
        #[derive(HttpStatus)]
        pub enum StockError {
            /// It is B.
            #[status(409)]
            B,
        }
    ], [];

    delegates: [
        #[derive(HttpStatus)]
        pub enum OrderError {
            #[status(transparent)]
            Stock(StockError),
            #[status(transparent)]
            Payment(PaymentError),
        }
        #[derive(HttpStatus)]
        pub enum StockError {
            #[status(transparent)]
            Shared(SharedError),
        }
        #[derive(HttpStatus)]
        pub enum PaymentError {
            /// It is C.
            #[status(402)]
            C,
        }
        #[derive(HttpStatus)]
        pub enum SharedError {
            /// It is D.
            #[status(404)]
            D,
        }
    ] => [
        #[derive(HttpStatus)]
        pub enum OrderError {
            #[status(transparent)]
            Stock(StockError),
            #[status(transparent)]
            Payment(PaymentError),
        }
        #[derive(HttpStatus)]
        pub enum StockError {}
        #[derive(HttpStatus)]
        pub enum PaymentError {
            /// It is C.
            #[status(402)]
            C,
            #[status(transparent)]
            Shared(SharedError),
        }
        #[derive(HttpStatus)]
        pub enum SharedError {
            /// It is D.
            #[status(404)]
            D,
        }
    ], [
        "additive: `PaymentError`: it now has the statuses of `SharedError`",
        "wording: `StockError`: it no longer has the statuses of `SharedError`",
    ];
}

/// A newer registry can change these, without any change of the service.
#[test]
fn registration() {
    let new = Catalog::new("Shop").table(ClientError::TABLE).unwrap();
    let json = new.json().replacen("\"RFC 9110 §15.5.5\"", "\"RFC 7231 §6.5.4\"", 1);
    let old = Catalog::from_json(&json).unwrap();
    let changes = diff(&old, &new);
    let lines: Vec<_> = changes.iter().map(ToString::to_string).collect();
    assert_eq!(lines, ["`ClientError::NotFound`: the specification of the code has changed"]);
    assert_eq!(changes[0].impact(), Impact::Wording);
    assert_eq!((changes[0].table(), changes[0].status()), (Some("ClientError"), Some("NotFound")));
}

#[test]
fn name_of_the_catalog() {
    let changes = diff(&Catalog::new("Shop"), &Catalog::new("Store"));
    assert_eq!(
        changes[0].to_string(),
        "the name of the catalog changed from \"Shop\" to \"Store\""
    );
    assert_eq!((changes[0].impact(), changes[0].table()), (Impact::Wording, None));
}

/// Types in different modules often have the same name.
#[test]
fn two_tables_of_one_name() {
    mod orders {
        #[derive(status_core::HttpStatus)]
        #[status(type_base = "/orders/")]
        pub enum Error {
            /// It is A.
            #[status(404)]
            A,
        }
        pub mod later {
            #[derive(status_core::HttpStatus)]
            #[status(type_base = "/orders/")]
            pub enum Error {
                /// It is A.
                #[status(410)]
                A,
            }
        }
    }
    mod stock {
        #[derive(status_core::HttpStatus)]
        #[status(type_base = "/stock/")]
        pub enum Error {
            /// It is A.
            #[status(404)]
            A,
        }
    }
    let both = |orders| Catalog::new("Shop").table(stock::Error::TABLE)?.table(orders);
    let (old, new) =
        (both(orders::Error::TABLE).unwrap(), both(orders::later::Error::TABLE).unwrap());
    assert_eq!(old.tables()[0].module, "contract::stock");
    let changes = diff(&old, &new);
    assert_eq!(changes.len(), 2, "{changes:?}");
    let expected = "`contract::orders::Error::A`: the code changed from 404 to 410";
    assert_eq!(changes[0].to_string(), expected);
}
