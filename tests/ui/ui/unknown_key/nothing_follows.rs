use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(404, allow("missing_docs"))]
    Quoted,
    #[status(404, allow = missing_docs)]
    Assigned,
    #[status(404, allow(missing-docs))]
    Hyphen,
    #[status(404, expect(missing_docs))]
    Expected,
    #[status(404, allow())]
    Nothing,
    /// The key is misspelled.
    #[status(401, headers("WWW-Authenticate" = "Bearer"))]
    Unauthorized,
}

#[derive(HttpStatus)]
#[status(allow("missing_docs"))]
enum OfTheType {
    #[status(404)]
    NotFound,
}

#[derive(HttpStatus)]
#[status(404, allow("missing_docs"))]
struct OfTheStruct;

fn main() {}
