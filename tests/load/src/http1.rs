//! Reads HTTP/1 responses strictly, at a given speed.

use std::io;
use std::time::Duration;

use bytes::BufMut as _;
use http::header::{CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, HeaderValue};
use tokio::io::{AsyncRead, AsyncReadExt as _};
use tokio::time::{self, Instant};

use crate::response::check_redacted;
use crate::world::{PATIENCE, World};

/// How a slow client reads: a pause, and then at most so many bytes.
#[derive(Clone, Copy)]
pub struct Pace {
    pub bytes: usize,
    pub pause: Duration,
    /// When the client stops being slow.
    pub until: Instant,
}

/// A complete response.
pub struct Response {
    pub code: u16,
    pub fields: HeaderMap,
    pub content: Vec<u8>,
    /// Whether the connection ends with it.
    pub is_last: bool,
}

/// What came from the server.
pub enum Read {
    Response(Response),
    /// The server closed the connection after this response had begun, or before any.
    Closed(Option<u16>),
}

/// The responses that come on a connection.
pub struct Responses<'a, S> {
    world: &'a World,
    client: &'static str,
    /// Since when the connection is open, and how many responses there were.
    since: Instant,
    count: usize,
    stream: S,
    pace: Option<Pace>,
    /// What of the current response was read, and what follows it.
    bytes: Vec<u8>,
    is_closed: bool,
}

struct Head {
    minor: u8,
    code: u16,
    fields: HeaderMap,
    length: usize,
}

/// The end of the connection.
struct Closed;

impl<'a, S: AsyncRead + Unpin> Responses<'a, S> {
    pub fn new(world: &'a World, client: &'static str, stream: S, pace: Option<Pace>) -> Self {
        Self {
            world,
            client,
            since: Instant::now(),
            count: 0,
            stream,
            pace,
            bytes: Vec::new(),
            is_closed: false,
        }
    }

    /// For requests.
    pub fn stream(&mut self) -> &mut S {
        &mut self.stream
    }

    /// Describes the connection, for messages.
    pub fn describe(&self) -> String {
        let Self { client, since, count, .. } = self;
        format!("a connection of `{client}`, after {count} responses and {:?}", since.elapsed())
    }

    /// Checks what was read of a response that nobody waits for any longer.
    pub fn check_rest(&self) {
        check_redacted(self.world, &self.bytes);
    }

    /// Reads something.
    async fn fill(&mut self) -> Result<(), String> {
        let mut most = 16 * 1024;
        if let Some(pace) = self.pace.filter(|pace| Instant::now() < pace.until) {
            time::sleep(pace.pause).await;
            most = pace.bytes.min(most);
        }
        self.bytes.reserve(most);
        let mut space = (&mut self.bytes).limit(most);
        match time::timeout(PATIENCE, self.stream.read_buf(&mut space)).await {
            Err(_) => {
                let begun = self.bytes[..self.bytes.len().min(200)].escape_ascii();
                Err(format!("neither complete nor closed after {PATIENCE:?}: {begun}"))
            }
            Ok(Ok(0)) => {
                self.is_closed = true;
                Ok(())
            }
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if is_close(&error) => {
                self.is_closed = true;
                Ok(())
            }
            Ok(Err(error)) => Err(error.to_string()),
        }
    }

    /// Reads the next response, to a request with this method.
    pub async fn next(&mut self, method: &str) -> Result<Read, String> {
        let mut code = None;
        let read = self.read(method, &mut code).await?;
        let end = match &read {
            Ok((_, end)) => *end,
            Err(Closed) => self.bytes.len(),
        };
        check_redacted(self.world, &self.bytes[..end]);
        self.bytes.drain(..end);
        Ok(match read {
            Ok((response, _)) => {
                self.count += 1;
                Read::Response(response)
            }
            Err(Closed) => Read::Closed(code),
        })
    }

    /// Expects that the server closes the connection without another response.
    pub async fn end(&mut self) -> Result<(), String> {
        while !self.is_closed && self.bytes.is_empty() {
            self.fill().await?;
        }
        if self.bytes.is_empty() {
            return Ok(());
        }
        Err(format!("more than one response: {}", self.bytes.escape_ascii()))
    }

