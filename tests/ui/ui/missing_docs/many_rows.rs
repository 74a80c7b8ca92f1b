status_core::status_table! {
    enum Error: 4xx {
        404 NotFound,
        410 Gone,
    }
}

fn main() {}
