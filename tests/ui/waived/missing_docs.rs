use status_core::{HttpStatus, status_table};

#[derive(HttpStatus)]
enum OnVariant {
    #[status(404, allow(missing_docs))]
    Failed,
}

#[derive(HttpStatus)]
#[status(allow(missing_docs))]
enum OnType {
    #[status(404)]
    Failed,
}

#[derive(HttpStatus)]
#[status(404, allow(missing_docs))]
struct OnStruct;

status_table! {
    /// What our edge answers.
    enum OnRow {
        #[status(allow(missing_docs))]
        503 ServiceUnavailable,
    }
}

status_table! {
    #[status(allow(missing_docs))]
    enum OnTable {
        503 ServiceUnavailable,
    }
}

pub fn main() {}
