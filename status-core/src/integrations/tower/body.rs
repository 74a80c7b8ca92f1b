//! The body of the layer's responses.

use alloc::boxed::Box;
use core::fmt;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;

use crate::represent::recognize::{Expected, Said};

pin_project! {
    /// The body of a response from a [`ProblemLayer`](super::ProblemLayer) or a `CatalogLayer`: the
    /// body of the inner service, or a problem or page.
    pub struct ProblemBody<B>
    where
        B: Body,
    {
        #[pin]
        kind: Kind<B>,
    }
}

/// The result of polling a body. `Pending` once the first frame has been returned.
type Polled<B> = Poll<Option<Result<Frame<Bytes>, <B as Body>::Error>>>;

pin_project! {
    #[project = Projected]
    enum Kind<B>
    where
        B: Body,
    {
        Inner { #[pin] body: B },
        /// A problem, or the rest of it.
        Problem { content: Bytes },
        /// A body that was polled once and is kept.
        Seen { first: Polled<B>, rest: Pin<Box<B>> },
    }
}

impl<B: Body<Data = Bytes>> ProblemBody<B> {
    pub(super) fn inner(body: B) -> Self {
        Self { kind: Kind::Inner { body } }
    }

    pub(super) fn problem(content: Bytes) -> Self {
        Self { kind: Kind::Problem { content } }
    }

    /// Returns what the body says if it is ready and its content is expected. Otherwise the body is
    /// boxed, because it must not be moved after it was polled. Rarely called: the code, type and
    /// length have already matched.
    pub(super) fn unless(body: B, expected: Expected, cx: &mut Context<'_>) -> Result<Bytes, Self> {
        let mut rest = Box::pin(body);
        let first = rest.as_mut().poll_frame(cx);
        let content = match &first {
            Poll::Ready(Some(Ok(frame))) => {
                frame.data_ref().filter(|data| !data.is_empty()).cloned()
            }
            Poll::Ready(None) => Some(Bytes::new()),
            _ => None,
        };
        if let Some(content) = content {
            match expected.said(&content) {
                Some(Said::Nothing) => return Ok(Bytes::new()),
                Some(Said::Text(_)) => return Ok(content),
                None => {}
            }
        }
        Err(Self { kind: Kind::Seen { first, rest } })
    }
}

impl<B: Body<Data = Bytes>> Body for ProblemBody<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Polled<B> {
        match self.project().kind.project() {
            Projected::Inner { body } => body.poll_frame(cx),
            Projected::Problem { content } if content.is_empty() => Poll::Ready(None),
            Projected::Problem { content } => {
                Poll::Ready(Some(Ok(Frame::data(mem::take(content)))))
            }
            Projected::Seen { first, rest } => match mem::replace(first, Poll::Pending) {
                Poll::Pending => rest.as_mut().poll_frame(cx),
                ready @ Poll::Ready(_) => ready,
            },
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.kind {
            Kind::Inner { body } => body.is_end_stream(),
            Kind::Problem { content } => content.is_empty(),
            Kind::Seen { first, rest } => first.is_pending() && rest.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.kind {
            Kind::Inner { body } => body.size_hint(),
            Kind::Problem { content } => SizeHint::with_exact(content.len() as u64),
            Kind::Seen { first, rest } => {
                let first = match first {
                    Poll::Ready(Some(Ok(frame))) => frame.data_ref().map_or(0, Bytes::len),
                    _ => 0,
                };
                plus(&rest.size_hint(), first as u64)
            }
        }
    }
}

fn plus(hint: &SizeHint, size: u64) -> SizeHint {
    let mut sum = SizeHint::new();
    sum.set_lower(hint.lower().saturating_add(size));
    if let Some(upper) = hint.upper().and_then(|upper| upper.checked_add(size)) {
        sum.set_upper(upper);
    }
    sum
}

/// An empty body. Layers that respond instead of the inner service need it, such as tower-http's
/// `TimeoutLayer`.
impl<B: Body> Default for ProblemBody<B> {
    fn default() -> Self {
        Self { kind: Kind::Problem { content: Bytes::new() } }
    }
}

impl<B: Body> fmt::Debug for ProblemBody<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            Kind::Inner { .. } | Kind::Seen { .. } => "the inner service's",
            Kind::Problem { .. } => "a problem",
        };
        f.debug_tuple("ProblemBody").field(&format_args!("{kind}")).finish()
    }
}
