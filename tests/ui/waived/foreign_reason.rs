use status_core::{HttpStatus, status_table};

#[derive(HttpStatus)]
enum OnVariant {
    /// It failed.
    #[status(404, reason = "Nope", allow(foreign_reason))]
    Failed,
    /// A reason may contain a tab.
    #[status(404, reason = "No\tpe", allow(foreign_reason))]
    Tab,
    /// The registered reason needs no waiver.
    #[status(404, reason = "Not Found")]
    Own,
}

#[derive(HttpStatus)]
#[status(allow(foreign_reason))]
enum OnType {
    /// It failed.
    #[status(404, reason = "Nope")]
    Failed,
}

/// It failed.
#[derive(HttpStatus)]
#[status(404, reason = "Nope", allow(foreign_reason))]
struct OnStruct;

status_table! {
    /// What our edge answers.
    enum OnRow {
        /// It failed.
        #[status(allow(foreign_reason))]
        503 Busy "Busy",
    }
}

status_table! {
    /// What our edge answers.
    #[status(allow(foreign_reason))]
    enum OnTable {
        /// It failed.
        503 Busy,
    }
}

pub fn main() {}
