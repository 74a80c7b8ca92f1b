//! All kinds of generic parameters.

use ::status_core::{HttpStatus, StatusTable};
use ::std::borrow::Cow;
use ::std::fmt::{Display, Formatter, Result};

#[derive(HttpStatus)]
#[status(axum)]
pub enum Generic<'a, 'static_: 'a, T, E, const N: usize, const CODE: u16 = 500>
where
    T: ?Sized + 'a,
{
    /// It borrows.
    #[status(404, members(value))]
    Borrowed { value: &'a T },
    /// It has a constant.
    #[status(409, members(length), header("Via" = text))]
    Array { array: [u8; N], length: usize, text: Cow<'static_, str> },
    #[status(transparent, unlisted)]
    Inner(E),
    #[status(transparent)]
    Lent(Lent<'static_, 2>),
    #[status(transparent)]
    Behind(&'a Lent<'a, 1>),
}

impl<T: ?Sized, E, const N: usize, const CODE: u16> Display for Generic<'_, '_, T, E, { N }, CODE> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{N} {CODE}")
    }
}

/// It lends.
#[derive(HttpStatus)]
#[status(410, members(text))]
pub struct Lent<'text, const N: usize> {
    pub text: &'text str,
}

#[derive(HttpStatus)]
#[status(dynamic = code, fallback = 502, members(what))]
pub struct Dynamic<Status, Code: Copy = u16> {
    pub code: Code,
    pub what: Status,
}

/// It has the name of a const parameter.
pub struct N;

/// Its parameter has the name of a type.
#[derive(HttpStatus)]
#[status(410, axum)]
pub struct Named<const N: usize>;

impl<const N: usize> Display for Named<{ N }> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{N}")
    }
}

/// It may be empty.
#[derive(HttpStatus)]
pub enum Empty {}

#[derive(HttpStatus)]
pub enum Either<T> {
    #[status(transparent)]
    Never(Empty),
    #[status(transparent, unlisted)]
    Value(T),
}

pub fn used() -> usize {
    let _: N = N;
    Empty::TABLE.iter().chain(Lent::<'_, 3>::TABLE).chain(Named::<3>::TABLE).count()
}
