//! Puts the shop under load: every error it has, and clients that break off, stall and send nonsense.
//!
//! ```text
//! status-load PROGRAM SECONDS
//! ```
//!
//! `PROGRAM` is the built shop, which this program starts on a free port of the loopback interface and stops at
//! the end. It fails if one of [the requirements](faults::Requirement) does not hold.

mod clients;
mod faults;
mod http1;
mod ledger;
mod log;
mod memory;
mod requests;
mod response;
mod shop;
mod world;

use std::env;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use crate::faults::Requirement;
use crate::ledger::Ledger;
use crate::memory::Memory;
use crate::shop::Shop;
use crate::world::World;

fn arguments() -> Option<(String, Duration)> {
    let mut arguments = env::args().skip(1);
    let (program, seconds) = (arguments.next()?, arguments.next()?.parse().ok()?);
    // A shorter run does not reach every kind of request.
    (seconds >= 10 && arguments.next().is_none()).then(|| (program, Duration::from_secs(seconds)))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Some((program, duration)) = arguments() else {
        eprintln!("usage: status-load PROGRAM SECONDS (at least 10)");
        return ExitCode::from(2);
    };
    match run(Path::new(&program), duration).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("status-load: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns whether everything that is required holds.
async fn run(program: &Path, duration: Duration) -> std::io::Result<bool> {
    let ledger = Arc::new(Ledger::new());
    let mut shop = Shop::start(program, Arc::clone(&ledger))?;
    let world = Arc::new(World::new(shop.address, ledger, Instant::now() + duration));
    let mut memory = Memory::new(shop.pid(), duration);

    let clients = clients::start(&world);
    memory.watch(&world).await;
    clients.join_all().await;

    let log = shop.stop(&world)?;
    memory.judge(&world.faults);
    world.ledger.judge(&world.faults);
    for line in log.strange {
        world.faults.add(Requirement::NoPanic, line);
    }
    for line in log.wrong_events {
        world.faults.add(Requirement::OneEvent, line);
    }
    let peak = world.connections.peak();
    if peak < clients::CONNECTIONS {
        let message = format!("only {peak} connections were open at once");
        world.faults.add(Requirement::Reached, message);
    }

    println!("{}{world}{memory}", world.ledger);
    print!("{}", world.faults);
    Ok(world.faults.is_empty())
}
