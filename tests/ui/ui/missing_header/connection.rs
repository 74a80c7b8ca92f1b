use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It has no `Connection`.
    #[status(426, header("Upgrade" = "h2c"))]
    Missing,
    /// It has another one.
    #[status(426, header("Upgrade" = "h2c"), header("Connection" = "close"))]
    Other,
    /// It may have it.
    #[status(426, header("Upgrade" = "h2c"), header("Connection": "upgrade"))]
    Unreadable,
    /// It is a number.
    #[status(429, header("Retry-After": 3))]
    Number,
    /// It has it.
    #[status(426, header("upgrade" = "h2c"), header("connection" = "close, Upgrade"))]
    Present,
}

fn main() {}
