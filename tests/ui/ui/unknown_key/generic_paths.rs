use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    #[status(dynamic = X::<u8>::code, fallback = 500)]
    NoArguments(u16),
    #[status(dynamic = X::<u8>::code(a)?, fallback = 500)]
    More { a: u16 },
    #[status(dynamic = #[x] code(a), fallback = 500)]
    Attribute { a: u16 },
    #[status(dynamic = X<u8>::code(a), fallback = 500)]
    Bare { a: u16 },
    #[status(dynamic = m::X<u8>::code(a), fallback = 500)]
    BareInAPath { a: u16 },
}

/// An attribute.
#[derive(HttpStatus)]
#[status(404, body = #[x] envelope)]
struct Attribute;

/// A call.
#[derive(HttpStatus)]
#[status(404, body = X::<u8>::envelope())]
struct Called;

/// As in a type.
#[derive(HttpStatus)]
#[status(404, body = X<u8>::envelope)]
struct Bare;

fn main() {}
