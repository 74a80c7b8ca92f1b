//! What all clients share.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::net::{TcpSocket, TcpStream};
use tokio::time::Instant;

use crate::faults::{Faults, Requirement};
use crate::ledger::Ledger;

/// How long a client waits before it calls a response incomplete. A busy machine is slow, but not this slow.
pub const PATIENCE: Duration = Duration::from_secs(60);

pub struct World {
    address: SocketAddr,
    /// For the URIs of requests.
    pub origin: String,
    pub ledger: Arc<Ledger>,
    pub faults: Faults,
    pub connections: Connections,
    deadline: Instant,
    unreachable: AtomicBool,
    happened: Mutex<BTreeMap<String, u64>>,
}

impl World {
    pub fn new(address: SocketAddr, ledger: Arc<Ledger>, deadline: Instant) -> Self {
        Self {
            address,
            origin: format!("http://{address}"),
            ledger,
            faults: Faults::default(),
            connections: Connections::default(),
            deadline,
            unreachable: AtomicBool::new(false),
            happened: Mutex::default(),
        }
    }

    /// When the clients have to end.
    pub fn deadline(&self) -> Instant {
        self.deadline
    }

    /// Whether the clients have to end.
    pub fn is_over(&self) -> bool {
        self.unreachable.load(Relaxed) || Instant::now() >= self.deadline
    }

    /// Counts what happened, for the summary.
    pub fn count(&self, what: impl Into<String>) {
        let mut happened = self.happened.lock().unwrap_or_else(PoisonError::into_inner);
        *happened.entry(what.into()).or_default() += 1;
    }

    /// Opens a connection. If that fails, the shop is gone, and the run is over.
    pub async fn connect(&self) -> Option<(TcpStream, Open)> {
        self.connect_with(None).await
    }

    /// Opens a connection with a receive buffer of this size.
    pub async fn connect_with(&self, buffer: Option<u32>) -> Option<(TcpStream, Open)> {
        let connect = async {
            let socket = TcpSocket::new_v4()?;
            if let Some(size) = buffer {
                socket.set_recv_buffer_size(size)?;
            }
            let stream = socket.connect(self.address).await?;
            stream.set_nodelay(true)?;
            io::Result::Ok(stream)
        };
        match connect.await {
            Ok(stream) => Some((stream, self.connections.open())),
            Err(error) => {
                self.unreachable.store(true, Relaxed);
                self.faults.add(Requirement::NoPanic, format!("the shop is gone: {error}"));
                None
            }
        }
    }
}

impl fmt::Display for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let happened = self.happened.lock().unwrap_or_else(PoisonError::into_inner);
        for (what, count) in &*happened {
            writeln!(f, "{count:>10}  {what}")?;
        }
        writeln!(f, "{:>10}  connections at once, at most\n", self.connections.peak())
    }
}

/// How many connections are open.
#[derive(Clone, Default)]
pub struct Connections(Arc<(AtomicUsize, AtomicUsize)>);

impl Connections {
    fn open(&self) -> Open {
        let (now, peak) = &*self.0;
        peak.fetch_max(now.fetch_add(1, Relaxed) + 1, Relaxed);
        Open(self.clone())
    }

    pub fn peak(&self) -> usize {
        self.0.1.load(Relaxed)
    }
}

/// An open connection.
pub struct Open(Connections);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.0.0.fetch_sub(1, Relaxed);
    }
}
