use status_core::HttpStatus;

/// It is gone.
#[derive(HttpStatus)]
#[status(410)]
struct Gone;

#[derive(HttpStatus)]
#[status(decode, type_base = "https://shop.example/errors/")]
enum OrderError<'a> {
    /// No order has this name.
    #[status(404, members(name))]
    OrderNotFound { name: Name },
    /// The plan does not allow it.
    #[status(403, header("X-Plan" = plan))]
    Plan { plan: &'a str },
    /// The name is taken.
    #[status(409, detail = text)]
    Taken { text: &'a str },
    #[status(transparent)]
    Gone(Gone),
    /// Nothing is left.
    #[status(500, decode_default(0))]
    Broken(NoDefault),
    #[status(dynamic = 0, fallback = 502)]
    Relayed(Code),
}

#[derive(serde::Serialize)]
struct Name;

struct NoDefault;

#[derive(Clone, Copy)]
struct Code;

impl From<Code> for u16 {
    fn from(_: Code) -> Self {
        502
    }
}

fn main() {}
