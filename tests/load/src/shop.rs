//! The shop, as a child process.

use std::io::{self, BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::faults::Requirement;
use crate::ledger::Ledger;
use crate::log::Log;
use crate::world::World;

/// How long the shop may take to end after Ctrl-C. Its own limit is two seconds.
const END: Duration = Duration::from_secs(30);

pub struct Shop {
    child: Child,
    pub address: SocketAddr,
    log: Option<JoinHandle<Log>>,
}

impl Shop {
    pub fn start(program: &Path, ledger: Arc<Ledger>) -> io::Result<Self> {
        let mut child = Command::new(program)
            .arg("--json")
            .env("PORT", "0")
            .env("RUST_BACKTRACE", "0")
            // Otherwise glibc keeps what is freed, and the peak of a moment looks like growth.
            .env("MALLOC_MMAP_THRESHOLD_", "65536")
            .env("MALLOC_TRIM_THRESHOLD_", "65536")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let log = child.stderr.take().map(|err| thread::spawn(move || Log::read(err, &ledger)));
        let mut shop = Self { child, address: SocketAddr::from(([127, 0, 0, 1], 0)), log };
        let mut line = String::new();
        if let Some(out) = &mut shop.child.stdout {
            // The rest of what the shop prints fits into the pipe, so nobody has to read it.
            BufReader::with_capacity(256, out).read_line(&mut line)?;
        }
        shop.address = line
            .split(' ')
            .find_map(|word| word.strip_prefix("http://")?.parse().ok())
            .ok_or_else(|| io::Error::other(format!("the shop's first line was {line:?}")))?;
        Ok(shop)
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Stops the shop as Ctrl-C does, and returns its log.
    pub fn stop(&mut self, world: &World) -> io::Result<Log> {
        if let Some(status) = self.child.try_wait()? {
            world.faults.add(Requirement::NoPanic, format!("the shop ended early, with {status}"));
        } else {
            Command::new("kill").args(["-INT", &self.pid().to_string()]).status()?;
        }
        let deadline = Instant::now() + END;
        let status = loop {
            match self.child.try_wait()? {
                Some(status) => break Some(status),
                None if Instant::now() > deadline => break None,
                None => thread::sleep(Duration::from_millis(50)),
            }
        };
        if !status.is_some_and(|status| status.success()) {
            let message = format!("after Ctrl-C the shop did not end well: {status:?}");
            world.faults.add(Requirement::NoPanic, message);
            self.child.kill()?;
        }
        let log = self.log.take().and_then(|log| log.join().ok());
        log.ok_or_else(|| io::Error::other("the shop's log could not be read"))
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        // Both fail if it has already ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
