//! A client that sends what is not a request. hyper answers, or closes the connection: the shop never sees it.

use fastrand::Rng;
use http::StatusCode;
use tokio::io::AsyncWriteExt as _;

use crate::faults::Requirement;
use crate::http1::{Read, Responses};
use crate::world::World;

const HEADS: [&str; 9] = [
    "sesame\r\nID\r\n",
    "GET / HTTP/7.3\r\nID\r\n",
    "GET /\u{1} HTTP/1.1\r\nID\r\n",
    "GET / HTTP/1.1\r\nno colon\r\nID\r\n",
    "POST /orders HTTP/1.1\r\ncontent-length: many\r\nID\r\n",
    "POST /orders HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\nID\r\n",
    "POST /orders HTTP/1.1\r\ntransfer-encoding: gzip\r\nID\r\n",
    "GET / HTTP/1.1\r\nMANY FIELDS\r\nID\r\n",
    "GET / HTTP/1.1\r\nLONG FIELD\r\nID\r\n",
];

pub async fn connection(world: &World, random: &mut Rng) {
    let Some((stream, _open)) = world.connect().await else { return };
    let mut responses = Responses::new(world, "malformed", stream, None);
    let id = world.ledger.begin("no request");
    world.ledger.refused(id);
    let head = HEADS[random.usize(..HEADS.len())]
        .replace("ID", &format!("x-request-id: load-{id}\r\n"))
        .replace("MANY FIELDS", "a: b\r\n".repeat(200).trim_end())
        .replace("LONG FIELD", &format!("a: {}", "b".repeat(1 << 20)));
    // An error means that the connection is closed, which the next read tells too.
    let _ = responses.stream().write_all(head.as_bytes()).await;
    let fault = |requirement, what| world.faults.add(requirement, format!("load-{id}: {what}"));
    match responses.next("GET").await {
        Ok(Read::Response(response)) => {
            world.ledger.answered(id, response.code);
            if !StatusCode::from_u16(response.code).is_ok_and(|code| code.is_client_error()) {
                fault(Requirement::Answer, format!("the code for no request is {}", response.code));
            }
            if let Err(why) = responses.end().await {
                fault(Requirement::Complete, why);
            }
        }
        Ok(Read::Closed(_)) => world.count("no request: closed without a response"),
        Err(why) => fault(Requirement::Complete, why),
    }
}
