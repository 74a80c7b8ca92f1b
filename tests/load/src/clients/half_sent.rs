//! A client that sends half of a content, and then waits, goes on, stops, or sends nonsense.

use std::time::Duration;

use fastrand::Rng;
use tokio::io::AsyncWriteExt as _;
use tokio::time::{self, Instant};

use super::{read, read_all};
use crate::http1::Responses;
use crate::requests::{Accept, Kind, Request};
use crate::world::World;

pub async fn connection(world: &World, random: &mut Rng) {
    let Some((stream, _open)) = world.connect().await else { return };
    let mut responses = Responses::new(world, "half_sent", stream, None);
    let kind = Kind::any_that(random, |kind| kind.has_content() && !kind.leaves_content);
    let request = Request::new(&world.ledger, kind, Accept::short(random), random.bool());
    let (half, rest) = request.content.split_at(random.usize(..request.content.len()));
    let is_chunked = random.bool();
    let (length, half, rest) = if is_chunked {
        let chunk = |part: &[u8]| match part.len() {
            0 => Vec::new(),
            length => [format!("{length:x}\r\n").as_bytes(), part, b"\r\n"].concat(),
        };
        let length = "transfer-encoding: chunked\r\n\r\n".to_owned();
        (length, chunk(half), [&chunk(rest), &b"0\r\n\r\n"[..]].concat())
    } else {
        let length = format!("content-length: {}\r\n\r\n", request.content.len());
        (length, half.to_vec(), rest.to_vec())
    };
    let start = [&request.start("HTTP/1.1"), length.as_bytes(), &half].concat();
    let _ = responses.stream().write_all(&start).await;
    let pause = Duration::from_millis(random.u64(..300));

    let what = match random.u8(..5) {
        0 | 1 => {
            time::sleep(pause).await;
            let _ = responses.stream().write_all(&rest).await;
            read_all(world, &mut responses, &request).await;
            "the rest came later"
        }
        2 => {
            let _ = responses.stream().shutdown().await;
            match read(world, &mut responses, &request, &[400], true).await {
                Some(_) => "nothing more can come, 400",
                None => "nothing more can come, closed",
            }
        }
        3 if is_chunked => {
            let _ = responses.stream().write_all(b"no size\r\n").await;
            match read(world, &mut responses, &request, &[400], true).await {
                Some(_) => "the rest is nonsense, 400",
                None => "the rest is nonsense, closed",
            }
        }
        _ => {
            // Now and then longer than the shop may wait.
            let patience = if random.u8(..4) == 0 { Duration::from_secs(35) } else { pause * 10 };
            let deadline = world.deadline().min(Instant::now() + patience);
            let answer = read(world, &mut responses, &request, &[408, 503], true);
            match time::timeout_at(deadline, answer).await {
                Ok(Some(_)) => "the client waited for the timeout",
                Ok(None) => "the client waited until the shop closed the connection",
                Err(_) => "the client waited and left",
            }
        }
    };
    world.count(format!("half a content: {what}"));
}
