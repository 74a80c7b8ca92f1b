//! An HTTP/1.1 client that shows responses as they are on the wire.
//!
//! Client libraries hide what many tests are about: the reason phrase, the order of header fields,
//! whether a response to `HEAD` has content. This client panics on anything unexpected.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

/// The read timeout, so that a test fails instead of hanging.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A response as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The status line.
    pub line: String,
    /// The header fields in order, with their names in lower case.
    pub fields: Vec<(String, String)>,
    /// The content. If it was sent in chunks, with the chunk sizes.
    pub content: String,
}

impl Response {
    /// Parses the head of a response, without the empty line that ends it.
    ///
    /// # Panics
    ///
    /// Panics if it is not the head of an HTTP/1.1 response.
    #[must_use]
    pub fn parse(head: &str, content: String) -> Self {
        let mut lines = head.split("\r\n");
        let line = lines.next().unwrap_or_default().to_owned();
        assert!(line.starts_with("HTTP/1.1 "), "expected a status line, found {line:?}");
        let field = |line: &str| {
            let (name, value) = line.split_once(':').expect("a header field has a colon");
            (name.to_ascii_lowercase(), value.trim().to_owned())
        };
        Self { line, fields: lines.map(field).collect(), content }
    }

    /// The values of a header field, whose name is in lower case.
    #[must_use]
    pub fn all(&self, name: &str) -> Vec<&str> {
        let fields = self.fields.iter().filter(|(other, _)| other == name);
        fields.map(|(_, value)| value.as_str()).collect()
    }

    /// The value of a header field that was sent once.
    ///
    /// # Panics
    ///
    /// Panics if the field was not sent, or more than once.
    #[must_use]
    #[track_caller]
    pub fn one(&self, name: &str) -> &str {
        let values = self.all(name);
        assert_eq!(values.len(), 1, "{name} in {self:?}");
        values[0]
    }
}

/// A connection to a server, for requests that are written by hand.
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    /// Connects to a server.
    ///
    /// # Panics
    ///
    /// Panics if the server does not accept the connection.
    pub fn open(address: impl ToSocketAddrs) -> Self {
        let stream = TcpStream::connect(address).expect("the server accepts a connection");
        stream.set_read_timeout(Some(TIMEOUT)).expect("the timeout is not zero");
        Self(BufReader::new(stream))
    }

    /// Writes a request or a part of one.
    ///
    /// # Panics
    ///
    /// Panics if the server has closed the connection.
    pub fn write(&mut self, request: impl AsRef<[u8]>) {
        self.0.get_mut().write_all(request.as_ref()).expect("the server reads the request");
    }

    /// Reads the next response. Its content is as long as its `Content-Length`; a response to
    /// `HEAD` has none. The connection can then be used again, so content that must not be there
    /// shows up as a broken status line of the next response.
    ///
    /// # Panics
    ///
    /// Panics if the server sends anything else.
    pub fn read_response(&mut self, method: &str) -> Response {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let read = self.0.read_until(b'\n', &mut head).expect("the server sends a head");
            assert_ne!(read, 0, "the response ends too early: {}", head.escape_ascii());
        }
        let head = String::from_utf8(head).expect("the head is UTF-8");
        let mut response = Response::parse(head.trim_end(), String::new());
        if method != "HEAD" {
            let length = response.one("content-length").parse().expect("a length is a number");
            let mut content = vec![0; length];
            self.0.read_exact(&mut content).expect("the server sends all of the content");
            response.content = String::from_utf8(content).expect("the content is UTF-8");
        }
        response
    }

    /// Reads all bytes until the server closes or resets the connection.
    ///
    /// # Panics
    ///
    /// Panics if the server keeps the connection open for 30 seconds without sending anything.
    #[must_use]
    pub fn read_to_end(mut self) -> Vec<u8> {
        use std::io::ErrorKind::{ConnectionAborted, ConnectionReset};

        let mut bytes = Vec::new();
        match self.0.read_to_end(&mut bytes) {
            Err(error) if !matches!(error.kind(), ConnectionAborted | ConnectionReset) => {
                panic!("{error} after {}", bytes.escape_ascii())
            }
            _ => bytes,
        }
    }
}

/// Sends a request on a new connection and reads until the server closes it.
///
/// `Host`, `Connection` and, with content, `Content-Length` are added to the header fields.
///
/// # Panics
///
/// Panics if the server sends anything other than one response in UTF-8.
pub fn request(
    address: impl ToSocketAddrs,
    method: &str,
    path: &str,
    fields: &[(&str, &str)],
    content: &str,
) -> Response {
    let mut head =
        format!("{method} {path} HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n");
    let length = content.len().to_string();
    let length = Some(("Content-Length", length.as_str())).filter(|_| !content.is_empty());
    for (name, value) in fields.iter().copied().chain(length) {
        head.extend([name, ": ", value, "\r\n"]);
    }
    let mut connection = Connection::open(address);
    connection.write(format!("{head}\r\n{content}"));
    let response = String::from_utf8(connection.read_to_end()).expect("the response is UTF-8");
    let (head, content) = response.split_once("\r\n\r\n").expect("an empty line ends the head");
    Response::parse(head, content.to_owned())
}
