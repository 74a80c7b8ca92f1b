//! `#[status(…)]` on types, variants and rows.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Fields, Ident, LitBool, Member, Meta, Path, Token};

use super::code;
use super::keys::{INTEGRATIONS, Key, Keys, Target, Value, value_follows};
use super::value::from_outside;
use crate::error::{Errors, as_written, list, mistake};
use crate::messages::no_such_field;
use crate::model::{Code, Delegate, Dynamic, Integration, Location, Source, Unreadable};
use crate::nearest::nearest;
use crate::registry;

/// How many keys or integrations an error lists.
const LISTED: usize = 5;

/// Whether one of `attrs` is called `name`.
pub fn has(attrs: &[Attribute], name: &str) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident(name))
}

/// Reads every `#[status(…)]` of one target.
pub fn keys(attrs: &[Attribute], target: Target, location: Location, errors: &mut Errors) -> Keys {
    let mut parser = AttributeParser { target, location, errors, keys: Keys::default() };
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("status")) {
        parser.attribute(attr);
    }
    parser.keys
}

/// rustc accepts `#[status]` on a field, too, although it means nothing there.
pub fn refuse_on_fields(fields: &Fields, location: Location, errors: &mut Errors) {
    for attr in fields.iter().flat_map(|field| &field.attrs) {
        if attr.path().is_ident("status") {
            errors.report(
                location,
                &attr.meta,
                "`#[status]` cannot be used on a field",
                "",
                "write `members(…)` or `header(\"…\" = …)` on the variant or struct instead",
            );
        }
    }
}

struct AttributeParser<'e> {
    target: Target,
    location: Location,
    errors: &'e mut Errors,
    keys: Keys,
}

