//! Types and traits that shadow those of the prelude and of status-core.

use ::status_core::HttpStatus as Derive;
use ::status_core::status_table;

macro_rules! types {
    ($($name:ident)*) => { $(pub struct $name;)* };
}
types! {
    Option Some None Result Ok Err String Vec Box Status StatusTable Table Class Facts Row
    InvalidStatus Registration Members HeaderFields Formatter Display Occurrence Problem
    ClientError ServerError Response IntoResponse Duration
}

macro_rules! traits {
    ($($name:ident)*) => { $(pub trait $name {})* };
}
traits! {
    HttpStatus From Into TryFrom FromStr Copy Clone Debug PartialEq Eq PartialOrd Ord Hash
    Default Error Sized Send Sync Iterator ToString AsRef Fn FnOnce Drop
}

// A module can have the name of a primitive type, for example after `use std::str;`.
pub mod bool {}
pub mod str {}
pub mod u16 {}

/// Another `Option`.
#[derive(Derive)]
#[status(axum)]
pub enum Enum {
    /// It contains one of each.
    #[status(404, header("Age" = a), members(b))]
    Variant { a: u32, b: u8, string: String, option: Option },
    #[status(transparent)]
    Table(Known),
    #[status(dynamic = 0, fallback = 500)]
    Dynamic(u16),
}

impl ::std::fmt::Display for Enum {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str("an enum")
    }
}

status_table! {
    /// A table.
    #[status(axum)]
    pub enum Known {
        /// It is not there.
        404 NotFound,
    }
}

/// Methods on every type.
pub trait Shadow: ::core::marker::Sized {
    fn status(self) -> Shadowed {
        Shadowed
    }
    fn code(self) {}
    fn reason(self) {}
    fn documentation(self) {}
    fn append(self) {}
    fn insert(self) {}
    fn members(self) {}
    fn header_fields(self) {}
    fn into(self) {}
    fn fmt(self) {}
}
impl<T> Shadow for T {}
pub struct Shadowed;
