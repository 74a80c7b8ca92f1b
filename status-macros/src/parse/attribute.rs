//! `#[status(…)]` on types, variants and rows.

use proc_macro2::{Group, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::token::Paren;
use syn::{Attribute, Fields, Ident, LitBool, LitInt, Meta, Path, Token};

use super::code;
use super::item::{Item, ends, skip_item, value_follows};
use super::keys::{Attributes, INTEGRATIONS, Key, Target, ValueForm};
use super::value::refuse_self;
use crate::error::{Errors, as_written, list, mistake};
use crate::messages::given_twice;
use crate::model::{Code, Integration, Location};
use crate::nearest::nearest;
use crate::registry;

/// How many keys an error suggests.
const SUGGESTED: usize = 5;

/// Whether one of `attrs` is called `name`.
pub fn has(attrs: &[Attribute], name: &str) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident(name))
}

/// The attributes that set the level of a lint.
pub fn lints(attrs: &[Attribute]) -> Vec<Attribute> {
    let levels = ["allow", "warn", "deny", "forbid"];
    let is_lint = |attr: &&Attribute| levels.iter().any(|level| attr.path().is_ident(level));
    attrs.iter().filter(is_lint).cloned().collect()
}

/// Whether the user may name something deprecated here.
pub fn allow_deprecated(attrs: &[Attribute]) -> bool {
    let levels = ["allow", "expect"];
    attrs.iter().any(|attr| match &attr.meta {
        Meta::List(meta) if levels.iter().any(|level| meta.path.is_ident(level)) => {
            let is_lint = |token| matches!(token, TokenTree::Ident(lint) if lint == "deprecated");
            meta.tokens.clone().into_iter().any(is_lint)
        }
        _ => false,
    })
}

/// Reads every `#[status(…)]` of one target.
pub fn parse(
    attrs: &[Attribute],
    target: Target,
    location: Location,
    errors: &mut Errors,
) -> Attributes {
    let mut parser = AttributeParser { target, location, errors, read: Attributes::default() };
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("status")) {
        parser.attribute(attr);
    }
    let mut read = parser.read;
    // A struct is a type with one status, to which its waivers belong.
    match target {
        Target::Enum | Target::Table => {
            read.of_type.allow = std::mem::take(&mut read.allow);
            read.of_type.keys = std::mem::take(&mut read.keys);
            read.of_type.of_each = std::mem::take(&mut read.of_status);
        }
        Target::Struct | Target::Variant | Target::Row => {
            read.of_status.allow = std::mem::take(&mut read.allow);
            read.of_status.keys = std::mem::take(&mut read.keys);
        }
    }
    read
}

/// Refuses `#[status]` on fields, on which rustc allows every helper attribute of a derive.
pub fn refuse_on_fields(fields: &Fields, location: Location, errors: &mut Errors) {
    for field in fields {
        for attr in field.attrs.iter().filter(|attr| attr.path().is_ident("status")) {
            errors.report(
                location,
                &attr.meta,
                "`#[status]` cannot be used on a field",
                "",
                "move it to the variant or struct; `members(…)` and `header(\"…\" = …)` name fields",
            );
        }
    }
}

struct AttributeParser<'e> {
    target: Target,
    location: Location,
    errors: &'e mut Errors,
    read: Attributes,
}

