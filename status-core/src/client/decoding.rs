//! `Decoding`: which variants are tried, of a type and of the types inside it.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::error::Error;

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
    /// The names of the fields' types that lead to the current one.
    path: Vec<&'static str>,
}

impl Decoding {
    /// Searches a type, which `decode` searches once.
    ///
    /// # Errors
    ///
    /// Returns the problem if it is not an error of the type, with the first fault that was found as its
    /// source.
    pub fn run<T>(
        mut problem: Problem,
        decode: fn(&mut Problem, &mut Self) -> Option<T>,
    ) -> Result<T, Problem> {
        let mut decoding = Self { pass: Pass::Constants, fault: None, path: Vec::new() };
        for pass in [Pass::Constants, Pass::Plain, Pass::Lenient] {
            decoding.pass = pass;
            if let Some(error) = decode(&mut problem, &mut decoding) {
                return Ok(error);
            }
        }
        let earlier = problem.source().is_some_and(<dyn Error>::is::<DecodeError>);
        if let Some(fault) = decoding.fault.filter(|_| !earlier) {
            problem.set_source(Arc::new(fault));
        }
        Err(problem)
    }

    /// Searches the type of a field, unless the search has come from there: types may contain each other.
    pub(super) fn enter<T>(
        &mut self,
        problem: &mut Problem,
        decode: impl FnOnce(&mut Problem, &mut Self) -> Option<T>,
    ) -> Option<T> {
        let name = core::any::type_name::<T>();
        if self.path.contains(&name) {
            return None;
        }
        self.path.push(name);
        let decoded = decode(problem, self);
        self.path.pop();
        decoded
    }
}
