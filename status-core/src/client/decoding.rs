//! `Decoding`: which variants are tried, of a type and of the types inside it.

use alloc::vec::Vec;

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
    /// The names of the fields' types that lead to the current one.
    path: Vec<&'static str>,
}

impl Decoding {
    /// Searches a type, which `decode` searches once.
    ///
    /// # Errors
    ///
    /// Returns the problem if it is not an error of the type.
    pub fn run<T>(
        mut problem: Problem,
        decode: fn(Problem, &mut Self) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        for pass in [Pass::Constants, Pass::Plain, Pass::Lenient] {
            match decode(problem, &mut Self { pass, path: Vec::new() }) {
                Err(other) => problem = other,
                decoded => return decoded,
            }
        }
        Err(problem)
    }

    /// Searches the type of a field, unless the search has come from there: types may contain each other.
    pub(super) fn enter<T>(
        &mut self,
        problem: Problem,
        decode: impl FnOnce(Problem, &mut Self) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let name = core::any::type_name::<T>();
        if self.path.contains(&name) {
            return Err(problem);
        }
        self.path.push(name);
        let decoded = decode(problem, self);
        self.path.pop();
        decoded
    }
}
