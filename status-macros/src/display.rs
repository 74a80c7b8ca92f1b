//! What the message of a variant contains, as the attributes of thiserror, snafu, `derive_more` and
//! displaydoc say it, or its doc comment.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{
    Attribute, Expr, ExprLit, Field, Fields, Ident, Lit, LitStr, Member, Meta, MetaNameValue,
    Token, Type,
};

use crate::model::is_same;

/// A part of the message that is the message of another error.
pub struct Mention {
    /// The field, as the message would name it.
    pub field: String,
    /// The format string, or `transparent`.
    pub at: TokenStream,
    /// Whether the format string is the doc comment.
    pub in_documentation: bool,
}

/// The crate whose `Display` an attribute describes. Each names fields in another way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dialect {
    /// `#[error("{0} {name}", .0, .name)]`
    Thiserror,
    /// `#[snafu(display("{name}", name))]`
    Snafu,
    /// `#[display("{_0} {name}", _0, name)]`
    DeriveMore,
    /// `#[displaydoc("{0} {name}")]`
    Displaydoc,
    /// `/// {0} {name}`, which displaydoc and snafu read if there is no attribute.
    Documentation,
}

/// `"…", arguments`, or only `transparent`.
enum Message {
    Format(LitStr, Vec<TokenTree>),
    Transparent(Ident),
}

/// Where the message of a variant with these fields contains its source's. `shared` are the attributes
/// of the enum. Only the first message among the attributes counts, and a mention of the field `except`
/// is ignored.
pub fn source_in_message(
    fields: &Fields,
    attrs: &[Attribute],
    shared: &[Attribute],
    except: Option<&Member>,
) -> Option<Mention> {
    let only = fields.len() == 1;
    let is_counted = |member: &Member| except.is_none_or(|except| !is_same(member, except));
    let counted = || fields.members().zip(fields).filter(|(member, _)| is_counted(member));
    messages(attrs, shared).into_iter().find_map(|(dialect, message)| {
        let (member, at) = counted().find_map(|(member, field)| match &message {
            Message::Transparent(at) => {
                (only || is_source(&member, field)).then(|| (member, at.to_token_stream()))
            }
            Message::Format(format, arguments) => {
                let is_source = is_source(&member, field)
                    || only
                        && dialect == Dialect::DeriveMore
                        && is_error(&field.ty)
                        && !is_named(&member);
                let is_mentioned = is_source
                    && (in_format(&format.value(), &member, dialect, has_positional(arguments))
                        || in_arguments(arguments, &member, dialect));
                is_mentioned.then(|| (member, format.to_token_stream()))
            }
        })?;
        let in_documentation = dialect == Dialect::Documentation;
        Some(Mention { field: shown(&member), at, in_documentation })
    })
}

/// The message among the attributes, or else each line of the doc comment: displaydoc takes all of it,
/// snafu the first paragraph, and which of them is derived is not known here.
fn messages(attrs: &[Attribute], shared: &[Attribute]) -> Vec<(Dialect, Message)> {
    let mut all = attrs.iter().chain(shared);
    if let Some(message) = all.clone().find_map(message) {
        return vec![message];
    }
    // Such as `#[error(fmt = path)]`.
    let is_message =
        |attr: &Attribute| ["error", "display"].iter().any(|it| attr.path().is_ident(it));
    if all.any(is_message) {
        return Vec::new();
    }
    let lines = attrs.iter().filter_map(documentation);
    lines.map(|line| (Dialect::Documentation, Message::Format(line.clone(), Vec::new()))).collect()
}

/// Whether the message of a variant is that of this field, without anything else. `shared` are the
/// attributes of the enum.
pub fn is_message_of(
    member: &Member,
    fields: &Fields,
    attrs: &[Attribute],
    shared: &[Attribute],
) -> bool {
    let [own, shared] = [attrs, shared].map(|attrs| attrs.iter().find_map(message));
    // derive_more may put the message of a variant into that of the enum.
    if matches!((&own, &shared), (Some((Dialect::DeriveMore, _)), Some(_))) {
        return false;
    }
    match own.or(shared) {
        Some((_, Message::Transparent(_))) => fields.members().zip(fields).any(|(it, field)| {
            is_same(&it, member) && (fields.len() == 1 || is_source(&it, field))
        }),
        Some((dialect, Message::Format(format, arguments))) => {
            let format = format.value();
            let placeholder = format.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
            arguments.is_empty()
                && placeholder.is_some_and(|name| !name.contains(['{', '}', ':']))
                && in_format(&format, member, dialect, false)
        }
        None => false,
    }
}

