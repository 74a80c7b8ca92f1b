//! Writes the tables that `runtime` compares: each peer's type for the same rows, at 11, 62 and 500 codes, and an
//! error enum of 300 variants.
//!
//! They are written here since what a peer's derive reads must stand in the source.

use std::path::Path;
use std::{env, fs};

const REGISTRY: &str = include_str!("../tests/data/iana-http-status-codes.csv");

struct Row {
    code: u16,
    name: String,
    phrase: String,
    documentation: String,
}

impl Row {
    fn new(code: u16, phrase: &str) -> Self {
        Self {
            code,
            name: phrase.split([' ', '-']).map(capitalised).collect(),
            phrase: phrase.to_owned(),
            documentation: format!("What {code} means: {}.", phrase.to_lowercase()),
        }
    }
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + &rest.to_lowercase()
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../tests/data/iana-http-status-codes.csv");
    if env::var_os("CARGO_FEATURE_PEERS").is_none() {
        return;
    }
    let registered = registered();
    let is_5xx = |row: &&Row| row.code >= 500;
    let server_errors: Vec<&Row> = registered.iter().filter(is_5xx).collect();
    let synthetic: Vec<Row> =
        (100..=599).map(|code| Row::new(code, &format!("Row Number {code}"))).collect();

    write("of_11.rs", &table(&server_errors, "retired_code"));
    write("of_62.rs", &table(&registered.iter().collect::<Vec<_>>(), "retired_code"));
    let waived = "unregistered_code, foreign_reason, retired_code";
    write("of_500.rs", &table(&synthetic.iter().collect::<Vec<_>>(), waived));
    write("error_of_300.rs", &error(300));
}

fn write(name: &str, source: &str) {
    let out = env::var_os("OUT_DIR").expect("cargo sets it for a build script");
    fs::write(Path::new(&out).join(name), source)
        .expect("cargo has made this folder to be written to");
}

/// The registered codes that have a phrase.
fn registered() -> Vec<Row> {
    let row = |line: &str| {
        let mut cells = line.split(',');
        let code = cells.next()?.parse().ok()?;
        // The registry adds notes in parentheses, and has nothing else for a reserved code.
        let phrase = cells.next()?.trim_matches('"').split('(').next()?.trim();
        (!phrase.is_empty()).then(|| Row::new(code, phrase))
    };
    REGISTRY.lines().skip(1).filter_map(row).collect()
}

