//! Missing status: a transparent variant whose field's table cannot be known.

use crate::ast::{Input, Source};
use crate::error::{Errors, as_written};
use crate::expand;

/// A table is one `static` a type, and what a type parameter stands for differs from use to use.
pub fn check(input: &Input, errors: &mut Errors) {
    for variant in &input.variants {
        let Source::Transparent(delegate) = &variant.source else { continue };
        if !delegate.unlisted && expand::mentions(delegate.ty, input.generics) {
            let ty = as_written(delegate.ty);
            errors.report(
                delegate.ty,
                &format!("the statuses of `{ty}` are not known here"),
                "it is generic, and what it stands for differs from use to use",
                "write `#[status(transparent, unlisted)]`: then its statuses are in no table",
            );
        }
    }
}
