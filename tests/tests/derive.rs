//! What `#[derive(HttpStatus)]` gives.
use status_core::{HttpStatus, StatusTable};
use std::time::Duration;

#[derive(Debug, thiserror::Error, HttpStatus)]
enum StockError {
    /// Nothing of this article is left.
    #[error("sold out")]
    #[status(409)]
    SoldOut,
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, type_base = "https://shop.example/errors/")]
enum OrderError {
    /// No order has this number.
    #[error("order {id} not found")]
    #[status(404, members(id))]
    OrderNotFound { id: u64 },

    /// The caller has not signed in.
    #[error("sign in first")]
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    SignedOut,

    /// The caller sends orders faster than its plan allows.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after))]
    TooFast { after: Duration },

    /// The payment provider failed us.
    #[error("payment provider: {0}")]
    #[status(BAD_GATEWAY)]
    Payment(#[source] std::io::Error),

    #[error(transparent)]
    #[status(transparent)]
    Stock(#[from] StockError),

    #[error("upstream said {code}")]
    #[status(dynamic = code, fallback = 502)]
    Upstream { code: u16 },
}

status_core::status_table! {
    /// What our edge answers when an origin fails.
    #[status(allow(unregistered_code))]
    #[derive(Default)]
    enum EdgeError: 520..=530 {
        /// The origin answered with something that is not HTTP.
        #[default]
        520 UnknownError "Web Server Returned an Unknown Error",
        /// The origin refused the connection.
        521 WebServerDown "Web Server Is Down",
    }
}

#[test]
fn trial() {
    use status_core::problem::Problem;
    for e in [
        OrderError::OrderNotFound { id: 7 },
        OrderError::SignedOut,
        OrderError::TooFast { after: Duration::from_millis(1500) },
        OrderError::Payment(std::io::Error::other("secret")),
        StockError::SoldOut.into(),
        OrderError::Upstream { code: 418 },
        OrderError::Upstream { code: 200 },
    ] {
        let p = Problem::of(&e);
        println!(
            "{} {:?} {}",
            p.status(),
            p.header_fields(),
            std::str::from_utf8(p.json()).unwrap()
        );
    }
    println!("{:?} {}", EdgeError::from_code(521), EdgeError::default());
    println!("{:?}", "Bad".parse::<EdgeError>());
    println!("{:?}", StockError::TABLE);
}
