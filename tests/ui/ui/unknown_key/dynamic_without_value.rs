use status_core::HttpStatus;

/// A struct.
#[derive(HttpStatus)]
#[status(dynamic, fallback = 500)]
struct Struct {
    x: u16,
}

#[derive(HttpStatus)]
enum Error {
    #[status(dynamic)]
    NoFallback(u16),
    #[status(dynamic, falback = 500)]
    Misspelled(u16),
    #[status(dynamic(code))]
    List { code: u16 },
    #[status(dynamic = , fallback = 500)]
    Two { code: u16, text: String },
    #[status(dynamic, fallback = 500)]
    NoField,
    #[status(fallback = 500)]
    Alone { code: u16 },
    #[status(fallback = 500)]
    AloneOption(Option<u16>),
    #[status(fallback = 500)]
    AloneNoField,
}

fn main() {}