    async fn read(
        &mut self,
        method: &str,
        code: &mut Option<u16>,
    ) -> Result<Result<(Response, usize), Closed>, String> {
        let mut start = 0;
        let Head { minor, fields, length, .. } = loop {
            let Some(head) = head(&self.bytes[start..])? else {
                if self.is_closed {
                    return Ok(Err(Closed));
                }
                self.fill().await?;
                continue;
            };
            if (100..200).contains(&head.code) {
                start += head.length;
                continue;
            }
            *code = Some(head.code);
            break head;
        };
        let code = code.unwrap_or_default();
        let start = start + length;
        let closes = fields.get(CONNECTION).is_some_and(|value| value == "close");
        let keeps = fields.get(CONNECTION).is_some_and(|value| value == "keep-alive");
        let mut is_last = closes || (minor == 0 && !keeps);
        let is_chunked = fields.get(TRANSFER_ENCODING).is_some();
        let announced = fields.get(CONTENT_LENGTH).map(|value| {
            let length = value.to_str().ok().and_then(|value| value.parse::<usize>().ok());
            length.ok_or_else(|| format!("Content-Length: {value:?}"))
        });
        if is_chunked && (minor == 0 || announced.is_some()) {
            return Err(format!("a Transfer-Encoding that must not be there: {fields:?}"));
        }

        let (content, end) = if method == "HEAD" || code == 204 || code == 304 {
            (Vec::new(), start)
        } else if is_chunked {
            match self.chunks(start).await? {
                Ok(read) => read,
                Err(Closed) => return Ok(Err(Closed)),
            }
        } else if let Some(length) = announced {
            let end = start + length?;
            if self.until(end).await?.is_err() {
                return Ok(Err(Closed));
            }
            (self.bytes[start..end].to_vec(), end)
        } else {
            // It ends with the connection (RFC 9112 §6.3).
            is_last = true;
            while !self.is_closed {
                self.fill().await?;
            }
            (self.bytes[start..].to_vec(), self.bytes.len())
        };
        Ok(Ok((Response { code, fields, content, is_last }, end)))
    }

    /// Reads until this many bytes are there.
    async fn until(&mut self, end: usize) -> Result<Result<(), Closed>, String> {
        while self.bytes.len() < end {
            if self.is_closed {
                return Ok(Err(Closed));
            }
            self.fill().await?;
        }
        Ok(Ok(()))
    }

    /// Reads chunks that start here. Returns their content and where they end.
    async fn chunks(&mut self, mut at: usize) -> Result<Result<(Vec<u8>, usize), Closed>, String> {
        let mut content = Vec::new();
        loop {
            let wrong = |why: &str| Err(format!("a chunk: {why}"));
            match httparse::parse_chunk_size(&self.bytes[at..]) {
                Err(_) => return wrong("its size is not a number"),
                Ok(httparse::Status::Partial) if self.is_closed => return Ok(Err(Closed)),
                Ok(httparse::Status::Partial) => self.fill().await?,
                Ok(httparse::Status::Complete((line, size))) => {
                    let Ok(size) = usize::try_from(size) else { return wrong("it is too large") };
                    let start = at + line;
                    let end = start + size;
                    // Each chunk, and after the last one the list of trailers, ends with a line break.
                    if self.until(end + 2).await?.is_err() {
                        return Ok(Err(Closed));
                    }
                    if &self.bytes[end..end + 2] != b"\r\n" {
                        return wrong("it does not end where its size says");
                    }
                    content.extend_from_slice(&self.bytes[start..end]);
                    at = end + 2;
                    if size == 0 {
                        return Ok(Ok((content, at)));
                    }
                }
            }
        }
    }
}

/// Whether the error means that the other side has closed the connection.
pub fn is_close(error: &io::Error) -> bool {
    use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, NotConnected};
    matches!(error.kind(), BrokenPipe | ConnectionAborted | ConnectionReset | NotConnected)
}

/// The head of a response, or `None` if it is not complete.
fn head(bytes: &[u8]) -> Result<Option<Head>, String> {
    let mut fields = [httparse::EMPTY_HEADER; 64];
    let mut response = httparse::Response::new(&mut fields);
    let invalid = || format!("not a response: {}", bytes[..bytes.len().min(200)].escape_ascii());
    let httparse::Status::Complete(length) = response.parse(bytes).map_err(|_| invalid())? else {
        return Ok(None);
    };
    let (Some(minor), Some(code)) = (response.version, response.code) else {
        return Err(invalid());
    };
    let mut fields = HeaderMap::new();
    for field in response.headers.iter() {
        let name = HeaderName::try_from(field.name).map_err(|_| invalid())?;
        let value = HeaderValue::from_bytes(field.value).map_err(|_| invalid())?;
        fields.append(name, value);
    }
    Ok(Some(Head { minor, code, fields, length }))
}
