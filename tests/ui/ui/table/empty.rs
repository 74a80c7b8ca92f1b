status_core::status_table! {}

fn main() {}
