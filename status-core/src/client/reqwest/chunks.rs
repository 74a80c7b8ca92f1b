//! Reads the content of reqwest's responses piece by piece.
//!
//! Dropping `Chunks` closes the connection, or aborts the request in a JavaScript host, so the rest
//! of the content is not read.

use ::reqwest::{Error, Response};
use bytes::Bytes;

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
pub(super) struct Chunks(Response);

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
impl Chunks {
    pub(super) const fn of(response: Response) -> Self {
        Self(response)
    }

    pub(super) async fn next(&mut self) -> Result<Option<Bytes>, Error> {
        self.0.chunk().await
    }
}

#[cfg(all(target_family = "wasm", target_os = "unknown"))]
type Stream = dyn futures_core::Stream<Item = Result<Bytes, Error>>;

#[cfg(all(target_family = "wasm", target_os = "unknown"))]
pub(super) struct Chunks(core::pin::Pin<alloc::boxed::Box<Stream>>);

#[cfg(all(target_family = "wasm", target_os = "unknown"))]
impl Chunks {
    pub(super) fn of(response: Response) -> Self {
        Self(alloc::boxed::Box::pin(response.bytes_stream()))
    }

    pub(super) async fn next(&mut self) -> Result<Option<Bytes>, Error> {
        core::future::poll_fn(|cx| self.0.as_mut().poll_next(cx)).await.transpose()
    }
}
