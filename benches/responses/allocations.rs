//! How often each response allocates while it is made, a line each: `response peer allocations bytes`.

mod peers;

use std::hint::black_box;

fn main() {
    for case in peers::CASES {
        // What happens once in a process is not a response's own.
        drop(black_box((case.create)()));
        let info = allocation_counter::measure(|| black_box(case.live)());
        println!("{}\t{}\t{}\t{}", case.response, case.peer, info.count_total, info.bytes_total);
    }
}
