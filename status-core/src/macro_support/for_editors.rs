//! What only an editor sees.

/// What an editor offers and explains in `#[status(…)]`: an item for each key, with its help.
#[allow(non_upper_case_globals, reason = "each has the name of a key")]
pub mod keys {
    status_macros::keys!();
}

/// Expands to its tokens in rust-analyzer, which sets this `cfg`, and to nothing in rustc.
#[cfg(rust_analyzer)]
#[doc(hidden)]
#[macro_export]
macro_rules! __for_editors {
    ($($tokens:tt)*) => {
        const _: () = { $($tokens)* };
    };
}
#[cfg(not(rust_analyzer))]
#[doc(hidden)]
#[macro_export]
macro_rules! __for_editors {
    ($($tokens:tt)*) => {};
}
