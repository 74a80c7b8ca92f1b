//! The same enum or table for each peer, at any size.

use std::fmt::Write as _;

use crate::run;

/// What a package is written from.
pub struct Peer {
    pub key: &'static str,
    pub name: &'static str,
    dependencies: &'static [&'static str],
    /// What stands before the enum.
    head: &'static str,
    /// What stands before the variant, or is the row, with `#` for its number.
    line: Line,
}

type Line = fn(index: usize) -> String;

/// Codes and their names, one after the other for the variants.
const CODES: [(u16, &str); 10] = [
    (400, "BAD_REQUEST"),
    (403, "FORBIDDEN"),
    (404, "NOT_FOUND"),
    (409, "CONFLICT"),
    (410, "GONE"),
    (422, "UNPROCESSABLE_ENTITY"),
    (500, "INTERNAL_SERVER_ERROR"),
    (502, "BAD_GATEWAY"),
    (503, "SERVICE_UNAVAILABLE"),
    (504, "GATEWAY_TIMEOUT"),
];

fn code(index: usize) -> u16 {
    CODES[index % CODES.len()].0
}

fn code_name(index: usize) -> &'static str {
    CODES[index % CODES.len()].1
}

const CORE: &str = "status-core";
const THISERROR: &str = "thiserror = { version = \"2\", default-features = false }";
const STRUM: &str = "strum = { version = \"0.28\", features = [\"derive\"] }";
const NUM_ENUM: &str = "num_enum = \"0.7\"";

pub const BARE: Peer = Peer {
    key: "bare",
    name: "bare enum",
    dependencies: &[],
    head: "#[derive(Debug)]",
    line: |_| String::new(),
};

/// An error enum. Each derives `Debug`, as all errors do.
pub const ERRORS: &[Peer] = &[
    Peer {
        key: "ours",
        name: "ours",
        dependencies: &[CORE],
        head: "#[derive(Debug, status_core::HttpStatus)]\n#[status(type_base = \"https://shop.example/errors/\")]",
        line: |index| format!("#[status({})]", code(index)),
    },
    Peer {
        key: "thiserror",
        name: "thiserror",
        dependencies: &[THISERROR],
        head: "#[derive(Debug, thiserror::Error)]",
        line: |index| format!("#[error(\"thing {index} went wrong\")]"),
    },
    Peer {
        key: "displaydoc",
        name: "displaydoc",
        dependencies: &["displaydoc = \"0.2\""],
        head: "#[derive(Debug, displaydoc::Display)]",
        line: |_| String::new(),
    },
    Peer {
        key: "snafu",
        name: "snafu",
        dependencies: &["snafu = \"0.9\""],
        head: "#[derive(Debug, snafu::Snafu)]",
        line: |index| format!("#[snafu(display(\"thing {index} went wrong\"))]"),
    },
    Peer {
        key: "strum",
        name: "strum, `IntoStaticStr`",
        dependencies: &[STRUM],
        head: "#[derive(Debug, strum::IntoStaticStr)]",
        line: |index| format!("#[strum(serialize = \"thing {index} went wrong\")]"),
    },
    Peer {
        key: "axum_thiserror",
        name: "axum_thiserror, with thiserror",
        dependencies: &[
            THISERROR,
            "axum = \"0.8\"",
            "serde = { version = \"1\", features = [\"derive\"] }",
            "axum_thiserror = { version = \"0.3\", default-features = false, features = [\"json\"] }",
        ],
        head: "use axum::http::StatusCode;\nuse axum_thiserror::ErrorStatus;\n\
               #[derive(Debug, thiserror::Error, serde::Serialize, ErrorStatus)]",
        line: |index| {
            format!(
                "#[error(\"thing {index} went wrong\")]\n#[status(StatusCode::{})]",
                code_name(index)
            )
        },
    },
    Peer {
        key: "utoipa",
        name: "utoipa, `IntoResponses`",
        dependencies: &["utoipa = \"6\""],
        head: "#[derive(Debug, utoipa::IntoResponses)]",
        line: |index| format!("#[response(status = {})]", code(index)),
    },
];

/// A table: code, reason, documentation, lookup, iteration, parsing, as far as each goes.
pub const TABLES: &[Peer] = &[
    Peer { key: "ours", name: "ours", dependencies: &[CORE], head: "", line: our_row },
    Peer {
        key: "strum",
        name: "strum, five derives",
        dependencies: &[STRUM],
        head: "#[derive(Clone, Copy, strum::FromRepr, strum::IntoStaticStr, strum::EnumIter, strum::EnumString, \
               strum::EnumMessage)]\n#[repr(u16)]",
        line: |index| format!("#[strum(serialize = \"Reason number {index}\")]"),
    },
    Peer {
        key: "num_enum",
        name: "num_enum (lookup alone)",
        dependencies: &[NUM_ENUM],
        head: "#[derive(Clone, Copy, num_enum::IntoPrimitive, num_enum::TryFromPrimitive)]\n#[repr(u16)]",
        line: |_| String::new(),
    },
    Peer {
        key: "dense",
        name: "dense tables by hand",
        dependencies: &[],
        head: "",
        line: |_| String::new(),
    },
    Peer {
        key: "by_match",
        name: "`match` by hand",
        dependencies: &[],
        head: "",
        line: |_| String::new(),
    },
];