impl AttributeParser<'_> {
    fn attribute(&mut self, attr: &Attribute) {
        let Meta::List(meta) = &attr.meta else {
            self.read.of_status.unread.any = true;
            return self.errors.report(
                self.location,
                &attr.meta,
                "expected `#[status(…)]`",
                "",
                "",
            );
        };
        let items = |input: ParseStream| self.items(input);
        if let Err(error) = items.parse2(meta.tokens.clone()) {
            self.read.of_status.unread.any = true;
            self.errors.push(self.location, error);
        }
    }

    fn items(&mut self, input: ParseStream) -> syn::Result<()> {
        let mut first = true;
        while !input.is_empty() {
            if let Err(error) = self.item(input, first).and_then(|()| end_of_item(input)) {
                // The part that was read may be the wrong one, and the rest is skipped.
                self.read.of_status.unread.any = true;
                self.errors.push(self.location, error);
                skip_item(input)?;
            }
            first = false;
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    }

    /// A code, a key with or without a value, or an integration.
    fn item(&mut self, input: ParseStream, first: bool) -> syn::Result<()> {
        if code::is_literal(input) || input.peek(Token![-]) || input.peek(LitBool) {
            let code = code::literal(input);
            return self.code(code, first);
        }
        if !(input.peek(Ident::peek_any) || input.peek(Token![::])) {
            let token: TokenTree = input.parse()?;
            return Err(mistake(&token, &format!("expected a key, found `{token}`"), "", ""));
        }
        // Keywords such as `type` are neither paths nor keys.
        if input.fork().call(Path::parse_mod_style).is_err() {
            let word = input.call(Ident::parse_any)?;
            return Err(self.unknown(&word, value_follows(input)));
        }
        let path = input.call(Path::parse_mod_style)?;
        let Some(word) = path.get_ident() else {
            if self.is_status(&path, first) {
                let code = code::named(&path);
                return self.code(code, first);
            }
            if self.target.has_status() && input.peek(Paren) {
                let arguments: Group = input.parse()?;
                let number = syn::parse2::<LitInt>(arguments.stream());
                let write = number.map_or("404".to_owned(), |number| number.to_string());
                let call = as_written(&quote!(#path #arguments));
                let what = format!("expected a code, found `{call}`");
                let write = format!("write the number, such as `{write}`");
                self.read.unread_code = true;
                return Err(mistake(&path, &what, "it is checked at compile time", &write));
            }
            if self.target.is_type() {
                self.read.of_type.integrations.push(Integration::Macro(refuse_self(
                    path,
                    "write a path to a macro, such as `crate::respond`",
                )?));
                return Ok(());
            }
            return Err(self.misplaced(&path, "write it on the type instead"));
        };
        if let Some(key) = Key::find(word) {
            return self.key(key, word, input);
        }
        if value_follows(input) {
            if self.target.integrations().any(|name| word == name) {
                let write = format!("write `{word}`");
                return Err(mistake(word, &format!("`{word}` takes no value"), "", &write));
            }
            return Err(self.unknown(word, true));
        }
        if self.is_status(&path, first) {
            let code = code::named(&path);
            return self.code(code, first);
        }
        if self.target.integrations().any(|name| word == name) {
            let integrations = &mut self.read.of_type.integrations;
            let is_same = |it: &Integration| matches!(it, Integration::Named(name) if name == word);
            if integrations.iter().any(is_same) {
                return Err(given_twice(word));
            }
            integrations.push(Integration::Named(word.clone()));
            self.read.keys.push(word.clone());
            return Ok(());
        }
        Err(self.unknown(word, false))
    }

    /// Whether a path is meant as the name of a status. Status names contain capitals, and keys and
    /// macros do not, so that even a misspelled name is recognized.
    fn is_status(&self, path: &Path, first: bool) -> bool {
        let Some(last) = path.segments.last() else { return false };
        let name = last.ident.to_string();
        let is_known =
            registry::by_name(&name).is_some() || registry::by_former_name(&name).is_some();
        let is_meant = name.contains(char::is_uppercase)
            || registry::by_name(&name.to_ascii_uppercase()).is_some();
        is_known || self.target.has_status() && first && is_meant
    }

    fn code(&mut self, code: syn::Result<Code>, first: bool) -> syn::Result<()> {
        let code = code.inspect_err(|_| self.read.unread_code = true)?;
        if !self.target.has_status() {
            self.read.of_type.misplaced_code = true;
            let what = format!("{} cannot have a code here", self.target.with_article());
            let registered = registry::by_code(code.value).filter(|it| !it.phrase.is_empty());
            let write = match (self.target, registered) {
                (Target::Row, Some(it)) => {
                    format!("a row begins with its code: `{} {}`", it.code, it.variant_name())
                }
                (Target::Row, None) => CODE_OF_A_ROW.to_owned(),
                (Target::Table, _) => CODE_OF_EACH_ROW.to_owned(),
                _ => "write the code on each variant".to_owned(),
            };
            return Err(mistake(&code, &what, "", &write));
        }
        let written = as_written(&code);
        if let Some(earlier) = &self.read.code {
            let what = format!("`{}` and `{written}` both set the status", as_written(earlier));
            return Err(mistake(&code, &what, "", "remove one of them"));
        }
        let other_source = self.read.transparent.is_some() || self.read.dynamic.is_some();
        // Next to another source, the code is one too many rather than in the wrong place.
        if !first && !other_source {
            self.errors.report(
                self.location,
                &code,
                "the status code must come first",
                "",
                &format!("write `#[status({written}, …)]`"),
            );
        }
        self.read.code = Some(code);
        Ok(())
    }

    fn key(&mut self, key: &'static Key, word: &Ident, input: ParseStream) -> syn::Result<()> {
        if !key.targets.contains(&self.target) {
            let write = match self.target {
                Target::Row | Target::Table if !key.targets.contains(&Target::Table) => {
                    "the rows of a table have no keys other than `allow`"
                }
                _ if key.targets.contains(&Target::Variant) => "write it on a variant instead",
                _ => "write it on the type instead",
            };
            return Err(self.misplaced(word, write));
        }
        self.read.keys.push(word.clone());
        let read =
            expect_value(key, word, input).and_then(|()| key.read(&mut self.read, word, input));
        self.read.of_status.unread.allow |= read.is_err() && key.name == "allow";
        read
    }

    /// An error for what is neither a key nor an integration.
    fn unknown(&mut self, item: &dyn ToTokens, has_value: bool) -> syn::Error {
        let written = as_written(item);
        if !has_value && INTEGRATIONS.iter().any(|integration| integration.name == written) {
            let write = match written.as_str() {
                "serde" => "derive `serde::Serialize` instead",
                _ => "write it on the type instead",
            };
            return self.misplaced(item, write);
        }
        let keys: Vec<&str> = self.target.keys().collect();
        let integrations: Vec<&str> = self.target.integrations().collect();
        let known: Vec<&str> = keys.iter().chain(&integrations).copied().collect();
        // A code that has a key is in the wrong place, too.
        self.read.of_type.misplaced_code |= is_code(&written);
        let near = nearest(&written, &known);
        self.read.of_status.unread.header |= near == Some("header");
        self.read.of_status.unread.allow |= near == Some("allow") || written == "expect";
        let hint = match (usual(&written, self.target), near) {
            (Some(usual), _) => usual.to_owned(),
            (None, Some(near)) => format!("did you mean `{near}`?"),
            (None, None) => examples(has_value, &keys, &integrations),
        };
        mistake(item, &format!("unknown key `{written}`"), "", &hint)
    }

    fn misplaced(&self, item: &dyn ToTokens, write: &str) -> syn::Error {
        let what =
            format!("`{}` cannot be used on {}", as_written(item), self.target.with_article());
        mistake(item, &what, "", write)
    }
}

const CODE_OF_A_ROW: &str = "a row begins with its code: `404 NotFound`";
const CODE_OF_EACH_ROW: &str = "write the code at the beginning of each row";

/// Whether a word is written in front of the status code, which has no key.
fn is_code(written: &str) -> bool {
    matches!(written, "code" | "status")
}

/// What to write instead of a word that other crates use, or that one would expect.
fn usual(written: &str, target: Target) -> Option<&'static str> {
    Some(match written {
        _ if is_code(written) => match target {
            Target::Row => CODE_OF_A_ROW,
            Target::Table => CODE_OF_EACH_ROW,
            Target::Enum => {
                "the status code comes first on each variant and has no key: `#[status(404)]`; an error \
                 code is `slug = \"…\"` there"
            }
            Target::Struct | Target::Variant => {
                "the status code comes first and has no key: `#[status(404)]`; an error code is \
                 `slug = \"…\"`"
            }
        },
        "retry_after" => "write `header(\"Retry-After\" = …)`, with a string or a field",
        "type" => "the `type` of a problem is `type_base`, on the type, and `slug`",
        "message" | "text" | "public" | "error" => {
            "write `detail = \"…\"` for the client; the error's message goes to your log"
        }
        "error_code" | "errcode" | "id" => {
            "for an error code, write `slug = \"…\"`, or `slug_case` on the type"
        }
        "rename_all" | "rename" | "case" => {
            "write `slug_case = \"snake_case\"` on the type, or `slug = \"…\"` on a variant"
        }
        "prefix" => "write `slug_prefix = \"…\"` on the type",
        "envelope" | "respond" | "response" => "write `body = path::to::function` on the type",
        "extensions" | "fields" => "write `members(…)`",
        "expect" => "write `allow(…)`; a waiver that is not needed is a warning",
        "hyper" => "for hyper, write `http`",
        "actix" | "actix-web" => "write `actix_web`",
        _ => return None,
    })
}

/// Some of what could be written.
fn examples(has_value: bool, keys: &[&str], integrations: &[&str]) -> String {
    let first = |names: &[&str], count: usize| list(&names[..names.len().min(count)]);
    if !has_value && !integrations.is_empty() {
        return format!(
            "expected a key such as {}, or an integration such as {}",
            first(keys, 2),
            first(integrations, 3)
        );
    }
    format!("expected a key such as {}", first(keys, SUGGESTED))
}

/// Checks that the value has the form that the key takes.
fn expect_value(key: &Key, word: &Ident, input: ParseStream) -> syn::Result<()> {
    // Without the other key of the example, which may be written already.
    let example = key.example.find(key.name).map_or(key.example, |start| &key.example[start..]);
    let write = || match value_as_written(input) {
        Some(value) if example.contains("= \"") => format!("write `{word} = {}`", quoted(&value)),
        Some(value) if key.form == ValueForm::NameValue => format!("write `{word} = {value}`"),
        // A header field has two parts.
        Some(value) if key.form == ValueForm::List && key.name != "header" => {
            format!("write `{word}({value})`")
        }
        _ => format!("write `{example}`"),
    };
    match key.form {
        ValueForm::Flag if value_follows(input) => {
            Err(mistake(word, &format!("`{word}` takes no value"), "", &write()))
        }
        ValueForm::FlagOrValue if input.peek(Paren) => {
            let what = format!("expected `{word} = field`, or `{word}` alone");
            let list: Group = input.fork().parse()?;
            let write = if list.stream().is_empty() {
                format!("write `{word}`")
            } else {
                format!("write `{word} = {}`", as_written(&list.stream()))
            };
            Err(mistake(word, &what, "", &write))
        }
        ValueForm::Flag | ValueForm::FlagOrValue | ValueForm::Source => Ok(()),
        ValueForm::NameValue => {
            if input.parse::<Option<Token![=]>>()?.is_some() && !ends(input) {
                return Ok(());
            }
            Err(mistake(word, &format!("`{word}` requires a value"), "", &write()))
        }
        ValueForm::List if input.peek(Paren) => Ok(()),
        ValueForm::List => Err(mistake(word, &format!("expected `{word}(…)`"), "", &write())),
    }
}

/// A value that is written like that of another key: in parentheses, or behind `=` or a colon.
fn value_as_written(input: ParseStream) -> Option<String> {
    let ahead = input.fork();
    let value = if ahead.peek(Paren) {
        ahead.parse::<Group>().ok()?.stream()
    } else {
        if ahead.parse::<Option<Token![=]>>().ok()?.is_none() {
            ahead.parse::<Token![:]>().ok()?;
        }
        ahead.parse::<Item>().ok()?.0
    };
    (!value.is_empty()).then(|| as_written(&value))
}

fn quoted(value: &str) -> String {
    if value.starts_with('"') { value.to_owned() } else { format!("{value:?}") }
}

fn end_of_item(input: ParseStream) -> syn::Result<()> {
    if ends(input) {
        return Ok(());
    }
    let token: TokenTree = input.parse()?;
    Err(mistake(&token, &format!("expected `,`, found `{token}`"), "", ""))
}

#[cfg(test)]
mod tests {
    use syn::ItemStruct;

    use super::{SUGGESTED, allow_deprecated};
    use crate::parse::keys::{KEYS, Target};

    #[test]
    fn only_a_level_of_the_lint_allows_deprecated_items() {
        for (attribute, expected) in [
            ("#[allow(deprecated)]", true),
            ("#[expect(unused, deprecated)]", true),
            ("#[allow(dead_code)]", false),
            ("#[warn(deprecated)]", false),
            ("#[doc = \"deprecated\"]", false),
        ] {
            let item: ItemStruct = syn::parse_str(&format!("{attribute} struct S;")).unwrap();
            assert_eq!(allow_deprecated(&item.attrs), expected, "{attribute}");
        }
    }

    #[test]
    fn the_keys_that_errors_list_come_first() {
        // So a new key changes no message.
        let first: Vec<&str> = Target::Variant.keys().take(SUGGESTED).collect();
        assert_eq!(first, ["transparent", "unlisted", "dynamic", "fallback", "reason"]);
        assert!(KEYS.iter().all(|key| key.example.contains(key.name)));
    }
}
