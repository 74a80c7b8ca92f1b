//! A client that does nothing wrong, except that its `Accept` may have 64 KB.

use std::error::Error;

use bytes::Bytes;
use fastrand::Rng;
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::time;

use super::lost;
use crate::faults::Requirement;
use crate::requests::{Accept, Kind, Request};
use crate::response::check;
use crate::world::{PATIENCE, World};

pub async fn connection(world: &World, random: &mut Rng) {
    let Some((stream, _open)) = world.connect().await else { return };
    let Ok((mut sender, connection)) = http1::handshake(TokioIo::new(stream)).await else { return };
    let connection = tokio::spawn(connection);
    for _ in 0..random.u8(1..100) {
        let accept = match random.u8(..100) {
            0..3 => Accept::Long,
            _ => Accept::short(random),
        };
        let kind = Kind::any(random);
        let request = Request::new(&world.ledger, kind, accept, random.bool());
        if accept == Accept::Long {
            world.count("requests with 64 KB of Accept");
        }
        match time::timeout(PATIENCE, exchange(world, &mut sender, &request)).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) if kind.leaves_content => world.count("unread content: closed"),
            Ok(Err(error)) => lost(world, &request, error),
            Err(_) => {
                let message = format!("load-{}: neither complete nor closed", request.id);
                world.faults.add(Requirement::Complete, message);
            }
        }
        if kind.leaves_content || sender.is_closed() || world.is_over() {
            break;
        }
    }
    drop(sender);
    // It ends because nothing more is sent.
    let _ = connection.await;
}

async fn exchange(
    world: &World,
    sender: &mut SendRequest<Full<Bytes>>,
    request: &Request,
) -> Result<(), Box<dyn Error>> {
    sender.ready().await?;
    let mut message = request.http("", Full::new(request.content.clone()))?;
    message.headers_mut().insert("host", "shop.example".parse()?);
    let response = sender.send_request(message).await?;
    let (head, content) = response.into_parts();
    let code = head.status.as_u16();
    world.ledger.answered(request.id, code);
    // hyper fails if the content is not as long as announced.
    let content = content.collect().await?.to_bytes();
    check(world, request, request.kind.codes, code, &head.headers, &content);
    Ok(())
}