/// The text of a line of documentation, or of a block.
pub fn documentation(attr: &Attribute) -> Option<&LitStr> {
    match &attr.meta {
        Meta::NameValue(MetaNameValue {
            path,
            value: Expr::Lit(ExprLit { lit: Lit::Str(text), .. }),
            ..
        }) if path.is_ident("doc") => Some(text),
        _ => None,
    }
}

fn shown(member: &Member) -> String {
    match member {
        Member::Named(name) => name.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

fn is_named(member: &Member) -> bool {
    matches!(member, Member::Named(_))
}

fn message(attr: &Attribute) -> Option<(Dialect, Message)> {
    let Meta::List(list) = &attr.meta else { return None };
    let name = attr.path().get_ident()?.to_string();
    match name.as_str() {
        "error" => {
            read.parse2(list.tokens.clone()).ok().map(|message| (Dialect::Thiserror, message))
        }
        "display" => {
            read.parse2(list.tokens.clone()).ok().map(|message| (Dialect::DeriveMore, message))
        }
        "displaydoc" => {
            read.parse2(list.tokens.clone()).ok().map(|message| (Dialect::Displaydoc, message))
        }
        "snafu" => {
            in_snafu.parse2(list.tokens.clone()).ok().map(|message| (Dialect::Snafu, message))
        }
        _ => None,
    }
}

fn read(input: ParseStream) -> syn::Result<Message> {
    // derive_more once wrote `fmt = "…"`.
    if input.peek(Ident) && input.peek2(Token![=]) && input.peek3(LitStr) {
        input.parse::<Ident>()?;
        input.parse::<Token![=]>()?;
    }
    if input.peek(LitStr) {
        let format = input.parse()?;
        let arguments: TokenStream = input.parse()?;
        return Ok(Message::Format(format, arguments.into_iter().collect()));
    }
    let word: Ident = input.parse()?;
    if word == "transparent" && input.is_empty() {
        return Ok(Message::Transparent(word));
    }
    Err(input.error("not a message"))
}

/// `display(…)` or `transparent`, among other items.
fn in_snafu(input: ParseStream) -> syn::Result<Message> {
    let mut tokens = input.parse::<TokenStream>()?.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match (&token, tokens.peek()) {
            (TokenTree::Ident(word), Some(TokenTree::Group(group))) if word == "display" => {
                return read.parse2(group.stream());
            }
            (TokenTree::Ident(word), None) if word == "transparent" => {
                return Ok(Message::Transparent(word.clone()));
            }
            _ => {}
        }
    }
    Err(input.error("not a message"))
}

/// Whether `Error::source` returns this field.
fn is_source(member: &Member, field: &Field) -> bool {
    let mut is_source = matches!(member, Member::Named(name) if name.unraw() == "source");
    for attr in &field.attrs {
        if attr.path().is_ident("source") || attr.path().is_ident("from") {
            return true;
        }
        // snafu: `source`, `source(false)`, `source(from(…))`. derive_more: `source`, `not(source)`.
        if let Meta::List(list) = &attr.meta {
            let words = list.tokens.to_string();
            let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).collect();
            if list.path.is_ident("snafu") || list.path.is_ident("error") {
                let excluded = words.contains(&"false") || words.contains(&"not");
                is_source = (is_source || words.contains(&"source")) && !excluded;
            }
        }
    }
    is_source
}

/// `derive_more` takes the only field of a tuple for the source if it is an error.
fn is_error(ty: &Type) -> bool {
    let ty = ty.to_token_stream().to_string();
    ty.ends_with("Error") || ty.contains("dyn ") && ty.contains("Error")
}

/// Whether a placeholder names the field.
fn in_format(format: &str, member: &Member, dialect: Dialect, has_positional: bool) -> bool {
    let unescaped = format.replace("{{", "").replace("}}", "");
    names_in_braces(&unescaped).any(|name| match (member, dialect) {
        // With positional arguments, a number is that of an argument.
        (Member::Unnamed(_), Dialect::Thiserror) if has_positional => false,
        (Member::Unnamed(index), Dialect::Snafu | Dialect::DeriveMore) => {
            name.strip_prefix('_').and_then(|number| number.parse().ok()) == Some(index.index)
        }
        _ => is_name_of(name, member),
    })
}

