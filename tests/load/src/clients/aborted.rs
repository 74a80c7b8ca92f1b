//! A client that breaks off: before, within and after its request, and within the response.

use std::time::Duration;

use fastrand::Rng;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::time;

use crate::requests::{Accept, Kind, LARGE, Request};
use crate::response::check_redacted;
use crate::world::{PATIENCE, World};

pub async fn connection(world: &World, random: &mut Rng) {
    let Some((mut stream, _open)) = world.connect().await else { return };
    let request = match random.u8(..) {
        0..32 => Request::new(&world.ledger, LARGE, Accept::Nothing, false),
        _ => Request::new(&world.ledger, Kind::any(random), Accept::short(random), random.bool()),
    };
    let bytes = request.bytes("HTTP/1.1", "");
    let head = bytes.len() - request.content.len();
    let (what, sent) = match random.u8(..6) {
        0 => ("before the request", 0),
        1 => ("within the head", random.usize(1..head)),
        2 => ("after the head", head),
        3 => ("within the request", random.usize(..bytes.len())),
        4 => ("after the request", bytes.len()),
        _ => ("within the response", bytes.len()),
    };
    world.count(format!("broken off {what}"));
    if stream.write_all(&bytes[..sent]).await.is_err() {
        return;
    }
    if what == "within the response" {
        let mut some = vec![0; random.usize(1..300)];
        // Nothing more is expected of these bytes: `http1` reads whole responses.
        if let Ok(Ok(read)) = time::timeout(PATIENCE, stream.read(&mut some)).await {
            check_redacted(world, &some[..read]);
        }
    } else if random.bool() {
        // The shop gets to work in the meantime.
        time::sleep(Duration::from_millis(random.u64(..20))).await;
    }
    if random.bool() {
        // The connection is reset instead of closed. An error means that the shop has closed it.
        let _ = stream.set_zero_linger();
    }
}
