//! Calls functions of the user's.

use alloc::string::String;
use core::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::body::{Body, Made};
use super::view::View;
use crate::event;

/// The body that a function makes, or `None`, with an error event, if the function panics or its
/// body cannot be sent.
pub(crate) fn make(function: &dyn Fn(&View<'_>) -> Body, view: &View<'_>) -> Option<Made> {
    let made = match call(|| function(view)) {
        Some(body) => body.checked(),
        None => Err(String::from("the function panicked")),
    };
    made.inspect_err(|why| event::of_failed_body(view.status, why)).ok()
}

/// The result of a function, or `None` if it panics. The caller does not use again what the
/// function may have left half-changed.
pub(crate) fn call<R>(function: impl FnOnce() -> R) -> Option<R> {
    match catch_unwind(AssertUnwindSafe(function)) {
        Ok(result) => Some(result),
        Err(payload) => {
            // Dropping the payload may panic too.
            mem::forget(payload);
            None
        }
    }
}
