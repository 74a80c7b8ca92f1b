//! Prints how many allocations a request needs with each layer, one line each: `success cors 31`.

mod cases;

fn main() {
    cases::for_each(|response, peer, send| {
        // Warm up: one-time allocations do not count.
        send();
        let info = allocation_counter::measure(send);
        println!("{response} {peer} {}", info.count_total);
    });
}
