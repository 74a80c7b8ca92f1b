//! What the layer does to a response whose content is in memory.

use bytes::Bytes;
use http::HeaderMap;

use super::kept::Kept;
use super::layer::ProblemLayer;
use super::recognize::{DefaultContent, Recognized, Said, Unmarked, adopt};
use super::render::{Content, Outgoing, Rendering, is_unchanged};
use crate::problem::details::Details;
use crate::status::Status;

/// The parts of a response, independent of any framework.
#[derive(Debug)]
pub(crate) struct Buffered<'a> {
    pub code: u16,
    /// Changed in place.
    pub fields: &'a mut HeaderMap,
    /// From the response's extensions.
    pub status: Option<&'static Status>,
    /// Whether its extensions have a [`PassThrough`](super::PassThrough).
    pub passes_through: bool,
    /// From the response's extensions, where the caller puts them back.
    pub details: &'a mut Option<Details>,
    /// `None` for a stream.
    pub content: Option<&'a [u8]>,
    /// Whether it answers a HEAD.
    pub head: bool,
}

/// What changes in a response.
#[derive(Debug)]
pub(crate) struct Rendered {
    /// The new content, or `None` to keep the old one.
    pub content: Option<Bytes>,
    /// The status of a framework's own response, for its extensions.
    pub adopted: Option<&'static Status>,
    /// Whether outer layers must not change it: they need a [`PassThrough`](super::PassThrough) in
    /// its extensions.
    #[cfg_attr(
        not(any(feature = "actix_web", feature = "poem", feature = "salvo")),
        expect(dead_code, reason = "rocket has only one layer")
    )]
    pub is_final: bool,
}

impl Buffered<'_> {
    /// Renders the response, recognizing these default responses of the framework. Returns `None`
    /// if the response is left unchanged. A HEAD is rendered like a GET: the server omits the
    /// content.
    pub(crate) fn render<'a>(
        self,
        accept: impl IntoIterator<Item = &'a [u8]>,
        layer: &ProblemLayer,
        kept: &Kept,
        defaults: &[DefaultContent],
    ) -> Option<Rendered> {
        if self.passes_through {
            return None;
        }
        let size = self.content.map(|content| content.len() as u64);
        let Self { code, fields, details, head, .. } = self;
        let (status, content, adopted) = match self.status {
            Some(status) if is_unchanged(status, details.as_ref(), code, fields, size) => {
                (status, Content::AsSent(size), None)
            }
            None => {
                let (status, said) =
                    match (Unmarked { code, fields, size, head }).recognize(layer, defaults) {
                        Recognized::No => return None,
                        Recognized::Yes(status) => (status, Said::Nothing),
                        Recognized::IfContent(status, expected) => {
                            (status, expected.said(self.content?)?)
                        }
                    };
                let _entered = kept.enter();
                *details = adopt(status, said, fields);
                (status, Content::Other, Some(status))
            }
            _ => return None,
        };
        if kept.edits() {
            kept.edit(layer, details.get_or_insert_with(|| Details::new(status)));
        }
        let _entered = kept.enter();
        let outgoing = Outgoing { status, details: details.as_mut(), fields, content, head: false };
        let Rendering { content, is_final } = outgoing.render(accept, layer);
        Some(Rendered { content, adopted, is_final })
    }
}
