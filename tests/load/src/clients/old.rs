//! A client that speaks HTTP/1.0.

use fastrand::Rng;
use tokio::io::AsyncWriteExt as _;

use super::read_all;
use crate::faults::Requirement;
use crate::http1::Responses;
use crate::requests::{Accept, Kind, Request};
use crate::world::World;

pub async fn connection(world: &World, random: &mut Rng) {
    let Some((stream, _open)) = world.connect().await else { return };
    let mut responses = Responses::new(world, "old", stream, None);
    loop {
        let kind = Kind::any(random);
        let request = Request::new(&world.ledger, kind, Accept::short(random), random.bool());
        let keep = random.bool();
        let field = if keep { "connection: keep-alive\r\n" } else { "" };
        world.count("requests in HTTP/1.0");
        // An error means that the connection is closed, which the next read tells too.
        let _ = responses.stream().write_all(&request.bytes("HTTP/1.0", field)).await;
        let Some(response) = read_all(world, &mut responses, &request).await else { return };
        if !keep || response.is_last {
            if let Err(why) = responses.end().await {
                world.faults.add(Requirement::Complete, format!("load-{}: {why}", request.id));
            }
            return;
        }
        if kind.leaves_content || world.is_over() {
            return;
        }
    }
}
