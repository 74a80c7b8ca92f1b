//! What an editor shows for code that is wrong or incomplete. `.ci/editor` explains the comments.

use status_core::{HttpStatus, status_table};

#[derive(HttpStatus)]
#[status(axu)]
//       ^^^ completes: axum, actix_web, type_base, decode; not transparent, NOT_FOUND
// diagnoses: unknown key `axu`
enum OrderError {
    /// No order has this number.
    #[status(NOT_FO)]
    //       ^^^^^^ completes: NOT_FOUND, BAD_GATEWAY, transparent, dynamic; not axum
    // diagnoses: unknown status `NOT_FO`
    OrderNotFound,
    /// Nothing is left.
    #[status(409, mem)]
    //            ^^^ completes: members, header, detail, grpc; not CONFLICT, type_base
    // diagnoses: unknown key `mem`
    SoldOut,
    #[status(410, allow(miss))]
    //                  ^^^^ completes: missing_docs, duplicate; not members, range
    // diagnoses: unknown rule `miss`
    Gone,
    // diagnoses: missing documentation
    /// Two mistakes.
    #[status(404, slug = "a b", header("Bad Name" = "x"))]
    // diagnoses: invalid character ' ' in `slug`
    // diagnoses: "Bad Name" is not a valid header field name
    Two,
}

#[derive(HttpStatus)]
#[status(SERVICE)]
//       ^^^^^^^ completes: SERVICE_UNAVAILABLE, axum, slug, type_base; not unlisted_rule
// diagnoses: unknown status `SERVICE`
struct Closed;
// diagnoses: missing documentation

status_table! {
    /// What the edge sends.
    #[status(ran)]
    //       ^^^ completes: range, axum, serde; not members, NOT_FOUND
    // diagnoses: unknown key `ran`
    enum Edge {
        /// The origin is down.
        #[status(al)]
        //       ^^ completes: allow; not members, NOT_FOUND
        // diagnoses: unknown key `al`
        503 ServiceUnavailable,
    }
}
