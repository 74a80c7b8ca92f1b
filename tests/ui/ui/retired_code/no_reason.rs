use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It has neither.
    #[status(418)]
    Teapot,
    /// It has the waiver alone.
    #[status(418, allow(retired_code))]
    Waived,
}

status_core::status_table! {
    /// What our edge answers.
    enum Edge {
        /// It has neither.
        306 Switch,
    }
}

fn main() {}
