//! How long the clients wait.

use std::time::Duration;

use status_core::Retry;
use tokio::time::{self, Instant, Sleep};
use tower::retry::backoff::{
    Backoff as _, ExponentialBackoff, ExponentialBackoffMaker, MakeBackoff as _,
};
use tower::util::rng::HasherRng;

/// The longest time that a request may take with all its tries: no wait begins that would exceed it, and
/// a timeout ends a try that does.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The longest delay where the server does not say how long to wait.
const LONGEST: Duration = Duration::from_secs(5);

/// What is left of the patience for one request.
#[derive(Clone, Debug)]
pub struct Patience {
    start: Instant,
    backoff: ExponentialBackoff,
}

impl Patience {
    /// Begins with the first try.
    pub fn start() -> Self {
        // Longer each time, and with jitter: many clients must not come back at once.
        let backoff = ExponentialBackoffMaker::new(
            Duration::from_millis(100),
            LONGEST,
            0.5,
            HasherRng::new(),
        );
        // Fails only for delays that are in the wrong order, and for jitter outside of 0 to 100.
        let backoff = backoff.expect("the delays are in order").make_backoff();
        Self { start: Instant::now(), backoff }
    }

    /// Waits before the next try: as long as the server says, or else a little longer each time.
    /// `None` if there is no next try: the request must not be sent again, or it would be too late.
    pub fn wait(&mut self, retry: Retry) -> Option<Sleep> {
        let at_most = retry.delay().unwrap_or(LONGEST);
        if retry == Retry::Never || self.start.elapsed().saturating_add(at_most) > PATIENCE {
            return None;
        }
        Some(match retry.delay() {
            Some(delay) => time::sleep(delay),
            None => self.backoff.next_backoff(),
        })
    }
}
