//! Sends requests through each layer. `status-benches` runs this program under callgrind.

mod cases;

fn main() {
    cases::for_each(|_, _, send| {
        // The figure is the mean, so one-time work has little influence.
        for _ in 0..100 {
            send();
        }
    });
}
