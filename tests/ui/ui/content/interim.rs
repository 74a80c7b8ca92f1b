use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(range = 1xx, axum)]
enum Hint {
    /// More is to come.
    #[status(103)]
    Early,
}

impl std::fmt::Display for Hint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("more is to come")
    }
}

fn main() {}
