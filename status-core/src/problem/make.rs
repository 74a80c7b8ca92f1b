//! Calls a function that makes a body.

use alloc::string::String;
use core::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::body::{Body, Made};
use super::view::View;
use crate::event;

/// The body that a function makes, or `None`, with an error event, if the function panics or its
/// body cannot be sent.
pub(crate) fn make(function: &dyn Fn(&View<'_>) -> Body, view: &View<'_>) -> Option<Made> {
    // A panic cannot leave the view half-changed, because the function only reads it.
    let made = match catch_unwind(AssertUnwindSafe(|| function(view))) {
        Ok(body) => body.checked(),
        Err(payload) => {
            // Dropping the payload may panic too.
            mem::forget(payload);
            Err(String::from("the function panicked"))
        }
    };
    made.inspect_err(|why| event::of_failed_body(view.status, why)).ok()
}
