use status_core::{HttpStatus, status_table};

#[derive(HttpStatus)]
#[status(status = 404)]
enum Error {
    /// It failed.
    #[status(404)]
    NotThere,
}

/// The variants have no second error.
#[derive(HttpStatus)]
#[status(code = 404)]
enum Code {
    /// It failed.
    Failed,
}

/// It failed.
#[derive(HttpStatus)]
#[status(code = 404)]
struct Struct;

/// It failed.
#[derive(HttpStatus)]
#[status(status = NOT_FOUND)]
struct Named;

status_table! {
    /// What our edge answers.
    #[status(code = 404)]
    enum Table {
        /// It failed.
        #[status(code = 404)]
        404 NotFound,
    }
}

fn main() {}
