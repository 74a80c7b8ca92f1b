//! Calls a function that makes a body.

use alloc::string::String;
use core::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::body::{Body, Made};
use super::view::View;
use crate::event;

/// The body that a function makes. `None`, with an error event, if it panics or its body cannot be sent.
pub(crate) fn make(function: &dyn Fn(&View<'_>) -> Body, view: &View<'_>) -> Option<Made> {
    // The view is only read, and nothing else is shared with the function.
    let made = match catch_unwind(AssertUnwindSafe(|| function(view))) {
        Ok(body) => body.checked(),
        Err(payload) => {
            // Its destructor may panic too.
            mem::forget(payload);
            Err(String::from("the function panicked"))
        }
    };
    made.inspect_err(|why| event::of_body(view.status, why)).ok()
}