/// The first name or index of a field in braces, as it is written, and the field. No brace is escaped.
pub fn placeholder<'a>(text: &'a str, fields: &Fields) -> Option<(&'a str, Member)> {
    names_in_braces(text).find_map(|name| {
        let member = fields.members().find(|member| is_name_of(name, member))?;
        Some((name, member))
    })
}

/// The names in `{name}` and `{name:…}`. As in a format string, no space precedes a name.
fn names_in_braces(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let (placeholder, _) = rest.split_once('}')?;
        Some(placeholder.split(':').next().unwrap_or_default().trim_end())
    })
}

/// Whether the name in a placeholder is that of the field: in a tuple, its index with or without `_`.
pub fn is_name_of(name: &str, member: &Member) -> bool {
    match member {
        Member::Named(field) => field.unraw() == name.trim_start_matches("r#"),
        Member::Unnamed(index) => name.strip_prefix('_').unwrap_or(name).parse() == Ok(index.index),
    }
}

/// Whether one of the arguments has no name.
fn has_positional(arguments: &[TokenTree]) -> bool {
    let is = |token: Option<&TokenTree>, punctuation: char| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == punctuation);
    let mut begins = (0..arguments.len()).filter(|at| is(arguments.get(*at), ','));
    begins.any(|comma| arguments.len() > comma + 1 && !is(arguments.get(comma + 2), '='))
}

/// Whether an argument mentions the field.
fn in_arguments(arguments: &[TokenTree], member: &Member, dialect: Dialect) -> bool {
    let names = |token: &TokenTree| match (token, member) {
        (TokenTree::Ident(word), Member::Named(field)) => word.unraw() == field.unraw(),
        (TokenTree::Ident(word), Member::Unnamed(index)) => {
            dialect == Dialect::DeriveMore && *word == format!("_{}", index.index)
        }
        (TokenTree::Literal(number), Member::Unnamed(index)) => {
            // `.0.kind()` has the number `0.`.
            number.to_string().split('.').next().is_some_and(|it| it.parse() == Ok(index.index))
        }
        _ => false,
    };
    let is_dot = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == '.');
    let begins = |token: Option<&TokenTree>| {
        !matches!(token, Some(TokenTree::Ident(_) | TokenTree::Literal(_) | TokenTree::Group(_)))
    };
    arguments.iter().enumerate().any(|(at, token)| {
        if let TokenTree::Group(group) = token {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            return in_arguments(&inner, member, dialect);
        }
        let before = |count: usize| at.checked_sub(count).and_then(|at| arguments.get(at));
        let is_field = match dialect {
            Dialect::Thiserror => is_dot(before(1)) && begins(before(2)),
            Dialect::Snafu | Dialect::DeriveMore => !is_dot(before(1)),
            // They have no arguments.
            Dialect::Displaydoc | Dialect::Documentation => false,
        };
        is_field && names(token)
    })
}

#[cfg(test)]
mod tests {
    use quote::ToTokens as _;
    use syn::{ItemEnum, parse_str};

    use super::{is_message_of, source_in_message};

