use status_core::HttpStatus;

#[derive(HttpStatus)]
union Failed {
    code: u16,
}

fn main() {}