/// The rows of one set.
struct Rows<'a>(&'a [&'a Row]);

/// Each peer's module for one set of rows.
fn table(rows: &[&Row], waived: &str) -> String {
    let rows = Rows(rows);
    let lists = format!(
        "pub const CODES: [u16; {count}] = [{codes}];
        pub const PHRASES: [&str; {count}] = [{phrases}];",
        count = rows.0.len(),
        codes = rows.lines(|row| format!("{},", row.code)),
        phrases = rows.strings(|row| &row.phrase),
    );
    [
        lists,
        rows.ours(waived),
        rows.strum(),
        rows.num_enum(),
        rows.phf(),
        rows.by_match(),
        rows.dense(),
    ]
    .join("\n")
}

impl Rows<'_> {
    fn lines(&self, line: impl Fn(&Row) -> String) -> String {
        self.0.iter().map(|row| line(row)).collect()
    }

    fn strings(&self, of: impl Fn(&Row) -> &str) -> String {
        self.lines(|row| format!("{:?},\n", of(row)))
    }

    fn names(&self) -> String {
        self.lines(|row| format!("{},\n", row.name))
    }

    fn discriminants(&self) -> String {
        self.lines(|row| format!("{} = {},\n", row.name, row.code))
    }

    /// The arms of a `match` over the variants.
    fn arms(&self, value: impl Fn(&Row) -> String) -> String {
        self.lines(|row| format!("Self::{} => {},\n", row.name, value(row)))
    }

    fn ours(&self, waived: &str) -> String {
        // A registered code has its phrase from us.
        let own_reasons = waived.contains("foreign_reason");
        let rows = self.lines(|row| {
            let reason = if own_reasons { format!(" {:?}", row.phrase) } else { String::new() };
            format!("/// {}\n{} {}{reason},\n", row.documentation, row.code, row.name)
        });
        format!(
            "pub mod ours {{ status_core::status_table! {{
                /// The rows of this set.
                #[status(allow({waived}))]
                pub enum Status: 100..=599 {{ {rows} }}
            }} }}"
        )
    }

    fn strum(&self) -> String {
        let variants = self.lines(|row| {
            let Row { code, name, phrase, documentation } = row;
            format!("/// {documentation}\n#[strum(serialize = {phrase:?})] {name} = {code},\n")
        });
        format!(
            "pub mod strum {{
                use strum::{{EnumIter, EnumMessage, EnumString, FromRepr, IntoStaticStr}};
                #[derive(Clone, Copy, FromRepr, IntoStaticStr, EnumIter, EnumString, EnumMessage)]
                #[repr(u16)] pub enum Status {{ {variants} }}
            }}"
        )
    }

    fn num_enum(&self) -> String {
        format!(
            "pub mod num_enum {{
                use num_enum::{{IntoPrimitive, TryFromPrimitive}};
                #[derive(Clone, Copy, IntoPrimitive, TryFromPrimitive)]
                #[repr(u16)] pub enum Status {{ {} }}
            }}",
            self.discriminants()
        )
    }

    fn phf(&self) -> String {
        format!(
            "pub mod phf {{
                #[derive(Clone, Copy)]
                #[repr(u16)] pub enum Status {{ {} }}
                pub static BY_CODE: phf::Map<u16, Status> = phf::phf_map! {{ {} }};
                pub static BY_PHRASE: phf::Map<&'static str, Status> = phf::phf_map! {{ {} }};
            }}",
            self.discriminants(),
            self.lines(|row| format!("{}u16 => Status::{},\n", row.code, row.name)),
            self.lines(|row| format!("{:?} => Status::{},\n", row.phrase, row.name)),
        )
    }

    fn by_match(&self) -> String {
        format!(
            "pub mod by_match {{
                #[derive(Clone, Copy)] pub enum Status {{ {} }}
                impl Status {{
                    pub const fn from_code(code: u16) -> Option<Self> {{ match code {{ {} _ => None }} }}
                    pub const fn code(self) -> u16 {{ match self {{ {} }} }}
                    pub const fn reason(self) -> &'static str {{ match self {{ {} }} }}
                    pub const fn documentation(self) -> &'static str {{ match self {{ {} }} }}
                    pub fn from_phrase(phrase: &str) -> Option<Self> {{ match phrase {{ {} _ => None }} }}
                }}
            }}",
            self.names(),
            self.lines(|row| format!("{} => Some(Self::{}),\n", row.code, row.name)),
            self.arms(|row| row.code.to_string()),
            self.arms(|row| format!("{:?}", row.phrase)),
            self.arms(|row| format!("{:?}", row.documentation)),
            self.lines(|row| format!("{:?} => Some(Self::{}),\n", row.phrase, row.name)),
        )
    }

    fn dense(&self) -> String {
        let row = |code| match self.0.iter().find(|row| row.code == code) {
            Some(row) => format!("Some(Status::{}),\n", row.name),
            None => "None,".to_owned(),
        };
        format!(
            "pub mod dense {{
                #[derive(Clone, Copy)] pub enum Status {{ {} }}
                static BY_CODE: [Option<Status>; 600] = [{}];
                static CODES: [u16; {count}] = [{}];
                static REASONS: [&str; {count}] = [{}];
                static DOCUMENTATION: [&str; {count}] = [{}];
                impl Status {{
                    pub fn from_code(code: u16) -> Option<Self> {{ *BY_CODE.get(usize::from(code))? }}
                    pub fn code(self) -> u16 {{ CODES[self as usize] }}
                    pub fn reason(self) -> &'static str {{ REASONS[self as usize] }}
                    pub fn documentation(self) -> &'static str {{ DOCUMENTATION[self as usize] }}
                }}
            }}",
            self.names(),
            (0..600).map(row).collect::<String>(),
            self.lines(|row| format!("{},", row.code)),
            self.strings(|row| &row.phrase),
            self.strings(|row| &row.documentation),
            count = self.0.len(),
        )
    }
}

/// An error enum whose variants carry data, as the derive has it and with a `match` by hand.
fn error(count: u16) -> String {
    const CODES: [u16; 10] = [400, 403, 404, 409, 410, 422, 500, 502, 503, 504];
    let code = |index: u16| CODES[usize::from(index) % CODES.len()];
    let lines = |line: &dyn Fn(u16) -> String| (0..count).map(line).collect::<String>();
    let fields = |index: u16| match index % 3 {
        0 => "(u32)",
        1 => " { id: u64 }",
        _ => "(&'static str)",
    };
    let value = |index: u16| match index % 3 {
        0 => format!("({index})"),
        1 => format!(" {{ id: {index} }}"),
        _ => format!("(\"number {index}\")"),
    };
    let values = lines(&|index| format!("Error::Thing{index}{},\n", value(index)));
    format!(
        "pub const COUNT: u16 = {count};
        pub mod ours {{
            #[derive(Clone, Copy, Debug, status_core::HttpStatus)]
            #[status(type_base = \"https://shop.example/errors/\")]
            pub enum Error {{ {} }}
            pub static VALUES: [Error; {count}] = [{values}];
        }}
        pub mod by_match {{
            pub struct Row {{ pub code: u16, pub reason: &'static str, pub documentation: &'static str }}
            static ROWS: [Row; {count}] = [{}];
            #[derive(Clone, Copy, Debug)]
            pub enum Error {{ {} }}
            impl Error {{
                pub fn status(&self) -> &'static Row {{ match self {{ {} }} }}
            }}
            pub static VALUES: [Error; {count}] = [{values}];
        }}",
        lines(&|index| format!(
            "/// The thing number {index} went wrong.\n#[status({})] Thing{index}{},\n",
            code(index),
            fields(index)
        )),
        lines(&|index| format!(
            "Row {{ code: {}, reason: \"Reason of {index}\", documentation: \"The thing number {index} went wrong.\" }},\n",
            code(index)
        )),
        lines(&|index| format!("Thing{index}{},\n", fields(index))),
        lines(&|index| format!("Self::Thing{index} {{ .. }} => &ROWS[{index}],\n")),
    )
}