    /// Variants in the manner of real services whose message contains their source.
    const LEAKING: [&str; 36] = [
        // thiserror
        r#"#[error("bad row: {0}")] Bad(#[from] io::Error)"#,
        r#"#[error("bad row: {0:?}")] Bad(#[source] io::Error)"#,
        r#"#[error("query failed: {source}")] Query { source: sqlx::Error }"#,
        r#"#[error("cannot parse {name}: {source:#}")] Parse { name: String, source: E }"#,
        r#"#[error("{cause}")] Cause { #[source] cause: Box<dyn Error + Send + Sync> }"#,
        r#"#[error("row {0}: {1}")] Row(u64, #[source] csv::Error)"#,
        r#"#[error("{}", .0)] Argument(#[from] serde_json::Error)"#,
        r#"#[error("{}", .0.to_string())] Text(#[from] serde_json::Error)"#,
        r#"#[error("line {line}", line = .source.line())] Line { source: serde_json::Error }"#,
        r#"#[error("{}: {}", .name, .source)] Two { name: String, source: io::Error }"#,
        r#"#[error("{}", report(.0))] Report(#[from] anyhow::Error)"#,
        r#"#[error("{}", first(&.source, 3))] First { source: io::Error }"#,
        "#[error(transparent)] Transparent(#[from] io::Error)",
        "#[error(transparent)] Named { #[from] inner: io::Error }",
        r#"#[error("{{}} is {r#source}")] Raw { r#source: io::Error }"#,
        r#"#[error("{0:>width$}", width = 8)] Padded(#[from] io::Error)"#,
        r#"#[error("{0}",)] Comma(#[from] io::Error)"#,
        r#"#[error("{source} in {}", "stock")] Literal { source: io::Error }"#,
        // snafu
        r#"#[snafu(display("cannot read {path}: {source}"))] Read { path: String, source: io::Error }"#,
        r#"#[snafu(display("cannot read: {}", source))] Argument { source: io::Error }"#,
        r#"#[snafu(visibility(pub), display("{}", Report::from(source)))] Chain { source: E }"#,
        r#"#[snafu(display("{cause}"))] Cause { #[snafu(source)] cause: io::Error }"#,
        "#[snafu(transparent)] Whole { source: io::Error }",
        // derive_more
        r#"#[display("bad row: {_0}")] Tuple(#[error(source)] io::Error)"#,
        r#"#[display("bad row: {_0}")] Only(io::Error)"#,
        r#"#[display("{}", _0)] Argument(reqwest::Error)"#,
        r#"#[display("{source}")] Field { source: io::Error }"#,
        r#"#[display(fmt = "bad row: {}", _0)] Old(sqlx::Error)"#,
        // displaydoc, and snafu without `display(…)`
        "/// cannot read the row: {source}\nRow { source: io::Error }",
        "/// cannot read\n/// the row: {source:?}\nSecond { source: io::Error }",
        "/** cannot read the row:\n * {source:#} */ Block { source: io::Error }",
        "/// cannot read the row: {0}\nTuple(#[from] io::Error)",
        "/// cannot read the row {0}: {_1}\nUnderscore(u64, #[source] io::Error)",
        "/// {{cannot}} read: {{{source}}}\nBraces { source: io::Error }",
        "/// cannot read: {source}\n#[snafu(visibility(pub))] Visible { source: io::Error }",
        r#"#[displaydoc("bad row: {0}")] Attribute(#[source] io::Error)"#,
    ];

    /// Variants in the same manner whose message does not.
    const HARMLESS: [&str; 45] = [
        r#"#[error("no order {0}")] NotFound(u64)"#,
        r#"#[error("bad row")] Fixed(#[from] io::Error)"#,
        r#"#[error("bad row {0}")] First(u64, #[source] io::Error)"#,
        r#"#[error("bad row {1}")] Second(#[source] io::Error, u64)"#,
        r#"#[error("{name} failed")] Named { name: String, source: io::Error }"#,
        r#"#[error("{source_id} failed")] Prefix { source_id: u8, source: io::Error }"#,
        r#"#[error("write {{source}}")] Escaped { source: io::Error }"#,
        r#"#[error("write {{0}}")] EscapedIndex(#[from] io::Error)"#,
        r#"#[error("{}", .name.source)] Member { name: Name, source: io::Error }"#,
        r#"#[error("{}", .0)] Index(u64, #[source] io::Error)"#,
        r#"#[error("{}", self.kind())] Method { source: io::Error }"#,
        r#"#[error("{}", 0)] Zero(#[from] io::Error)"#,
        r#"#[error("{0}", "x")] Numbered(#[from] io::Error)"#,
        "#[error(fmt = show)] Function(#[from] io::Error)",
        "#[error(ignore)] Word(#[from] io::Error)",
        r#"#[error("{code}: {message}")] Database { code: u16, message: String }"#,
        r#"#[error("missing field `{0}`")] Missing(&'static str)"#,
        "#[error(transparent)] Two { inner: u8, other: u8 }",
        "NoMessage(#[from] io::Error)",
        r#"#[snafu(display("cannot read {path}"))] Read { path: String, source: io::Error }"#,
        r#"#[snafu(display("{source}"))] NoSource { #[snafu(source(false))] source: String }"#,
        r#"#[snafu(display("{}", path.source))] Path { path: Path, source: io::Error }"#,
        r#"#[display("no order {_0}")] Number(u64)"#,
        r#"#[display("{_1}")] Other(#[error(source)] io::Error, u8)"#,
        r#"#[display("{source}")] Not { #[error(not(source))] source: String }"#,
        "#[snafu(whatever)] Whatever { source: io::Error }",
        r#"#[display("bad {name}")] Name { name: String, source: io::Error }"#,
        r#"#[display("{inner}")] OnlyNamed { inner: io::Error }"#,
        r#"#[display("{_1}")] NotOnly(u8, io::Error)"#,
        r#"#[display("{_0}")] Trait(Box<dyn Handler>)"#,
        r#"#[display("{}", other)] Constant(io::Error)"#,
        r#"#[display("{0}", CODE)] Argument(io::Error)"#,
        r#"#[must_use = "no {source}"] NoDocumentation { source: io::Error }"#,
        "/// cannot read the row\nRow { source: io::Error }",
        "/// cannot read the row {id}\nField { id: u64, source: io::Error }",
        "/// write {{source}}\nEscaped { source: io::Error }",
        "/// write {{{{source}}}}\nTwice { source: io::Error }",
        "/// an `Error { source }`, {} and {source\nCode { source: io::Error }",
        "/// no order {0}\nNoSource(u64)",
        "/// no {1}\nOther(#[source] io::Error, u64)",
        "/// no {source}\n#[error(\"no row\")] Thiserror { source: io::Error }",
        "/// no {source}\n#[error(fmt = show)] Function { source: io::Error }",
        "/// no {source}\n#[display(\"no row\")] DeriveMore { source: io::Error }",
        "/// no {source}\n#[snafu(display(\"no row\"))] Snafu { source: io::Error }",
        "/// no {source}\n#[displaydoc(\"no row\")] Displaydoc { source: io::Error }",
    ];

