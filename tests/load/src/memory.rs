//! The shop's memory over time.

use std::fmt;
use std::fs;
use std::time::{Duration, Instant};

use tokio::time::{self, MissedTickBehavior};

use crate::faults::{Faults, Requirement};
use crate::world::World;

/// A run of this length is judged by the requirement: at most 5 % between minute 2 and minute 10.
const FULL: Duration = Duration::from_secs(600);

/// The resident memory of the shop, once a second.
pub struct Memory {
    pid: u32,
    start: Instant,
    duration: Duration,
    samples: Vec<(Duration, u64)>,
}

impl Memory {
    pub fn new(pid: u32, duration: Duration) -> Self {
        Self { pid, start: Instant::now(), duration, samples: Vec::new() }
    }

    /// Takes samples until the load ends.
    pub async fn watch(&mut self, world: &World) {
        let mut ticks = time::interval(Duration::from_secs(1));
        ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
        while !world.is_over() {
            ticks.tick().await;
            if let Some(resident) = resident(self.pid) {
                self.samples.push((self.start.elapsed(), resident));
            }
        }
    }

    /// The median of a tenth of the run, in KiB: of one minute of ten. The memory of a single moment depends on
    /// what the requests of that moment hold.
    fn before(&self, end: Duration) -> Option<u64> {
        let start = end.saturating_sub(self.duration / 10);
        let samples = self.samples.iter().filter(|(at, _)| (start..=end).contains(at));
        let mut samples: Vec<u64> = samples.map(|(_, resident)| *resident).collect();
        samples.sort_unstable();
        samples.get(samples.len() / 2).copied()
    }

    /// The time and the memory at the start and at the end of what is compared, and by how many percent they
    /// may differ: of ten minutes, the last eight.
    ///
    /// A short run is over before every buffer has had its largest size. Its second half finds only what
    /// grows with every request, by kilobytes.
    fn compared(&self) -> Option<([(Duration, u64); 2], u64)> {
        let (start, bound) =
            if self.duration >= FULL { (self.duration / 5, 5) } else { (self.duration / 2, 20) };
        let end = self.samples.last()?.0;
        Some(([(start, self.before(start)?), (end, self.before(end)?)], bound))
    }

    pub fn judge(&self, faults: &Faults) {
        let Some(([(_, early), (_, late)], bound)) = self.compared() else {
            return faults.add(Requirement::Memory, "there are no samples");
        };
        if late.abs_diff(early) * 100 > early * bound {
            let message = format!("{early} KiB became {late} KiB, and {bound} % are allowed");
            faults.add(Requirement::Memory, message);
        }
    }
}

impl fmt::Display for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for tenth in 1..=10 {
            let at = self.duration * tenth / 10;
            let resident = self.before(at).unwrap_or_default();
            writeln!(f, "{:>4} s{resident:>10} KiB", at.as_secs())?;
        }
        let peak = self.samples.iter().map(|(_, resident)| *resident).max().unwrap_or_default();
        writeln!(f, "  peak{peak:>10} KiB")?;
        if let Some(([(from, early), (to, late)], bound)) = self.compared() {
            let [was, is] = [early, late].map(|kib| u32::try_from(kib).map_or(0.0, f64::from));
            let change = (is / was - 1.0) * 100.0;
            let [from, to] = [from, to].map(|at| at.as_secs());
            writeln!(f, "from {from} s to {to} s: {change:+.1} %, and {bound} % are allowed")?;
        }
        Ok(())
    }
}

/// In KiB.
fn resident(pid: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
