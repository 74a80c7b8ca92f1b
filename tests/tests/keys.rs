//! Each key of `#[status(…)]` in each place where it may be written.

#![allow(dead_code, reason = "the types only have to compile")]
// A waiver is a key too, and on a struct or row it has to waive something.
#![deny(deprecated)]

use status_core::problem::{Body, View};

fn envelope(view: &View<'_>) -> Body {
    Body::new("text/plain", view.title.to_owned())
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "a function for `dynamic` takes references")]
fn code_of(code: &u16) -> u16 {
    *code
}

mod on_enum {
    use super::envelope;

    #[derive(Debug, thiserror::Error, status_core::HttpStatus)]
    #[error("text")]
    #[status(
        range = 4xx,
        type_base = "/",
        slug_case = "snake_case",
        slug_prefix = "E_",
        body = envelope,
        crate = ::status_core,
        decode,
        grpc_domain = "shop.example",
        header("X-Service" = "orders"),
        members(code = slug),
        expose,
        allow(missing_docs),
        axum,
        http
    )]
    enum Exposed {
        #[status(404)]
        NotFound,
    }

    #[derive(Debug, status_core::HttpStatus)]
    #[status(redact)]
    enum Redacted {
        /// No such thing.
        #[status(404)]
        NotFound,
    }
}

mod on_struct {
    use super::{code_of, envelope};

    #[derive(Debug, thiserror::Error, status_core::HttpStatus)]
    #[error("text")]
    #[status(
        450,
        range = 4xx,
        type_base = "/",
        slug_case = "snake_case",
        slug_prefix = "E_",
        body = envelope,
        crate = ::status_core,
        grpc_domain = "shop.example",
        reason = "Odd",
        title = "It is odd",
        header("X-Service" = "orders"),
        members(code = slug),
        expose,
        grpc = ABORTED,
        retry = "always",
        allow(missing_docs, unregistered_code),
        axum,
        http
    )]
    struct Exposed;

    /// No such thing.
    #[derive(Debug, status_core::HttpStatus)]
    #[status(404, redact, slug = "nothing")]
    struct Redacted;

    /// No such thing.
    #[derive(Debug, status_core::HttpStatus)]
    #[status(404, decode, decode_default(0))]
    struct Decoded(u8);

    /// No such thing.
    #[derive(Debug, status_core::HttpStatus)]
    #[status(404, decode, skip_decode)]
    struct Skipped(u8);

    /// No such thing.
    #[derive(Debug, status_core::HttpStatus)]
    #[status(404, detail = "nothing")]
    struct Detail;

    #[derive(Debug, status_core::HttpStatus)]
    #[status(transparent = 1, unlisted)]
    struct Transparent(u8, Redacted);

    #[derive(Debug, status_core::HttpStatus)]
    #[status(dynamic = code_of(0), fallback = 502)]
    struct Dynamic(u16);
}

mod on_variant {
    use super::code_of;

    #[derive(Debug, thiserror::Error, status_core::HttpStatus)]
    #[error("text")]
    #[status(decode, type_base = "/")]
    enum Error {
        /// No such thing.
        #[status(404, decode_default(0))]
        Decoded(u8),
        /// No such thing.
        #[status(404, skip_decode)]
        Skipped(u8),
        #[status(
            450,
            reason = "Odd",
            title = "It is odd",
            slug = "odd",
            header("X-Service" = "orders"),
            members(code = slug),
            expose,
            grpc = ABORTED,
            retry = "always",
            allow(missing_docs, unregistered_code)
        )]
        Exposed,
        /// No such thing.
        #[status(404, redact)]
        Redacted,
        /// No such thing.
        #[status(404, detail = "nothing")]
        Detail,
        #[status(transparent = 1, unlisted, decode_default(0))]
        Transparent(u8, Box<Self>),
        #[status(dynamic = code_of(0), fallback = 502, skip_decode)]
        Dynamic(u16),
    }
}

mod on_table {
    use super::envelope;

    status_core::status_table! {
        /// Odd codes.
        #[status(
            range = 4xx,
            type_base = "/",
            slug_case = "snake_case",
            slug_prefix = "E_",
            body = envelope,
            crate = ::status_core,
            decode,
            grpc_domain = "shop.example",
            allow(unregistered_code),
            axum,
            http
        )]
        enum Odd {
            /// Odd.
            450 Odd "Odd",
        }
    }
}

mod on_row {
    status_core::status_table! {
        /// Odd codes.
        enum Odd {
            /// Odd.
            #[status(allow(unregistered_code))]
            450 Odd "Odd",
        }
    }
}

/// The part of this file from the start of a module to its end.
fn module(place: &str) -> &'static str {
    let source = include_str!("keys.rs");
    let (_, rest) = source.split_once(&format!("\nmod on_{place} {{\n")).unwrap();
    rest.split_once("\n}\n").unwrap().0
}

#[test]
fn each_key_is_written_in_each_place_that_the_guide_lists() {
    let guide = include_str!("../../status-core/src/docs/attributes.md");
    let mut count = 0;
    for row in
        guide.lines().filter(|line| line.starts_with("| enum") || line.starts_with("| struct"))
    {
        let mut cells = row.trim_matches(['|', ' ']).split(" | ");
        let (places, key) = (cells.next().unwrap(), cells.next().unwrap().trim_matches('`'));
        // Every integration is parsed in the same way, so two are enough.
        let is_integration = cells.count() == 1;
        if is_integration && !matches!(key, "axum" | "http") {
            continue;
        }
        for place in places.split(", ") {
            let is_written = module(place).split(|c: char| !c.is_alphanumeric() && c != '_');
            assert!(is_written.into_iter().any(|word| word == key), "`{key}` on {place}");
            count += 1;
        }
    }
    assert!(count > 40, "the guide's tables were not understood: {count}");
}