    fn contains_its_source(variant: &str) -> bool {
        let item: ItemEnum = parse_str(&format!("enum E {{ {variant} }}")).unwrap();
        let variant = &item.variants[0];
        source_in_message(&variant.fields, &variant.attrs, &[], None).is_some()
    }

    #[test]
    fn a_source_in_the_message_is_found() {
        for variant in LEAKING {
            assert!(contains_its_source(variant), "{variant}");
        }
    }

    #[test]
    fn nothing_else_is() {
        for variant in HARMLESS {
            assert!(!contains_its_source(variant), "{variant}");
        }
    }

    #[test]
    fn a_message_that_is_the_field_s_own_is_found() {
        let table = [
            (true, "enum E { #[error(transparent)] V(#[from] In) }"),
            (true, "enum E { #[error(transparent)] V { #[from] inner: In, trace: Backtrace } }"),
            (true, r#"enum E { #[error("{0}")] V(In) }"#),
            (true, r#"enum E { #[error("{inner}")] V { inner: In, id: u64 } }"#),
            (true, r#"#[error("text")] enum E { #[error("{0}")] V(In) }"#),
            (true, r#"#[error("{0}")] enum E { V(In) }"#),
            (true, "enum E { #[snafu(transparent)] V { source: In } }"),
            (true, r#"enum E { #[snafu(display("{inner}"))] V { inner: In } }"#),
            (true, r#"enum E { #[display("{_0}")] V(In) }"#),
            (true, r#"#[display("{_0}")] enum E { V(In) }"#),
            (false, "enum E { V(In) }"),
            (false, r#"#[error("text")] enum E { V(In) }"#),
            (false, r#"enum E { #[error("text")] V(In) }"#),
            (false, r#"enum E { #[error("outer: {0}")] V(In) }"#),
            (false, r#"enum E { #[error("{0}.")] V(In) }"#),
            (false, r#"enum E { #[error("{0:?}")] V(In) }"#),
            (false, r#"enum E { #[error("{0}{0}")] V(In) }"#),
            (false, r#"enum E { #[error("{{0}}")] V(In) }"#),
            (false, r#"enum E { #[error("{1}")] V(In, u8) }"#),
            (false, r#"enum E { #[error("{0}", 7)] V(In) }"#),
            (false, r#"enum E { #[error("{}", .0.id)] V(In) }"#),
            (false, "enum E { #[error(transparent)] V { inner: In, #[source] other: Other } }"),
            (false, r#"#[display("outer: {_variant}")] enum E { #[display("{_0}")] V(In) }"#),
        ];
        for (expected, item) in table {
            let item: ItemEnum = parse_str(item).unwrap();
            let variant = &item.variants[0];
            let member = variant.fields.members().next().unwrap();
            let found = is_message_of(&member, &variant.fields, &variant.attrs, &item.attrs);
            assert_eq!(found, expected, "{}", item.to_token_stream());
        }
    }
}
