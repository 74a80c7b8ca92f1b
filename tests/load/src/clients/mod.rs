//! The clients: what each does with its connections, again and again.

mod aborted;
mod half_sent;
mod http2;
mod malformed;
mod old;
mod ordinary;
mod pipelined;
mod slow;

use std::sync::Arc;
use std::time::Duration;

use fastrand::Rng;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time;

use crate::faults::Requirement;
use crate::http1::{Read, Response, Responses};
use crate::requests::{Kind, Request};
use crate::response::check;
use crate::world::World;

/// How many connections must be open at once.
pub const CONNECTIONS: usize = 256;

/// Each client has one connection at a time, and some are just about to open their next one.
const CLIENTS: usize = CONNECTIONS + 16;

/// The time between the starts of two clients.
const START: Duration = Duration::from_millis(10);

/// Starts all clients. They end with the load.
pub fn start(world: &Arc<World>) -> JoinSet<()> {
    let mut clients = JoinSet::new();
    for number in 0..CLIENTS {
        let world = Arc::clone(world);
        // The same requests in every run, in whatever order the connections take them.
        let mut random = Rng::with_seed(u64::try_from(number).unwrap_or_default());
        clients.spawn(async move {
            // A burst of all would overflow the queue of the listener, and the system would then reset
            // connections that the shop has not seen.
            time::sleep(START * u32::try_from(number).unwrap_or_default()).await;
            while !world.is_over() {
                match number % 16 {
                    0..4 => ordinary::connection(&world, &mut random).await,
                    4..6 => pipelined::connection(&world, &mut random).await,
                    6..8 => slow::connection(&world, &mut random).await,
                    8 => old::connection(&world, &mut random).await,
                    9 | 10 => aborted::connection(&world, &mut random).await,
                    11 | 12 => half_sent::connection(&world, &mut random).await,
                    13 => malformed::connection(&world, &mut random).await,
                    _ => http2::connection(&world, &mut random).await,
                }
            }
        });
    }
    clients
}

/// Reads the HTTP/1 response to a request of which nothing is missing.
async fn read_all(
    world: &World,
    responses: &mut Responses<'_, TcpStream>,
    request: &Request,
) -> Option<Response> {
    let Kind { codes, leaves_content, .. } = request.kind;
    read(world, responses, request, codes, *leaves_content).await
}

/// Reads the HTTP/1 response to a request, and checks it. Returns `None` if nothing more comes on this connection.
async fn read(
    world: &World,
    responses: &mut Responses<'_, TcpStream>,
    request: &Request,
    codes: &[u16],
    may_close: bool,
) -> Option<Response> {
    match responses.next(request.method()).await {
        Ok(Read::Response(response)) => {
            world.ledger.answered(request.id, response.code);
            check(world, request, codes, response.code, &response.fields, &response.content);
            return Some(response);
        }
        Ok(Read::Closed(code)) => {
            if let Some(code) = code {
                world.ledger.answered(request.id, code);
            }
            if !may_close {
                lost(world, request, format_args!("closed, {}", responses.describe()));
            }
        }
        Err(why) => {
            let message = format!("load-{} ({}): {why}", request.id, request.kind.name);
            world.faults.add(Requirement::Complete, message);
        }
    }
    None
}

/// A request without a response, although nothing was wrong with it.
fn lost(world: &World, request: &Request, why: impl std::fmt::Display) {
    let message = format!("load-{} ({}) has no response: {why}", request.id, request.kind.name);
    world.faults.add(Requirement::Answer, message);
}
