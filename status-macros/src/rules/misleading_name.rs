//! `misleading_name`: a variant whose name means another code.

use crate::error::Errors;
use crate::model::{Code, Parsed, Source, Variant};
use crate::registry::{self, Registered};

/// A name that is not registered, but means one code to most readers.
struct Usual {
    name: &'static str,
    /// The code that it means.
    code: u16,
    /// The codes on which the name misleads nobody.
    fits: &'static [std::ops::RangeInclusive<u16>],
    /// Whether it means the same at the end of a longer name. `EmailOutOfRange` may be anything.
    at_end: bool,
}

macro_rules! usual {
    ($name:literal, $code:literal, [$($fits:expr),+], $at_end:literal) => {
        Usual { name: $name, code: $code, fits: &[$($fits),+], at_end: $at_end }
    };
}

/// The names of gRPC's codes with the codes that google.rpc pairs with them, and some more. CANCELLED,
/// UNKNOWN and ABORTED are ordinary words, which say nothing about the code.
const USUAL: [Usual; 17] = [
    usual!("AlreadyExists", 409, [409..=409, 412..=412, 422..=422], true),
    usual!("DataLoss", 500, [500..=599], true),
    usual!("DeadlineExceeded", 504, [408..=408, 500..=500, 502..=504], false),
    usual!("FailedPrecondition", 400, [400..=499], false),
    usual!("Internal", 500, [500..=599], false),
    usual!("InternalError", 500, [500..=599], true),
    usual!("InvalidArgument", 400, [400..=499], true),
    usual!("OutOfRange", 400, [400..=499], false),
    usual!("PermissionDenied", 403, [403..=404], true),
    usual!("RateLimitExceeded", 429, [429..=429, 503..=503], true),
    usual!("RateLimited", 429, [429..=429, 503..=503], true),
    usual!("ResourceExhausted", 429, [413..=413, 429..=429, 503..=503, 507..=507], false),
    usual!("ServerError", 500, [500..=599], true),
    usual!("Timeout", 504, [408..=408, 502..=504], false),
    usual!("Unauthenticated", 401, [401..=401], true),
    usual!("Unavailable", 503, [404..=404, 410..=410, 429..=429, 451..=451, 502..=504], false),
    usual!("Unimplemented", 501, [501..=501], true),
];

/// To a reader, `TooManyRequests` is 429, even if the attribute above it says 400. `foreign_reason`
/// covers the rows with a registered code.
pub fn check(parsed: &Parsed, errors: &mut Errors) {
    let is_table = parsed.subject.kind.is_table();
    for variant in &parsed.variants {
        let Some(code) = variant.code() else { continue };
        let has_phrase =
            registry::by_code(code.value).is_some_and(|entry| !entry.phrase.is_empty());
        if is_table && has_phrase {
            continue;
        }
        let name = &variant.name;
        if let Some(meant) = registry::by_name(name) {
            if meant.code != code.value {
                let what = format!("`{name}` is the registered name of {}", meant.code);
                report(is_table, variant, code, meant, &what, errors);
            }
        } else if !is_table {
            unregistered_name(variant, code, errors);
        }
    }
}

/// A name of a derived type's variant that is not registered.
fn unregistered_name(variant: &Variant<Source>, code: &Code, errors: &mut Errors) {
    let name = &variant.name;
    if let Some(usual) = USUAL.iter().find(|usual| usual.name == name) {
        let meant = registry::by_code(usual.code);
        let meant = meant.filter(|_| !usual.fits.iter().any(|fits| fits.contains(&code.value)));
        if let Some(meant) = meant {
            let what = format!("`{name}` means {}", meant.code);
            report(false, variant, code, meant, &what, errors);
        }
        return;
    }
    let of_usual = USUAL.iter().filter(|usual| usual.at_end).find(|it| name.ends_with(it.name));
    let meant = match of_usual {
        Some(usual) => registry::by_code(usual.code),
        None => registry::by_last_words(name),
    };
    // The rest of the name may explain another code of that class, or a gateway's. But the client's
    // fault is no server error, and the other way round.
    let contradicts = |meant: &&Registered| match meant.code / 100 {
        4 => code.value == 500,
        5 => code.value / 100 == 4,
        _ => false,
    };
    if let Some(meant) = meant.filter(contradicts) {
        let what = format!("`{name}` ends in a name of {}", meant.code);
        report(false, variant, code, meant, &what, errors);
    }
}

fn report(
    is_table: bool,
    variant: &Variant<Source>,
    code: &Code,
    meant: &Registered,
    what: &str,
    errors: &mut Errors,
) {
    let right = if is_table {
        format!("`{} {}`", meant.code, meant.variant_name())
    } else {
        format!("`#[status({})]`", meant.code)
    };
    errors.report(
        variant.location,
        &variant.ident,
        &format!("{what}, but this is {}", code.value),
        &format!("readers will expect \"{}\" ({})", meant.phrase, meant.spec),
        &format!(
            "write {right}, rename it, or keep the name with `#[status(allow(misleading_name))]`"
        ),
    );
}
