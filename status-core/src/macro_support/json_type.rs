//! The JSON type of a member.

#[cfg(feature = "alloc")]
use alloc::{
    borrow::{Cow, ToOwned},
    boxed::Box,
    collections::{BTreeMap, BTreeSet, VecDeque},
    rc::Rc,
    string::String,
    sync::Arc,
    vec::Vec,
};
use core::marker::PhantomData;

/// A type whose `Serialize` is known.
pub trait KnownJson {
    /// What it serializes to, in JSON Schema's words.
    const TYPE: &'static str;
    /// Whether it may be `null`, which is not sent.
    const OPTIONAL: bool = false;
}

/// The type of a field. An inherent constant takes precedence over a trait's, and does not apply if
/// its bound is not met.
pub struct JsonOf<T: ?Sized>(PhantomData<T>);

impl<T: KnownJson + ?Sized> JsonOf<T> {
    /// What the type serializes to.
    pub const TYPE: Option<&'static str> = Some(T::TYPE);
    /// Whether it may be `null`.
    pub const OPTIONAL: bool = T::OPTIONAL;
}

/// The fallback of [`JsonOf`].
pub trait UnknownJson {
    /// Any type.
    const TYPE: Option<&'static str> = None;
    /// Not known, and not assumed.
    const OPTIONAL: bool = false;
}

impl<T: ?Sized> UnknownJson for JsonOf<T> {}

macro_rules! known {
    ($($json:literal: $($(#[$cfg:meta])? [$($generics:tt)*] $type:ty),*;)*) => {$($(
        $(#[$cfg])?
        impl<$($generics)*> KnownJson for $type {
            const TYPE: &'static str = $json;
        }
    )*)*};
}

known! {
    "boolean": [] bool;
    "integer": [] u8, [] u16, [] u32, [] u64, [] u128, [] usize,
        [] i8, [] i16, [] i32, [] i64, [] i128, [] isize,
        [] core::num::NonZeroU8, [] core::num::NonZeroU16, [] core::num::NonZeroU32,
        [] core::num::NonZeroU64, [] core::num::NonZeroUsize;
    "number": [] f32, [] f64;
    "string": [] str, [] char, #[cfg(feature = "alloc")] [] String;
    "array": [T] [T], [T, const N: usize] [T; N],
        #[cfg(feature = "alloc")] [T] Vec<T>, #[cfg(feature = "alloc")] [T] VecDeque<T>,
        #[cfg(feature = "alloc")] [T] BTreeSet<T>, #[cfg(feature = "std")] [T, S] std::collections::HashSet<T, S>;
    "object": #[cfg(feature = "alloc")] [K, V] BTreeMap<K, V>,
        #[cfg(feature = "std")] [K, V, S] std::collections::HashMap<K, V, S>;
}

impl<T: KnownJson> KnownJson for Option<T> {
    const TYPE: &'static str = T::TYPE;
    const OPTIONAL: bool = true;
}

macro_rules! pointer {
    ($($(#[$cfg:meta])? $pointer:ty $(where T: $bound:path)?),* $(,)?) => {$(
        $(#[$cfg])?
        impl<T: KnownJson $(+ $bound)? + ?Sized> KnownJson for $pointer {
            const TYPE: &'static str = T::TYPE;
            const OPTIONAL: bool = T::OPTIONAL;
        }
    )*};
}

pointer! {
    &T,
    #[cfg(feature = "alloc")] Box<T>,
    #[cfg(feature = "alloc")] Rc<T>,
    #[cfg(feature = "alloc")] Arc<T>,
    #[cfg(feature = "alloc")] Cow<'_, T> where T: ToOwned,
}
