status_core::status_table! {
    #[status(rang = 5xx)]
    pub enum Edge: 500..=530 {
        500 InternalServerError,
        /// It failed.
        404 NotFound,
        /// It failed.
        520 Odd "Odd",
        /// It failed.
        503u16 ServiceUnavailable,
        /// It failed.
        BadGateway,
        /// It failed.
        500 Again,
        /// It failed.
        504 GatewayTimeout " ",
    }
}

fn main() {}
