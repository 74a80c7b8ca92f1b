//! Prints how many allocations each response needs, one line each: `redacted tuple 5`.

mod cases;

use std::hint::black_box;

fn main() {
    for case in cases::CASES {
        let create = black_box(case.create);
        // Warm up: one-time allocations do not count.
        drop(create());
        let info = allocation_counter::measure(|| drop(create()));
        println!("{} {} {}", case.response, case.peer, info.count_total);
    }
}