impl AttributeParser<'_> {
    fn attribute(&mut self, attr: &Attribute) {
        let Meta::List(meta) = &attr.meta else {
            self.keys.unreadable_key = true;
            let what = "`#[status]` needs its keys in parentheses";
            return self.errors.report(self.location, &attr.meta, what, "", "write `#[status(…)]`");
        };
        let items = |input: ParseStream| self.items(input);
        if let Err(error) = items.parse2(meta.tokens.clone()) {
            self.keys.unreadable_key = true;
            self.errors.push(self.location, error);
        }
    }

    fn items(&mut self, input: ParseStream) -> syn::Result<()> {
        let mut first = true;
        while !input.is_empty() {
            if let Err(error) = self.item(input, first).and_then(|()| end_of_item(input)) {
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
            self.keys.unreadable_key = true;
            return Err(mistake(&token, &format!("expected a key, found `{token}`"), "", ""));
        }
        // Keywords such as `type` are neither paths nor keys.
        let is_crate_key = input.peek(Token![crate]) && !input.peek2(Token![::]);
        if !is_crate_key && input.fork().call(Path::parse_mod_style).is_err() {
            let word = input.call(Ident::parse_any)?;
            return Err(self.unknown(&word, value_follows(input)));
        }
        let path = input.call(Path::parse_mod_style)?;
        let Some(word) = path.get_ident() else {
            if self.is_status(&path, first) {
                let code = code::named(&path);
                return self.code(code, first);
            }
            if self.target.is_type() {
                self.keys.of_type.integrations.push(Integration::Macro(from_outside(path)?));
                return Ok(());
            }
            return Err(self.misplaced(&path, "write it on the type instead"));
        };
        if let Some(key) = Key::find(word) {
            return self.key(key, word, input);
        }
        if value_follows(input) {
            return Err(self.unknown(word, true));
        }
        if self.is_status(&path, first) {
            let code = code::named(&path);
            return self.code(code, first);
        }
        if self.target.integrations().any(|name| word == name) {
            self.keys.of_type.integrations.push(Integration::Named(word.clone()));
            return Ok(());
        }
        Err(self.unknown(word, false))
    }

    /// Whether a path is meant as the name of a status. Names of statuses have capitals, and keys and
    /// macros have none, so that an unknown name is known to be one, too.
    fn is_status(&self, path: &Path, first: bool) -> bool {
        let Some(last) = path.segments.last() else { return false };
        let name = last.ident.to_string();
        let is_known =
            registry::by_name(&name).is_some() || registry::by_former_name(&name).is_some();
        let is_meant = name.contains(char::is_uppercase)
            || registry::by_name(&name.to_ascii_uppercase()).is_some();
        self.target.has_status() && (is_known || first && is_meant)
    }

    fn code(&mut self, code: syn::Result<Code>, first: bool) -> syn::Result<()> {
        let code = code.inspect_err(|_| self.keys.unreadable_code = true)?;
        if !self.target.has_status() {
            let what =
                format!("a code cannot be written in `#[status(…)]` on {}", self.target.name());
            let write = match self.target {
                Target::Row => "a row begins with its code: `404 NotFound`",
                Target::Table => "write the code at the beginning of each row",
                _ => "write the code on each variant",
            };
            return Err(mistake(&code, &what, "", write));
        }
        let written = as_written(&code);
        if let Some(earlier) = &self.keys.code {
            let what = format!("`{}` and `{written}` both set the status", as_written(earlier));
            return Err(mistake(&code, &what, "", "remove one of them"));
        }
        if !first {
            self.errors.report(
                self.location,
                &code,
                "the status code must come first",
                "",
                &format!("write `#[status({written}, …)]`"),
            );
        }
        self.keys.code = Some(code);
        Ok(())
    }

    fn key(&mut self, key: &'static Key, word: &Ident, input: ParseStream) -> syn::Result<()> {
        if !key.targets.contains(&self.target) {
            let write = match self.target {
                Target::Row => "a row of a table has only its code, its name and its reason",
                _ if key.targets.contains(&Target::Variant) => "write it on a variant instead",
                _ => "write it on the type instead",
            };
            return Err(self.misplaced(word, write));
        }
        let read = |parser: &mut Self| {
            expect_value(key, word, input)?;
            key.read(&mut parser.keys, word, input)
        };
        read(self).inspect_err(|_| self.keys.unreadable_key |= key.gives_status())
    }

    /// An error for what is neither a key nor an integration.
    fn unknown(&mut self, item: &dyn ToTokens, has_value: bool) -> syn::Error {
        self.keys.unreadable_key = true;
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
        let hint = match nearest(&written, &known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => self.hint(&written, has_value, &keys, &integrations),
        };
        mistake(item, &format!("unknown key `{written}`"), "", &hint)
    }

    /// What to write instead of a word that resembles no key.
    fn hint(&self, written: &str, has_value: bool, keys: &[&str], integrations: &[&str]) -> String {
        match written {
            "code" | "status" if self.target.has_status() => {
                return "the code comes first and has no key: `#[status(404)]`".to_owned();
            }
            "retry_after" => {
                return "write `header(\"Retry-After\" = …)`, with a string or a field".to_owned();
            }
            "detail" => {
                return "the detail is the error's `Display`; `expose` and `redact` decide whether \
                        it is sent"
                    .to_owned();
            }
            "hyper" => return "for hyper, write `http`".to_owned(),
            _ => {}
        }
        let listed = |names: &[&str]| list(&names[..names.len().min(LISTED)]);
        if !has_value && !integrations.is_empty() {
            return format!(
                "expected a key such as {}, or an integration such as {}",
                list(&keys[..keys.len().min(2)]),
                list(&integrations[..integrations.len().min(3)])
            );
        }
        format!("expected a key such as {}", listed(keys))
    }

    fn misplaced(&mut self, item: &dyn ToTokens, write: &str) -> syn::Error {
        self.keys.unreadable_key = true;
        let what = format!("`{}` cannot be used on {}", as_written(item), self.target.name());
        mistake(item, &what, "", write)
    }
}

/// Checks that the value has the form that the key takes.
fn expect_value(key: &Key, word: &Ident, input: ParseStream) -> syn::Result<()> {
    let write = format!("write `{}`", key.example);
    match key.value {
        Value::None if value_follows(input) => {
            Err(mistake(word, &format!("`{word}` takes no value"), "", &write))
        }
        Value::None => Ok(()),
        Value::Assigned => {
            if input.parse::<Option<Token![=]>>()?.is_some()
                && !input.is_empty()
                && !input.peek(Token![,])
            {
                return Ok(());
            }
            Err(mistake(word, &format!("`{word}` needs a value"), "", &write))
        }
        Value::Listed if input.peek(syn::token::Paren) => Ok(()),
        Value::Listed => {
            Err(mistake(word, &format!("`{word}` needs its value in parentheses"), "", &write))
        }
    }
}