fn our_row(index: usize) -> String {
    format!(
        "/// The row number {index} says this.\n{} Row{index} \"Reason number {index}\",",
        100 + index
    )
}

impl Peer {
    pub fn dependencies(&self) -> String {
        dependencies(self.dependencies)
    }

    /// An error enum of so many variants.
    pub fn error(&self, variants: usize) -> String {
        let mut out = format!("{}\npub enum Error {{\n", self.head);
        for index in 0..variants {
            let line = (self.line)(index);
            let _ = writeln!(
                out,
                "/// The thing number {index} went wrong.\n{line}\nThing{index}Failed,"
            );
        }
        out + "}\n"
    }

    /// An error enum of so many variants, and a `main` that asks all of one of them.
    pub fn used(&self, variants: usize) -> String {
        let values: Vec<String> =
            (0..variants).map(|index| format!("Error::Thing{index}Failed")).collect();
        let values = values.join(",\n");
        format!(
            "{}static VALUES: [Error; {variants}] = [{values}];\n\
             fn main() {{\nlet error = &VALUES[std::env::args().len() % {variants}];\n{}\n}}\n",
            self.error(variants),
            used_error(self.key).unwrap_or_default(),
        )
    }

    /// A table of so many rows, from 100 upwards.
    pub fn table(&self, rows: usize) -> String {
        match self.key {
            "ours" => {
                let rows: String = (0..rows).map(self.line).collect();
                format!(
                    "status_core::status_table! {{\n/// All.\n\
                     #[status(allow(unregistered_code, foreign_reason, retired_code))]\n\
                     pub enum Status: 100..=599 {{\n{rows}\n}} }}\n"
                )
            }
            "dense" => {
                enumeration("#[derive(Clone, Copy)]\n#[repr(u16)]", rows, |_| String::new())
                    + &dense(rows)
            }
            "by_match" => {
                enumeration("#[derive(Clone, Copy)]\n#[repr(u16)]", rows, |_| String::new())
                    + &by_match(rows)
            }
            _ => enumeration(self.head, rows, self.line),
        }
    }
}

/// The enum of a table, which every peer has and which is subtracted.
pub fn bare_table(rows: usize) -> String {
    enumeration("#[derive(Clone, Copy)]\n#[repr(u16)]", rows, |_| String::new())
}

fn enumeration(head: &str, rows: usize, line: Line) -> String {
    let mut out = format!("{head}\npub enum Status {{\n");
    for index in 0..rows {
        let (line, code) = (line(index), 100 + index);
        let _ =
            writeln!(out, "/// The row number {index} says this.\n{line}\nRow{index} = {code},");
    }
    out + "}\n"
}

fn dense(rows: usize) -> String {
    let all = |line: &dyn Fn(usize) -> String| (0..rows).map(line).collect::<String>();
    format!(
        "static ALL: [Status; {rows}] = [{}];\n\
         static REASONS: [&str; {rows}] = [{}];\n\
         static DOCUMENTATION: [&str; {rows}] = [{}];\n\
         impl Status {{\n\
         pub fn all() -> &'static [Self] {{ &ALL }}\n\
         pub fn from_code(code: u16) -> Option<Self> {{ ALL.get(usize::from(code.wrapping_sub(100))).copied() }}\n\
         pub fn code(self) -> u16 {{ self as u16 }}\n\
         pub fn reason(self) -> &'static str {{ REASONS[usize::from(self as u16 - 100)] }}\n\
         pub fn documentation(self) -> &'static str {{ DOCUMENTATION[usize::from(self as u16 - 100)] }}\n\
         pub fn from_phrase(phrase: &str) -> Option<Self> {{\n\
         REASONS.iter().position(|reason| *reason == phrase).map(|row| ALL[row])\n}}\n}}\n",
        all(&|index| format!("Status::Row{index},\n")),
        all(&|index| format!("\"Reason number {index}\",\n")),
        all(&|index| format!("\"The row number {index} says this.\",\n")),
    )
}

