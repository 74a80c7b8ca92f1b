//! `Decoding`: which variants are tried, of a type and of the types inside it.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::error::Error;
use core::ptr;

use super::decode_error::DecodeError;
use crate::problem::object::Problem;

/// The variants that are tried next, before any others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pass {
    /// Those whose constant members the problem has.
    Constants,
    /// Those without constant members.
    Plain,
    /// Those whose constant members the problem lacks, because its server is older or newer, and
    /// `dynamic` ones.
    Lenient,
}

/// A search for the variant that a problem is. What a problem has in common with a variant counts more
/// than the type that the variant is in.
#[derive(Debug)]
pub struct Decoding {
    pub(super) pass: Pass,
    /// Why the first variant that has the problem's type did not match.
    pub(super) fault: Option<DecodeError>,
    /// The type, and those of the fields that lead to the current one.
    path: Vec<Visited>,
}

impl Decoding {
    /// Searches a type, which `decode` searches once.
    ///
    /// # Errors
    ///
    /// Returns the problem if it is not an error of the type, with the first fault that was found as its
    /// source, unless it has one.
    pub fn run<T>(
        mut problem: Problem,
        decode: fn(&mut Problem, &mut Self) -> Option<T>,
    ) -> Result<T, Problem> {
        if problem.is_unread() {
            return Err(problem);
        }
        let mut decoding = Self { pass: Pass::Constants, fault: None, path: Vec::new() };
        for pass in [Pass::Constants, Pass::Plain, Pass::Lenient] {
            decoding.pass = pass;
            if let Some(error) = decode(&mut problem, &mut decoding) {
                return Ok(error);
            }
        }
        if problem.source().is_none() {
            if let Some(fault) = decoding.fault {
                problem.set_source(Arc::new(fault));
            }
        }
        Err(problem)
    }

    /// Begins to search a type, and returns whether the search has not come from there: types may contain
    /// each other.
    pub(super) fn enter<T>(&mut self, definition: &'static Definition) -> bool {
        let visited = Visited { definition, name: core::any::type_name::<T>() };
        let is_new = !self.path.contains(&visited);
        if is_new {
            self.path.push(visited);
        }
        is_new
    }

    /// Ends the search of the type that was entered last.
    pub(super) fn leave(&mut self) {
        self.path.pop();
    }
}

/// Where a type is defined. The derive writes one in a static: two versions of a crate have types of one
/// name.
#[derive(Debug)]
pub struct Definition {
    /// No two statics have one address, unless they are empty.
    _size: u8,
}

impl Definition {
    /// That of the type for which this is called.
    #[must_use]
    pub const fn here() -> Self {
        Self { _size: 0 }
    }
}

/// A type that is being searched.
#[derive(Debug)]
struct Visited {
    definition: &'static Definition,
    /// This tells the instances of a generic type apart, which share the definition. A `TypeId` would
    /// require `'static`.
    name: &'static str,
}

impl PartialEq for Visited {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self.definition, other.definition) && self.name == other.name
    }
}
