use status_core::HttpStatus;

fn code(_: &u8) -> u16 {
    500
}

#[derive(HttpStatus)]
enum Error {
    #[status(dynamic = self::code, fallback = 500)]
    NoFields(u8),
    #[status(dynamic = code(1), fallback = 500)]
    NoSuchField(u8),
    #[status(dynamic = self::code(0))]
    NoFallback(u8),
    #[status(dynamic = code("0"), fallback = 500)]
    NotAField(u8),
    #[status(dynamic = code(0), fallback = 200)]
    Outside(u8),
}

fn main() {}
