use status_core::HttpStatus;

fn text(_: &u8) -> &'static str {
    "500"
}

fn option(_: &u8) -> Option<String> {
    None
}

fn by_value(code: u8) -> u16 {
    code.into()
}

#[derive(HttpStatus)]
enum Error {
    #[status(dynamic = text(0), fallback = 500)]
    Text(u8),
    #[status(dynamic = option(0), fallback = 500)]
    Option(u8),
    #[status(dynamic = by_value(0), fallback = 500)]
    ByValue(u8),
    #[status(dynamic = nowhere(0), fallback = 500)]
    Nowhere(u8),
}

fn main() {}
