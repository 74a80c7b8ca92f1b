//! Writes the tables that `lookups` compares: the registered codes as a `status_table!` and as an
//! enum that derives strum's macros.

use std::path::Path;
use std::{env, fs};

const REGISTRY: &str = include_str!("../tests/data/iana-http-status-codes.csv");

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../tests/data/iana-http-status-codes.csv");
    let lines = |line: fn(u16, &str) -> String| -> String {
        REGISTRY.lines().filter_map(row).map(|(code, phrase)| line(code, phrase) + "\n").collect()
    };
    let source = format!(
        "pub const CODES: &[u16] = &[{}];
        pub mod ours {{ status_core::status_table! {{
            /// All registered codes.
            #[status(allow(retired_code))]
            pub enum Status: 100..=599 {{ {} }}
        }} }}
        pub mod strum {{
            use strum::{{EnumMessage, FromRepr, IntoStaticStr}};
            #[derive(Clone, Copy, EnumMessage, FromRepr, IntoStaticStr)]
            #[repr(u16)] pub enum Status {{ {} }}
        }}",
        lines(|code, _| format!("{code},")),
        lines(|code, phrase| format!("/// Means {phrase:?}.\n{code} {},", name(phrase))),
        lines(|code, phrase| {
            let name = name(phrase);
            format!("/// Means {phrase:?}.\n#[strum(serialize = {phrase:?})] {name} = {code},")
        }),
    );
    let out = env::var_os("OUT_DIR").expect("cargo sets it for build scripts");
    fs::write(Path::new(&out).join("tables.rs"), source).expect("cargo created the folder");
}

/// The code and the phrase, if the code has one.
fn row(line: &str) -> Option<(u16, &str)> {
    let mut cells = line.split(',');
    let code = cells.next()?.parse().ok()?;
    // The registry adds remarks in parentheses. A reserved code has nothing but a remark.
    let phrase = cells.next()?.trim_matches('"').split('(').next()?.trim();
    (!phrase.is_empty()).then_some((code, phrase))
}

/// `MultiStatus` for "Multi-Status".
fn name(phrase: &str) -> String {
    let capitalized = |word: &str| word[..1].to_uppercase() + &word[1..].to_lowercase();
    phrase.split([' ', '-']).map(capitalized).collect()
}
