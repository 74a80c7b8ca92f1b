//! A client that reads so slowly that the shop has to wait with what it sends.

use std::time::Duration;

use fastrand::Rng;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::time::{self, Instant};

use super::read_all;
use crate::http1::{Pace, Responses};
use crate::requests::{Accept, LARGE, Request};
use crate::world::World;

/// How long the client is slow. Then it reads the rest at once, or breaks off: the large response alone would
/// take minutes.
const SLOW: Duration = Duration::from_secs(4);

/// The receive buffer, in bytes. With much less, the connection stays slow.
const BUFFER: u32 = 8 * 1024;

pub async fn connection(world: &World, random: &mut Rng) {
    let Some((stream, _open)) = world.connect_with(Some(BUFFER)).await else { return };
    let until = Instant::now() + SLOW;
    let pause = Duration::from_millis(random.u64(1..20));
    let pace = Pace { bytes: random.usize(1..600), pause, until };
    let mut responses = Responses::new(world, "slow", stream, Some(pace));
    let length = random.u8(8..48);
    let large = random.u8(..length);
    let requests: Vec<Request> = (0..length)
        .map(|at| match at {
            _ if at == large => Request::new(&world.ledger, LARGE, Accept::Nothing, false),
            _ => Request::any(&world.ledger, random),
        })
        .collect();

    let bytes: Vec<u8> =
        requests.iter().flat_map(|request| request.bytes("HTTP/1.1", "")).collect();
    // An error means that the connection is closed, which the next read tells too.
    let _ = responses.stream().write_all(&bytes).await;
    let reading = read(world, &mut responses, &requests);
    if random.bool() {
        reading.await;
    } else if time::timeout_at(until, reading).await.is_err() {
        world.count("slow readers that broke off");
        responses.check_rest();
    }
}

async fn read(world: &World, responses: &mut Responses<'_, TcpStream>, requests: &[Request]) {
    for request in requests {
        world.count("responses to slow readers");
        if read_all(world, responses, request).await.is_none() {
            return;
        }
    }
}
