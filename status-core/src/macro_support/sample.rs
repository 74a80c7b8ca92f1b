//! Values for the examples in an OpenAPI document, made of Rust types. Where a type has none,
//! `describe/openapi/example.rs` makes one of its schema. The catalog knows only what its file has: see
//! `describe/example_response.rs`.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::time::Duration;

use crate::problem::field_errors::{FieldError, FieldErrors};

/// A type of which an example can be made. Only types whose schema allows every value: those of std, and
/// `FieldErrors`.
pub trait Sample {
    /// An example.
    fn sample() -> Self;
}

/// The type of a field. An inherent function takes precedence over a trait's, and does not apply if
/// its bound is not met.
pub struct SampleOf<T: ?Sized>(PhantomData<T>);

impl<T: Sample> SampleOf<T> {
    /// An example.
    #[must_use]
    pub fn sample() -> Option<T> {
        Some(T::sample())
    }
}

/// The fallback of [`SampleOf`].
pub trait NoSample<T> {
    /// No value is known.
    #[must_use]
    fn sample() -> Option<T> {
        None
    }
}

impl<T> NoSample<T> for SampleOf<T> {}

macro_rules! samples {
    ($([$($generics:tt)*] $type:ty = $value:expr;)*) => {$(
        impl<$($generics)*> Sample for $type {
            fn sample() -> Self {
                $value
            }
        }
    )*};
}

samples! {
    [] u8 = 7; [] u16 = 7; [] u32 = 7; [] u64 = 7; [] u128 = 7; [] usize = 7;
    [] i8 = 7; [] i16 = 7; [] i32 = 7; [] i64 = 7; [] i128 = 7; [] isize = 7;
    [] f32 = 0.5; [] f64 = 0.5;
    [] bool = true;
    [] char = 'x';
    [] &str = "example";
    [] String = "example".to_owned();
    [] Box<str> = "example".into();
    [] Arc<str> = "example".into();
    [] Duration = Duration::from_secs(7);
    [] FieldErrors = FieldError::at(["items", "0", "quantity"], "must be a positive integer").into();
    [T: Sample] Option<T> = Some(T::sample());
    [T: Sample] Box<T> = Self::new(T::sample());
    [T: Sample] Rc<T> = Self::new(T::sample());
    [T: Sample] Arc<T> = Self::new(T::sample());
    [T: Sample] Vec<T> = vec![T::sample()];
    [T: Sample] BTreeMap<String, T> = [("example".to_owned(), T::sample())].into();
    [T: ToOwned<Owned: Sample> + ?Sized] Cow<'_, T> = Cow::Owned(T::Owned::sample());
}