fn by_match(rows: usize) -> String {
    let all = |line: &dyn Fn(usize) -> String| (0..rows).map(line).collect::<String>();
    format!(
        "static ALL: [Status; {rows}] = [{}];\n\
         impl Status {{\n\
         pub fn all() -> &'static [Self] {{ &ALL }}\n\
         pub fn from_code(code: u16) -> Option<Self> {{ Some(match code {{ {} _ => return None }}) }}\n\
         pub fn code(self) -> u16 {{ self as u16 }}\n\
         pub fn reason(self) -> &'static str {{ match self {{ {} }} }}\n\
         pub fn documentation(self) -> &'static str {{ match self {{ {} }} }}\n\
         pub fn from_phrase(phrase: &str) -> Option<Self> {{ Some(match phrase {{ {} _ => return None }}) }}\n}}\n",
        all(&|index| format!("Status::Row{index},\n")),
        all(&|index| format!("{} => Self::Row{index},\n", 100 + index)),
        all(&|index| format!("Self::Row{index} => \"Reason number {index}\",\n")),
        all(&|index| format!("Self::Row{index} => \"The row number {index} says this.\",\n")),
        all(&|index| format!("\"Reason number {index}\" => Self::Row{index},\n")),
    )
}

/// A stack: what a project adds to have it.
pub struct Stack {
    pub key: &'static str,
    pub name: &'static str,
    dependencies: &'static [&'static str],
}

impl Stack {
    pub fn dependencies(&self) -> String {
        dependencies(self.dependencies)
    }
}

pub const STACKS: &[Stack] = &[
    Stack { key: "ours", name: "ours", dependencies: &[CORE] },
    Stack { key: "thiserror", name: "thiserror", dependencies: &["thiserror = \"2\""] },
    Stack { key: "strum", name: "strum", dependencies: &[STRUM] },
    Stack { key: "snafu", name: "snafu", dependencies: &["snafu = \"0.9\""] },
    Stack { key: "num_enum", name: "num_enum", dependencies: &[NUM_ENUM] },
    Stack {
        key: "thiserror_http",
        name: "thiserror + http",
        dependencies: &["thiserror = \"2\"", "http = \"1\""],
    },
    Stack {
        key: "syn",
        name: "syn, quote, proc-macro2",
        dependencies: &["syn = \"3\"", "quote = \"1\"", "proc-macro2 = \"1\""],
    },
    Stack {
        key: "problem_details",
        name: "problem_details",
        dependencies: &["problem_details = \"0.11\""],
    },
    Stack {
        key: "http_api_problem",
        name: "http-api-problem",
        dependencies: &["http-api-problem = \"0.60\""],
    },
    Stack {
        key: "axum_thiserror",
        name: "axum_thiserror",
        dependencies: &["axum_thiserror = \"0.3\""],
    },
];

fn dependencies(lines: &[&str]) -> String {
    let path = run::folder().with_file_name("status-core");
    let ours = format!("status-core = {{ path = '{}', default-features = false }}", path.display());
    let line = |line: &&str| if *line == CORE { ours.clone() } else { (*line).to_owned() };
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A `main` that leaves nothing of a table out.
pub fn uses(key: &str) -> &'static str {
    match key {
        "ours" => {
            "fn main() {
                let code = std::env::args().len() as u16;
                for status in Status::ALL { println!(\"{}\", status.code()); }
                let found = Status::from_code(code).or(std::env::args().next().and_then(|text| text.parse().ok()));
                let Some(status) = found else { return };
                println!(\"{} {} {}\", status.code(), status.reason(), status.documentation());
            }"
        }
        "strum" => {
            "fn main() {
                use strum::{EnumMessage as _, IntoEnumIterator as _};
                let code = std::env::args().len() as u16;
                for status in Status::iter() { println!(\"{}\", status as u16); }
                let found = Status::from_repr(code).or(std::env::args().next().and_then(|text| text.parse().ok()));
                let Some(status) = found else { return };
                let reason: &str = status.into();
                println!(\"{} {} {}\", status as u16, reason, status.get_documentation().unwrap_or_default());
            }"
        }
        "num_enum" => {
            "fn main() {
                let code = std::env::args().len() as u16;
                let Ok(status) = Status::try_from(code) else { return };
                println!(\"{}\", u16::from(status));
            }"
        }
        _ => {
            "fn main() {
                let code = std::env::args().len() as u16;
                for status in Status::all() { println!(\"{}\", status.code()); }
                let found = Status::from_code(code)
                    .or(std::env::args().next().and_then(|text| Status::from_phrase(&text)));
                let Some(status) = found else { return };
                println!(\"{} {} {}\", status.code(), status.reason(), status.documentation());
            }"
        }
    }
}

/// What a derive leaves to ask of an `error`, where it is nothing that a framework asks.
pub fn used_error(key: &str) -> Option<&'static str> {
    match key {
        "ours" => Some(
            "use status_core::HttpStatus as _;
            let status = error.status();
            println!(\"{} {} {}\", status.code(), status.reason(), status.documentation());",
        ),
        "thiserror" | "displaydoc" | "snafu" => Some("println!(\"{error}\");"),
        "strum" => Some("println!(\"{}\", <&str>::from(error));"),
        _ => None,
    }
}
