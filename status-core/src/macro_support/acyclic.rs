//! The check that the `transparent` variants of a type do not form a cycle.
//!
//! A table cannot contain itself. Without this check, rustc reports a cycle between statics (E0391)
//! and does not mention the variants.

use core::marker::PhantomData;

/// The longest allowed chain of delegates: 32. A longer chain is treated as a cycle. Each box takes
/// two levels of rustc's recursion limit of 128.
type Longest = <Eight<Eight<Eight<Eight<End>>>> as Chain>::Links;

/// Names a chain. Written out, it would be nested too deeply in rustdoc's JSON for the tools that read it.
pub trait Chain {
    /// The chain.
    type Links;
}

/// Eight more delegates.
pub struct Eight<Rest>(PhantomData<Rest>);

impl<Rest: Chain> Chain for Eight<Rest> {
    type Links = Next<Next<Next<Next<Next<Next<Next<Next<Rest::Links>>>>>>>>;
}

impl Chain for End {
    type Links = Self;
}

/// One more delegate.
pub struct Next<Rest>(PhantomData<Rest>);

/// No more delegates.
pub struct End;

/// A type whose chains of delegates are at most `Length` long. A type with delegates implements it
/// for `Next<Rest>`, by checking each delegate against `Rest`, and for `End`, with an error.
pub trait Acyclic<Length> {
    /// Fails to compile for a chain that is too long.
    const CHECK: () = ();
}

/// A pointer does not count as a delegate.
macro_rules! pointer {
    ($($pointer:ty $(where T: $bound:path)?),* $(,)?) => {$(
        impl<Length, T: Acyclic<Length> $(+ $bound)? + ?Sized> Acyclic<Length> for $pointer {
            const CHECK: () = T::CHECK;
        }
    )*};
}

pointer!(&T);
#[cfg(feature = "alloc")]
pointer!(alloc::boxed::Box<T>, alloc::rc::Rc<T>, alloc::sync::Arc<T>);
#[cfg(feature = "alloc")]
pointer!(alloc::borrow::Cow<'_, T> where T: alloc::borrow::ToOwned);

/// The check of one type. An inherent constant takes precedence over a trait's, and does not apply
/// if its bound is not met. A delegate with a hand-written [`StatusTable`](crate::StatusTable)
/// therefore ends the check without an error.
pub struct Cycles<T: ?Sized>(PhantomData<T>);

impl<T: Acyclic<Longest> + ?Sized> Cycles<T> {
    /// Fails to compile for a type whose delegates form a cycle.
    pub const CHECK: () = T::CHECK;
}

/// The fallback of [`Cycles`].
pub trait Unchecked {
    /// Nothing to check.
    const CHECK: () = ();
}

impl<T: ?Sized> Unchecked for Cycles<T> {}