/// What the keys of a variant or struct say about where its status comes from.
pub fn source(keys: &mut Keys, fields: &Fields, location: Location, errors: &mut Errors) -> Source {
    let mut unreadable_key = keys.unreadable_key;
    let mut report = |at: &Ident, what: &str, why: &str, write: &str| {
        errors.report(location, at, what, why, write);
    };
    let code = keys.code.is_some().then_some("the code");
    let transparent = keys.transparent.as_ref().map(|key| (key, "`transparent`"));
    let dynamic = keys.dynamic.as_ref().map(|(key, _)| (key, "`dynamic`"));
    // The later of two keys that both give the status, and the earlier one.
    let conflict = match (code, transparent, dynamic) {
        (Some(code), Some((key, name)), _) | (Some(code), None, Some((key, name))) => {
            Some((code, key, name))
        }
        (None, Some((_, transparent)), Some((key, name))) => Some((transparent, key, name)),
        _ => None,
    };
    if let Some((earlier, key, name)) = conflict {
        let what = format!("{earlier} and {name} both set the status");
        report(key, &what, "", "remove one of them");
        return Source::Unreadable(Unreadable::Key);
    }
    if let (Some(key), None) = (&keys.unlisted, &keys.transparent) {
        report(
            key,
            "`unlisted` requires `transparent`",
            "it means that the statuses of a transparent field are not known at compile time",
            "write `transparent, unlisted`",
        );
        unreadable_key = true;
    }
    if let (Some((key, _)), None) = (&keys.fallback, &keys.dynamic) {
        report(
            key,
            "`fallback` requires `dynamic`",
            "it is the status for a dynamic code outside the range of the type",
            "write `dynamic = field, fallback = 502`",
        );
        unreadable_key = true;
    }
    if let Some(code) = keys.code.take() {
        return Source::Code(code);
    }
    if let Some(key) = keys.transparent.take() {
        let members: Vec<Member> = fields.members().collect();
        if let ([member], Some(field)) = (members.as_slice(), fields.iter().next()) {
            return Source::Transparent(Delegate {
                member: member.clone(),
                ty: field.ty.clone(),
                unlisted: keys.unlisted.is_some(),
            });
        }
        let found = match members.len() {
            0 => "there are no fields here".to_owned(),
            count => format!("there are {count} fields here"),
        };
        let what = "`transparent` requires exactly one field";
        report(&key, what, &found, "keep one field, or write a status of its own");
        return Source::Unreadable(Unreadable::Key);
    }
    if let Some((key, member)) = keys.dynamic.take() {
        let Some((_, fallback)) = keys.fallback.take() else {
            if !unreadable_key {
                report(
                    &key,
                    "`dynamic` requires `fallback`",
                    "the field may hold a number outside the range of the type",
                    &format!("write `dynamic = {}, fallback = 502`", as_written(&member)),
                );
            }
            return Source::Unreadable(Unreadable::Key);
        };
        let mut named = fields.members().zip(fields);
        return match named.find(|(name, _)| *name == member) {
            Some((_, field)) => Source::Dynamic(Dynamic { member, ty: field.ty.clone(), fallback }),
            None => {
                errors.push(location, no_such_field(&member, fields));
                Source::Unreadable(Unreadable::Key)
            }
        };
    }
    match (keys.unreadable_code, unreadable_key) {
        (true, _) => Source::Unreadable(Unreadable::Code),
        (false, true) => Source::Unreadable(Unreadable::Key),
        (false, false) => Source::Missing,
    }
}

fn end_of_item(input: ParseStream) -> syn::Result<()> {
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(());
    }
    let token: TokenTree = input.parse()?;
    Err(mistake(&token, &format!("expected `,`, found `{token}`"), "", ""))
}

/// Skips the rest of an item that could not be read, so that the next one is read.
fn skip_item(input: ParseStream) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::LISTED;
    use crate::parse::keys::{KEYS, Target};

    #[test]
    fn the_keys_that_errors_list_come_first() {
        // A new key then changes no error that exists.
        let first: Vec<&str> = Target::Variant.keys().take(LISTED).collect();
        assert_eq!(first, ["transparent", "unlisted", "dynamic", "fallback", "reason"]);
        assert!(KEYS.iter().all(|key| key.example.contains(key.name)));
    }
}
