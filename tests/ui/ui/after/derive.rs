use status_core::{HttpStatus, StatusTable, Table};

/// One mistake, and the type is used all the same: one error.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum)]
enum Error {
    /// It failed.
    #[error("it failed")]
    #[status(NOT_FOND)]
    Failed,
    #[error(transparent)]
    #[status(transparent)]
    Inner(#[from] Inner),
}

/// Another.
#[derive(Debug, thiserror::Error, HttpStatus)]
enum Inner {
    /// It failed.
    #[error("it failed")]
    #[status(404)]
    Failed,
}

/// It delegates to the broken one.
#[derive(HttpStatus)]
enum Outer {
    #[status(transparent)]
    Error(Error),
}

const TABLE: &Table = Error::TABLE;

fn handler() -> Result<(), Error> {
    Err(Inner::Failed)?
}

fn respond(answer: impl axum_core::response::IntoResponse) {
    let _ = answer.into_response();
}

fn main() {
    let error: Box<dyn HttpStatus> = Box::new(Error::Failed);
    println!("{} {} {:?}", error.code(), Error::Failed.reason(), TABLE);
    println!("{:?}", Outer::Error(Error::Failed).status());
    respond(handler());
}
