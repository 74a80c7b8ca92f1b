use status_core::HttpStatus;

/// Its message has a header.
#[derive(HttpStatus)]
#[repr(C, packed(2))]
#[status(422, header("X-Line" = line), members(line, column), detail = text)]
struct Unparsed {
    line: u32,
    column: u32,
    text: u64,
}

/// Its code is known at run time.
#[derive(HttpStatus)]
#[repr(packed)]
#[status(dynamic = 0, fallback = 502)]
struct Relayed(u16);

/// It is not packed.
#[derive(HttpStatus)]
#[repr(C, align(8))]
#[status(422, members(line))]
struct Aligned {
    line: u32,
}

/// It uses no field.
#[derive(HttpStatus)]
#[repr(packed)]
#[status(422)]
struct Plain {
    line: u32,
}

fn main() {}
