//! A response whose content could not be read.

use alloc::sync::Arc;
use core::error::Error;

use super::decode_error::DecodeError;
use crate::problem::object::Problem;

impl Problem {
    /// Adds why the content of the response could not be read.
    pub(super) fn unread(mut self, why: impl Error + Send + Sync + 'static) -> Self {
        self.set_source(Arc::new(why));
        self
    }

    /// Whether the content of the response could not be read, which may have had a type and members.
    pub(super) fn is_unread(&self) -> bool {
        // From a response, there is no other source.
        self.is_foreign() && self.source().is_some_and(|source| !source.is::<DecodeError>())
    }
}
