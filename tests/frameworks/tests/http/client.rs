//! A client that hands over what was sent, and reads nothing into it.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// A response as it was sent.
pub struct Sent {
    pub line: String,
    /// The header fields in order, their names in lower case.
    pub fields: Vec<(String, String)>,
    pub content: String,
    pub raw: String,
}

pub fn send(address: SocketAddr, method: &str, path: &str, accept: &str) -> Sent {
    exchange(address, &format!("{method} {path} HTTP/1.1\r\nAccept: {accept}"), "")
}

/// With content.
#[allow(dead_code, reason = "not in each of the tests")]
pub fn send_content(
    address: SocketAddr,
    method: &str,
    path: &str,
    accept: &str,
    content: &str,
) -> Sent {
    let length = content.len();
    let head = format!("{method} {path} HTTP/1.1\r\nAccept: {accept}\r\nContent-Length: {length}");
    exchange(address, &head, content)
}

fn exchange(address: SocketAddr, head: &str, content: &str) -> Sent {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    write!(stream, "{head}\r\nHost: shop.example\r\nConnection: close\r\n\r\n{content}").unwrap();
    let mut raw = String::new();
    stream.read_to_string(&mut raw).unwrap();
    let (head, content) = raw.split_once("\r\n\r\n").expect("a header ends with an empty line");
    let mut lines = head.split("\r\n");
    let line = lines.next().unwrap_or_default().to_owned();
    let fields = lines.map(|line| line.split_once(':').expect("a header field has a colon"));
    let mut fields: Vec<(String, String)> =
        fields.map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned())).collect();
    fields.sort();
    Sent { line, fields, content: content.to_owned(), raw }
}
