//! A client that speaks HTTP/2 and resets its streams at any point.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use fastrand::Rng;
use h2::Reason;
use h2::client::{Builder, SendRequest};
use tokio::task::JoinSet;
use tokio::time::error::Elapsed;
use tokio::time::{self, Instant};

use super::lost;
use crate::faults::Requirement;
use crate::requests::{Accept, Kind, LARGE, Request};
use crate::response::{check, check_redacted};
use crate::world::{PATIENCE, World};

/// How long a client with a small window waits for a content.
const SLOW: Duration = Duration::from_secs(4);

/// Where a stream is reset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reset {
    Nowhere,
    AfterHead,
    WithinContent,
    AfterRequest,
    AfterResponseHead,
    WithinResponse,
}

pub async fn connection(world: &Arc<World>, random: &mut Rng) {
    let Some((stream, _open)) = world.connect().await else { return };
    let mut builder = Builder::new();
    let is_slow = random.u8(..4) == 0;
    if is_slow {
        // The shop may send so many bytes of a content before it has to wait.
        builder.initial_window_size(random.u32(1..500));
    }
    let Ok((sender, connection)) = builder.handshake::<_, Bytes>(stream).await else {
        return world.count("HTTP/2: closed in the handshake");
    };
    let connection = tokio::spawn(connection);
    for _ in 0..random.u8(1..16) {
        let mut streams = JoinSet::new();
        for _ in 0..random.u8(1..=16) {
            let (world, sender, random) = (Arc::clone(world), sender.clone(), random.fork());
            streams.spawn(async move { one(&world, sender, random, is_slow).await });
        }
        streams.join_all().await;
        if connection.is_finished() || world.is_over() {
            break;
        }
    }
    drop(sender);
    if random.bool() {
        // Without a word.
        connection.abort();
    }
    let _ = connection.await;
}

async fn one(world: &World, sender: SendRequest<Bytes>, mut random: Rng, is_slow: bool) {
    let reset = match random.u8(..10) {
        0 => Reset::AfterHead,
        1 => Reset::WithinContent,
        2 => Reset::AfterRequest,
        3 => Reset::AfterResponseHead,
        4 => Reset::WithinResponse,
        _ => Reset::Nowhere,
    };
    let (kind, accept, gzip) = match random.u8(..) {
        0..2 => (Kind::any(&mut random), Accept::Long, false),
        2..6 => (LARGE, Accept::Nothing, false),
        _ => (Kind::any(&mut random), Accept::short(&mut random), random.bool()),
    };
    let request = Request::new(&world.ledger, kind, accept, gzip);
    if accept == Accept::Long {
        // More than h2 allows all fields to have. It closes the connection.
        world.ledger.refused(request.id);
        world.count("HTTP/2: 64 KB of Accept");
    }
    world.count(format!("HTTP/2: reset {reset:?}"));
    let Err(error) = exchange(world, sender, &request, reset, is_slow, &mut random).await else {
        return;
    };
    match error.downcast_ref::<h2::Error>() {
        // The shop has closed the connection, and with it every stream.
        Some(error) if error.is_io() || error.reason() == Some(Reason::ENHANCE_YOUR_CALM) => {
            world.count(format!("HTTP/2: stream ended with its connection: {error}"));
        }
        Some(error) if kind.leaves_content && error.reason() == Some(Reason::NO_ERROR) => {
            world.count("HTTP/2: unread content: reset");
        }
        _ if error.is::<Elapsed>() => {
            let message = format!("load-{}: a stream neither complete nor reset", request.id);
            world.faults.add(Requirement::Complete, message);
        }
        _ => lost(world, &request, error),
    }
}

async fn exchange(
    world: &World,
    sender: SendRequest<Bytes>,
    request: &Request,
    reset: Reset,
    is_slow: bool,
    random: &mut Rng,
) -> Result<(), Box<dyn Error>> {
    let content = request.content.clone();
    let mut sender = time::timeout(PATIENCE, sender.ready()).await??;
    let ends_with_head = content.is_empty() && reset != Reset::AfterHead;
    let message = request.http(&world.origin, ())?;
    let (response, mut sent) = sender.send_request(message, ends_with_head)?;
    // The sender counts as a stream that is wanted.
    drop(sender);
    if reset == Reset::AfterHead {
        time::sleep(Duration::from_millis(random.u64(..5))).await;
        sent.send_reset(Reason::CANCEL);
        return Ok(());
    }
    if !content.is_empty() {
        let half = random.usize(..content.len());
        // An error means that there is a response already, or no connection any longer.
        let _ = sent.send_data(content.slice(..half), false);
        if reset == Reset::WithinContent {
            time::sleep(Duration::from_millis(random.u64(..5))).await;
            sent.send_reset(Reason::CANCEL);
            return Ok(());
        }
        let _ = sent.send_data(content.slice(half..), true);
    }
    if reset == Reset::AfterRequest {
        time::sleep(Duration::from_millis(random.u64(..5))).await;
        sent.send_reset(Reason::CANCEL);
        return Ok(());
    }

    let (head, mut content) = time::timeout(PATIENCE, response).await??.into_parts();
    let code = head.status.as_u16();
    world.ledger.answered(request.id, code);
    match reset {
        Reset::AfterResponseHead => {
            sent.send_reset(Reason::CANCEL);
            return Ok(());
        }
        Reset::WithinResponse => {
            if let Some(data) = time::timeout(PATIENCE, content.data()).await? {
                check_redacted(world, &data?);
            }
            sent.send_reset(Reason::CANCEL);
            return Ok(());
        }
        _ => {}
    }
    let until = Instant::now() + SLOW;
    let mut bytes = Vec::new();
    while let Some(data) = time::timeout(PATIENCE, content.data()).await? {
        // h2 fails if the content is not as long as announced.
        let data = data?;
        bytes.extend_from_slice(&data);
        if is_slow {
            if Instant::now() > until {
                world.count("HTTP/2: slow readers that broke off");
                check_redacted(world, &bytes);
                sent.send_reset(Reason::CANCEL);
                return Ok(());
            }
            time::sleep(Duration::from_millis(random.u64(..3))).await;
        }
        content.flow_control().release_capacity(data.len())?;
    }
    check(world, request, request.kind.codes, code, &head.headers, &bytes);
    Ok(())
}
