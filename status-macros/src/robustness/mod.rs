//! Every input produces valid Rust: an expansion, or errors.

pub mod check;
pub mod mutate;

use proc_macro2::TokenStream;

use self::check::{DERIVE, check};
use self::mutate::{Numbers, mutate};
use crate::pipeline;

/// How many inputs are generated, unless `STATUS_INPUTS` gives another number.
const INPUTS: u64 = 300;

/// Sound inputs, from which the others are generated.
const DERIVES: [&str; 5] = [
    r#"/// Why. #[status(axum, http, type_base = "https://shop.example/errors/", range = 4xx, members(service = "shop"), header("X-Id" = "a"), redact)] pub enum E {
        /// No order has this number. #[status(404, members(id, r#match), expose)] A { id: u64, r#match: u8 },
        /// Sign in. #[status(401, header("WWW-Authenticate" = "Bearer"), slug = "in")] B,
        /// Wait. #[status(TOO_MANY_REQUESTS, header("Retry-After" = 0), title = "Wait", grpc = Code::ResourceExhausted, members(after = 0, "code" = slug, kind = -7, n = 1_i64))] C(Duration),
        #[status(transparent)] D(Box<Stock>), #[status(dynamic = code, fallback = 404, redact)] F { code: u16 } }"#,
    r#"/// Failed. #[derive(Debug)] #[status(599, reason = "Odd", allow(unregistered_code), my::respond)]
        struct S<'a, T: Debug + 'a, const N: usize = 4>(&'a [T; N]) where T: Send;"#,
    r"#[status(allow(missing_docs, retired_code), crate = other::status_core, range = 400..=599)]
        enum G<T> { #[status(transparent, unlisted)] A(Vec<T>), #[status(StatusCode::NOT_EXTENDED)] B }",
    r#"enum N { #[doc = "x"] #[status(404)] A = 1 << 2, #[doc = "y"] #[status(500)] B(u8) = <u8 as Of<u8, u8>>::N << f::<1, 2>() as isize, }"#,
    "enum Never {}",
];
const TABLES: [&str; 3] = [
    r#"/// Edge. #[status(allow(unregistered_code))] #[derive(Default)] pub(crate) enum Edge: 520..=530 {
        /// Odd. #[default] 520 UnknownError "Web Server Returned an Unknown Error",
        /// Down. 521 WebServerDown "Web Server Is Down" }"#,
    r#"/// Mixed. #[status(type_base = "/errors#", axum)] enum Mixed { /// Fine. 200 Ok,
        /// Large. StatusCode::CONTENT_TOO_LARGE ContentTooLarge, #[status(allow(retired_code, missing_docs))] 510 NotExtended, }"#,
    "/// 5xx. enum Five: 5xx { /// Failed. INTERNAL_SERVER_ERROR InternalServerError, /// Bad. 502 BadGateway }",
];

/// A doc comment in the sources above ends at its first period, because each source is one line.
fn tokens(source: &str) -> TokenStream {
    let mut text = String::new();
    let mut rest = source;
    while let Some((before, comment)) = rest.split_once("/// ") {
        let (sentence, after) = comment.split_once('.').unwrap();
        text.push_str(before);
        text.push_str("#[doc = \" ");
        text.push_str(sentence);
        text.push_str(".\"]");
        rest = after;
    }
    (text + rest).parse().unwrap()
}

#[test]
fn no_input_makes_the_macros_panic_or_fall_silent() {
    let inputs = std::env::var("STATUS_INPUTS").ok().and_then(|number| number.parse().ok());
    let inputs: u64 = inputs.unwrap_or(INPUTS);
    let derives: Vec<TokenStream> = DERIVES.iter().map(|source| tokens(source)).collect();
    let tables: Vec<TokenStream> = TABLES.iter().map(|source| tokens(source)).collect();
    for sound in &derives {
        assert!(
            check(DERIVE, pipeline::derive, sound.clone()),
            "{sound}: {}",
            pipeline::derive(sound.clone())
        );
    }
    for sound in &tables {
        assert!(check("status_table", pipeline::table, sound.clone()), "{sound}");
    }
    let mut numbers = Numbers(0x5EED);
    let mut accepted = 0;
    for _ in 0..inputs {
        let rate = [1, 4, 16, 48][numbers.below(4)];
        let input = numbers.below(derives.len() + tables.len());
        let sound = match derives.get(input) {
            Some(derive) => {
                let input = mutate(derive.clone(), &mut numbers, rate);
                check(DERIVE, pipeline::derive, input)
            }
            None => {
                let input = mutate(tables[input - derives.len()].clone(), &mut numbers, rate);
                check("status_table", pipeline::table, input)
            }
        };
        accepted += u64::from(sound);
    }
    println!("{inputs} inputs, of which {accepted} were accepted");
    assert!(accepted > inputs / 100 && accepted < inputs, "the inputs are all of one kind");
}

#[test]
fn large_and_deep_inputs_are_answered_too() {
    let rows = |range: std::ops::Range<u32>| -> String {
        let rows = range.map(|n| format!("#[doc = \"x\"] {} R{n} \"r{n}\",", n % 1000));
        rows.collect::<Vec<_>>().concat()
    };
    let variants = |count: u32| -> String {
        let variants =
            (0..count).map(|n| format!("#[doc = \"It failed.\"] #[status(404)] V{n}(u8),"));
        variants.collect::<Vec<_>>().concat()
    };
    // The everyday loop should not wait for the largest.
    let size = if std::env::var_os("STATUS_INPUTS").is_some() { 5_000 } else { 600 };
    let many: TokenStream = format!("enum E {{ {} }}", variants(size)).parse().unwrap();
    assert!(check(DERIVE, pipeline::derive, many));
    let table = format!(
        "#[doc = \"x\"] #[status(allow(unregistered_code, foreign_reason, retired_code))] enum T {{ {} }}",
        rows(100..600)
    );
    assert!(check("status_table", pipeline::table, table.parse().unwrap()));
    let too_many: TokenStream = format!("enum T {{ {} }}", rows(0..size)).parse().unwrap();
    assert!(!check("status_table", pipeline::table, too_many));
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] {
        let deep = format!("{}{}", open.repeat(500), close.repeat(500));
        for source in [
            format!("enum E {{ #[status{deep}] A }}"),
            format!("enum E {{ #[status(404, header({deep}))] A }}"),
            format!("enum T: 5xx {{ {deep} }}"),
            format!("enum T: 5xx {{ 503 A {deep}, 504 B }}"),
            deep.clone(),
        ] {
            let input: TokenStream = source.parse().unwrap();
            check(DERIVE, pipeline::derive, input.clone());
            check("status_table", pipeline::table, input);
        }
    }
    // syn's recursive descent has a limit.
    let deep = format!("{}u8{}", "Vec<".repeat(16), ">".repeat(16));
    let input = format!("#[doc = \"x\"] #[status(404)] struct S({deep});").parse().unwrap();
    assert!(check(DERIVE, pipeline::derive, input));
    for empty in [
        "",
        "enum E",
        "enum E {}",
        "struct S;",
        "pub",
        ",",
        "#",
        "enum T: 5xx {}",
        "enum T: 5xx { , }",
    ] {
        let input: Result<TokenStream, _> = empty.parse();
        let input = input.unwrap();
        check(DERIVE, pipeline::derive, input.clone());
        check("status_table", pipeline::table, input);
    }
}
