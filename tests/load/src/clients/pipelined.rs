//! A client that sends many requests before it reads a response.

use fastrand::Rng;
use tokio::io::AsyncWriteExt as _;

use super::read_all;
use crate::http1::Responses;
use crate::requests::{Accept, Kind, Request};
use crate::world::World;

pub async fn connection(world: &World, random: &mut Rng) {
    let Some((stream, _open)) = world.connect().await else { return };
    let mut responses = Responses::new(world, "pipelined", stream, None);
    for _ in 0..random.u8(1..8) {
        let mut requests: Vec<Request> =
            (0..random.u8(2..32)).map(|_| Request::any(&world.ledger, random)).collect();
        // After unread content, the shop may close the connection: nothing can follow.
        let ends = random.u8(..) < 32;
        if ends {
            let kind = Kind::any_that(random, |kind| kind.leaves_content);
            requests.push(Request::new(&world.ledger, kind, Accept::Json, false));
        }

        let bytes: Vec<u8> =
            requests.iter().flat_map(|request| request.bytes("HTTP/1.1", "")).collect();
        let _ = responses.stream().write_all(&bytes).await;
        for request in &requests {
            world.count("requests in a pipeline");
            if read_all(world, &mut responses, request).await.is_none() {
                return;
            }
        }
        if ends || world.is_over() {
            return;
        }
    }
}
