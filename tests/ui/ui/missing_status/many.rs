use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It failed.
    Alpha,
    /// It failed.
    Beta,
    /// It failed.
    Gamma,
    /// It failed.
    Delta,
}

fn main() {}
