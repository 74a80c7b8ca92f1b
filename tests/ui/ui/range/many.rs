use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(range = 4xx)]
enum Error {
    /// It failed.
    #[status(500)]
    Alpha,
    /// It failed.
    #[status(501)]
    Beta,
    /// It failed.
    #[status(502)]
    Gamma,
    /// It failed.
    #[status(503)]
    Delta,
    /// It failed.
    #[status(504)]
    Epsilon,
}

fn main() {}
