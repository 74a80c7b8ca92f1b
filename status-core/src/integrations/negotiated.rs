//! Content negotiation for frameworks that pass the request to error responses.

use crate::problem::answer::Answer;
use crate::represent::buffered::{Buffered, Rendered};
use crate::represent::kept::Kept;
use crate::represent::layer::ProblemLayer;

/// Converts the answer to the representation that the request's `Accept` lines ask for.
pub(super) fn negotiated<'a>(
    mut answer: Answer,
    accept: impl IntoIterator<Item = &'a [u8]>,
    layer: Option<&ProblemLayer>,
    kept: &Kept,
) -> Answer {
    let response = Buffered {
        code: answer.status.code(),
        fields: &mut answer.fields,
        status: Some(answer.status),
        passes_through: false,
        details: &mut answer.details,
        content: Some(&answer.content),
        // Only a response without a status depends on it.
        head: false,
    };
    let layer = layer.unwrap_or(const { &ProblemLayer::new() });
    if let Some(Rendered { content, adopted, .. }) = response.render(accept, layer, kept, &[]) {
        debug_assert!(adopted.is_none(), "an answer already has a status");
        answer.content = content.unwrap_or(answer.content);
    }
    answer
}
