//! The check that the `transparent` variants of a type do not lead back to it.
//!
//! A table that contains itself would have no end. Left to itself, rustc reports the cycle between
//! the statics of the tables (E0391), in words that say nothing about variants.

use core::marker::PhantomData;

/// How many delegates may follow one another: 32. A longer chain is taken for a cycle. Boxes count
/// twice against rustc's own limit of 128.
type Longest = Eight<Eight<Eight<Eight<End>>>>;
type Eight<Rest> = Next<Next<Next<Next<Next<Next<Next<Next<Rest>>>>>>>>;

/// One delegate more.
pub struct Next<Rest>(PhantomData<Rest>);

/// No delegate more.
pub struct End;

/// A type whose delegates follow one another at most as often as `Length` says. A type with delegates
/// implements it for `Next<Rest>`, by asking each of them about `Rest`, and for `End`, with an error.
pub trait Acyclic<Length> {
    /// Fails to compile for a chain that is too long.
    const CHECK: () = ();
}

/// A pointer is no delegate of its own.
macro_rules! pointer {
    ($($pointer:ty $(where T: $bound:path)?),* $(,)?) => {$(
        impl<Length, T: Acyclic<Length> $(+ $bound)? + ?Sized> Acyclic<Length> for $pointer {
            const CHECK: () = T::CHECK;
        }
    )*};
}

pointer!(&T);
#[cfg(feature = "alloc")]
pointer!(
    alloc::borrow::Cow<'_, T> where T: alloc::borrow::ToOwned,
    alloc::boxed::Box<T>,
    alloc::rc::Rc<T>,
    alloc::sync::Arc<T>,
);

/// The check of one type. An inherent constant goes before that of a trait, and is none if its bound
/// does not hold: so a delegate with a [`StatusTable`](crate::StatusTable) written by hand ends the
/// check without an error.
pub struct Cycles<T: ?Sized>(PhantomData<T>);

impl<T: Acyclic<Longest> + ?Sized> Cycles<T> {
    /// Fails to compile for a type whose delegates lead back to it.
    pub const CHECK: () = T::CHECK;
}

/// What [`Cycles`] falls back on.
pub trait Unchecked {
    /// Nothing to check.
    const CHECK: () = ();
}

impl<T: ?Sized> Unchecked for Cycles<T> {}
