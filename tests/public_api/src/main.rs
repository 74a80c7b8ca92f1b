//! Prints the public API that rustdoc's JSON describes, one item a line. `.ci/public-api` compares
//! it with `status-core.txt`.

use std::env;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let json = env::args().nth(1).ok_or("expected the path of rustdoc's JSON")?;
    let api = public_api::Builder::from_rustdoc_json(json).omit_blanket_impls(true).build()?;
    for item in api.items().map(ToString::to_string).filter(|item| is_public(item)) {
        println!("{item}");
    }
    Ok(())
}

/// Whether an item is one that users can rely on.
fn is_public(item: &str) -> bool {
    const NOT_PUBLIC: [&str; 7] = [
        // Impls of hidden traits, for generated code, and their items.
        "status_core::macro_support::",
        "::CHECK: ()",
        "impl status_core::describe::openapi::documented::",
        "status_core::describe::openapi::documented::Statuses",
        // Written by pin-project-lite.
        "impl<'__pin",
        // Unstable in the standard library.
        "core::marker::Freeze",
        "core::marker::UnsafeUnpin",
    ];
    !NOT_PUBLIC.iter().any(|part| item.contains(part))
}
