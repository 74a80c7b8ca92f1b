use std::borrow::Cow;

use status_core::HttpStatus;

#[derive(HttpStatus)]
#[status(decode)]
enum Error<'a> {
    /// A static text.
    #[status(404, members(kind))]
    Static { kind: &'static str },
    /// A text of the caller.
    #[status(409, members("text" = 0))]
    Caller(Option<&'a str>),
    /// It may be borrowed.
    #[status(410, members(name))]
    Owned { name: Cow<'a, str> },
    /// It is not decoded.
    #[status(422, members(kind), skip_decode)]
    Skipped { kind: &'static str },
}

fn main() {}
