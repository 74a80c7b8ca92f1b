//! `#[status(...)]` on types, variants and rows.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitBool, Token};

use crate::ast::{
    Allow, Code, Delegate, Dynamic, Exposure, Integration, Source, TypeAttrs, VariantAttrs,
};
use crate::error::{Errors, as_written, list, mistake};
use crate::syntax::{Attribute, Fields, Member, Meta, Path};
use crate::{code, grpc, nearest, registry, rules};

mod place;
mod value;

pub use place::Place;

use place::{INTEGRATIONS, TYPE_KEYS, VARIANT_KEYS};
use value::{equals, header, member, names, once, outside, string};

/// All that the attributes of one place say.
pub struct Attrs<'a> {
    pub of_type: TypeAttrs,
    pub of_variant: VariantAttrs,
    pub source: Source<'a>,
}

/// Whether one of `attrs` is called so.
pub fn has(attrs: &[Attribute], name: &str) -> bool {
    attrs.iter().any(|attr| attr.is(name))
}

/// Reads every `#[status(...)]` among `attrs`; `fields` are those of the variant or struct.
pub fn parse<'a>(
    attrs: &[Attribute],
    place: Place,
    fields: &'a Fields,
    errors: &mut Errors,
) -> Attrs<'a> {
    let mut reader = Reader {
        place,
        errors,
        of_type: TypeAttrs::default(),
        of_variant: VariantAttrs::default(),
        code: None,
        transparent: None,
        unlisted: None,
        dynamic: None,
        fallback: None,
        bad_code: false,
        broken: false,
    };
    for attr in attrs {
        if attr.is("status") {
            reader.attribute(attr);
        }
    }
    reader.fields(fields);
    let source = reader.source(fields);
    Attrs { of_type: reader.of_type, of_variant: reader.of_variant, source }
}

struct Reader<'e> {
    place: Place,
    errors: &'e mut Errors,
    of_type: TypeAttrs,
    of_variant: VariantAttrs,
    code: Option<Code>,
    transparent: Option<Ident>,
    unlisted: Option<Ident>,
    dynamic: Option<(Ident, Member)>,
    fallback: Option<(Ident, Code)>,
    /// Whether a code was given that is none.
    bad_code: bool,
    /// Whether an error has been reported where the status may have been meant to stand.
    broken: bool,
}

impl Reader<'_> {
    fn attribute(&mut self, attr: &Attribute) {
        let Meta::List(list) = &attr.meta else {
            self.broken = true;
            return self.errors.report(
                &attr.tokens,
                "`#[status]` takes its keys in parentheses",
                "",
                "write `#[status(…)]`",
            );
        };
        if let Err(error) = (|input: ParseStream| self.items(input)).parse2(list.clone()) {
            self.broken = true;
            self.errors.push(error);
        }
    }

    /// rustc takes the attribute on a field, too, where it would say nothing.
    fn fields(&mut self, fields: &Fields) {
        for attr in fields.all().iter().flat_map(|field| &field.attrs) {
            if attr.is("status") {
                self.errors.report(
                    &attr.tokens,
                    "`#[status]` does not stand on a field",
                    "what is sent of a field is said where the status is",
                    "write `members(…)` or `header(\"…\" = …)` on the variant, or on the struct",
                );
            }
        }
    }

    fn items(&mut self, input: ParseStream) -> syn::Result<()> {
        let mut first = true;
        while !input.is_empty() {
            if let Err(error) = self.item(input, first).and_then(|()| end_of_item(input)) {
                self.errors.push(error);
                skip_item(input)?;
            }
            first = false;
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    }

    /// One item of the list: a code, a key with or without a value, or an integration.
    fn item(&mut self, input: ParseStream, first: bool) -> syn::Result<()> {
        if code::is_literal(input) || input.peek(Token![-]) || input.peek(LitBool) {
            let code = code::literal(input);
            return self.code(code, first);
        }
        if !(input.peek(Ident::peek_any) || input.peek(Token![::])) {
            let token: TokenTree = input.parse()?;
            return Err(self.unknown_key(&token));
        }
        // `type` and its kind are no paths, and no keys either.
        if input.fork().call(Path::parse).is_err() {
            let word = input.call(Ident::parse_any)?;
            return Err(self.unknown_key(&word));
        }
        let path = input.call(Path::parse)?;
        let value_follows = input.peek(Token![=]) || input.peek(syn::token::Paren);
        match path.as_ident() {
            Some(key) if value_follows || Self::is_key(key) => self.key(key, input),
            _ if self.is_status(&path, first) => {
                let code = code::named(&path);
                self.code(code, first)
            }
            Some(name)
                if self.place.is_type() && INTEGRATIONS.iter().any(|known| name == known) =>
            {
                self.of_type.integrations.push(Integration::Named(name.clone()));
                Ok(())
            }
            Some(name) => Err(self.unknown_key(name)),
            None if self.place.is_type() => {
                self.of_type.integrations.push(Integration::Macro(outside(path)?));
                Ok(())
            }
            None => Err(self.misplaced(&path, "write it on the type")),
        }
    }

    fn is_key(name: &Ident) -> bool {
        let name = name.to_string();
        let name = name.as_str();
        VARIANT_KEYS.contains(&name) || TYPE_KEYS.contains(&name) || name == "allow"
    }

    /// Whether a path is meant as the name of a status. One that is not registered is, where only a
    /// status can be meant: names of statuses have capitals, keys and macros have none.
    fn is_status(&self, path: &Path, first: bool) -> bool {
        let name = path.last.to_string();
        let known =
            || registry::by_name(&name).is_some() || registry::by_former_name(&name).is_some();
        let meant = || {
            name.contains(char::is_uppercase)
                || registry::by_name(&name.to_ascii_uppercase()).is_some()
        };
        self.place.has_status() && (known() || first && meant())
    }

    fn code(&mut self, code: syn::Result<Code>, first: bool) -> syn::Result<()> {
        let code = code.inspect_err(|_| self.bad_code = true)?;
        if !self.place.has_status() {
            let write = match self.place {
                Place::Row => "a row begins with its code: `404 NotFound`",
                Place::Table => "each row of a table begins with its code",
                _ => "each variant has its own",
            };
            let what = format!("a code does not stand in `#[status(…)]` on {}", self.place.name());
            return Err(mistake(&code, &what, write, ""));
        }
        if let Some(earlier) = &self.code {
            let (earlier, written) = (as_written(earlier), as_written(&code));
            return Err(mistake(
                &code,
                &format!("`{earlier}` and `{written}` both say the status"),
                "a variant has one status",
                &format!("write `{earlier}` or `{written}`, not both"),
            ));
        }
        if !first {
            let written = as_written(&code);
            self.errors.report(
                &code,
                &format!("`{written}` stands behind a key"),
                "the code comes first, where a reader looks for it",
                &format!("write `#[status({written}, …)]`"),
            );
        }
        self.code = Some(code);
        Ok(())
    }

    /// A key and, behind it, its value.
    fn key(&mut self, key: &Ident, input: ParseStream) -> syn::Result<()> {
        let name = key.to_string();
        let name = name.as_str();
        if !self.place.has_key(name) {
            return Err(self.unknown_key(key));
        }
        let flag = ["transparent", "unlisted", "expose", "redact"].contains(&name);
        if flag && (input.peek(Token![=]) || input.peek(syn::token::Paren)) {
            self.broken = true;
            return Err(mistake(
                key,
                &format!("`{key}` takes no value"),
                "",
                &format!("write `{key}`"),
            ));
        }
        let of_source = ["transparent", "unlisted", "dynamic", "fallback"].contains(&name);
        self.value(key, name, input).inspect_err(|_| self.broken |= of_source)
    }

    fn value(&mut self, key: &Ident, name: &str, input: ParseStream) -> syn::Result<()> {
        match name {
            "range" => {
                equals(key, input, "400..=599")?;
                let range = code::parse_range(input)?;
                once(key, &mut self.of_type.range, range)
            }
            "type_base" => string(key, input, &mut self.of_type.type_base),
            "crate" => {
                equals(key, input, "my_crate::status_core")?;
                let path = input.call(Path::parse).map_err(|error| {
                    let write = "write it without quotes, such as `crate = my_crate::status_core`";
                    syn::Error::new(
                        error.span(),
                        format!("the value of `crate` is a path\n{write}"),
                    )
                })?;
                once(key, &mut self.of_type.krate, outside(path)?)
            }
            "transparent" => once(key, &mut self.transparent, key.clone()),
            "unlisted" => once(key, &mut self.unlisted, key.clone()),
            "dynamic" => {
                equals(key, input, "code")?;
                let member = member(key, input)?;
                once(key, &mut self.dynamic, (key.clone(), member))
            }
            "fallback" => {
                equals(key, input, "502")?;
                let code = code::parse(input)?;
                once(key, &mut self.fallback, (key.clone(), code))
            }
            "reason" => string(key, input, &mut self.of_variant.reason),
            "title" => string(key, input, &mut self.of_variant.title),
            "slug" => string(key, input, &mut self.of_variant.slug),
            "header" => {
                let header =
                    header(key, input).inspect_err(|_| self.of_variant.broken_header = true)?;
                self.of_variant.headers.push(header);
                Ok(())
            }
            "members" => {
                let members = names(key, input)?;
                self.of_variant.members.extend(members);
                Ok(())
            }
            "grpc" => {
                equals(key, input, "NOT_FOUND")?;
                once(key, &mut self.of_variant.grpc, grpc::parse(input)?)
            }
            "allow" => self.allow(key, input),
            // What is left of the keys that fit: `expose` and `redact`.
            _ => {
                let exposure = Exposure { exposed: name == "expose", key: key.clone() };
                match &self.of_variant.exposure {
                    Some(earlier) if earlier.exposed != exposure.exposed => Err(mistake(
                        key,
                        &format!("`{}` and `{key}` contradict each other", earlier.key),
                        "the text of an error is either sent or kept back",
                        &format!("write `{}` or `{key}`, not both", earlier.key),
                    )),
                    _ => once(key, &mut self.of_variant.exposure, exposure),
                }
            }
        }
    }

    fn allow(&mut self, key: &Ident, input: ParseStream) -> syn::Result<()> {
        for rule in names(key, input)? {
            let of_one = !self.place.is_type() || self.place.has_status();
            let allowed = if of_one { &mut self.of_variant.allow } else { &mut self.of_type.allow };
            let name = rule.to_string();
            if Allow::find(allowed, &name).is_some() {
                self.errors.push(rules::given_twice(&rule));
            } else if rules::WAIVABLE.contains(&name.as_str()) {
                allowed.push(Allow::new(rule));
            } else {
                self.errors.push(rules::cannot_be_waived(&rule));
            }
        }
        Ok(())
    }

    fn unknown_key(&mut self, item: &dyn ToTokens) -> syn::Error {
        let written = as_written(item);
        let written = written.as_str();
        if TYPE_KEYS.contains(&written) || INTEGRATIONS.contains(&written) {
            return self.misplaced(item, "write it on the type");
        }
        if VARIANT_KEYS.contains(&written) {
            let write = match self.place {
                Place::Enum => "write it on a variant",
                _ => "a table's row has its code, its name and its reason alone",
            };
            return self.misplaced(item, write);
        }
        let near = nearest::nearest(written, &self.place.keys());
        let near = near.map(|near| format!("did you mean `{near}`?"));
        let write = match (&near, written) {
            (Some(near), _) => near,
            (None, "code" | "status") if self.place.has_status() => {
                "the code stands first and without a key: `#[status(404)]`"
            }
            (None, "retry_after") => {
                "write `header(\"Retry-After\" = …)`, with a string or a field"
            }
            (None, "detail") => {
                "the detail is the error's `Display`; `expose` and `redact` say whether it is sent"
            }
            _ => "",
        };
        let what = format!("`{written}` is no key of `#[status(…)]` on {}", self.place.name());
        self.no_key(item, &what, write)
    }

    fn misplaced(&mut self, item: &dyn ToTokens, write: &str) -> syn::Error {
        let what = format!("`{}` does not stand on {}", as_written(item), self.place.name());
        self.no_key(item, &what, write)
    }

    fn no_key(&mut self, item: &dyn ToTokens, what: &str, write: &str) -> syn::Error {
        self.broken = true;
        mistake(item, what, &format!("the keys here: {}", list(&self.place.keys())), write)
    }

    /// Where the status comes from, of all that may have been said.
    fn source<'a>(&mut self, fields: &'a Fields) -> Source<'a> {
        let earlier = if self.code.is_some() { "a code" } else { "`transparent`" };
        let later = match (&self.code, &self.transparent, &self.dynamic) {
            (Some(_), _, Some((key, _))) | (_, Some(_), Some((key, _))) => Some((key, "`dynamic`")),
            (Some(_), Some(key), None) => Some((key, "`transparent`")),
            _ => None,
        };
        if let Some((later, name)) = later {
            self.errors.report(
                later,
                &format!("{earlier} and {name} both say the status"),
                "a variant has one status",
                &format!("write {earlier} or {name}, not both"),
            );
            return Source::Broken;
        }
        if let (Some(unlisted), None) = (&self.unlisted, &self.transparent) {
            self.errors.report(
                unlisted,
                "`unlisted` without `transparent`",
                "it says that a transparent field's type has no table",
                "write `transparent, unlisted`",
            );
            self.broken = true;
        }
        if let (Some((fallback, _)), None) = (&self.fallback, &self.dynamic) {
            self.errors.report(
                fallback,
                "`fallback` without `dynamic`",
                "it is the status where a dynamic code lies outside the range",
                "write `dynamic = field, fallback = 502`",
            );
            self.broken = true;
        }
        if let Some(code) = self.code.take() {
            return Source::Code(code);
        }
        if let Some(key) = self.transparent.take() {
            return self.delegate(&key, fields);
        }
        if let Some((key, member)) = self.dynamic.take() {
            return self.code_in_field(&key, member, fields);
        }
        match (self.bad_code, self.broken) {
            (true, _) => Source::BadCode,
            (false, true) => Source::Broken,
            (false, false) => Source::Missing,
        }
    }

    fn delegate<'a>(&mut self, key: &Ident, fields: &'a Fields) -> Source<'a> {
        match fields.all() {
            [field] => Source::Transparent(Delegate {
                member: field.member.clone(),
                ty: &field.ty,
                unlisted: self.unlisted.is_some(),
            }),
            fields => {
                self.errors.report(
                    key,
                    &format!("`transparent` with {} fields", fields.len()),
                    "it hands everything to the one field that the variant has",
                    "keep one field, or write the variant's own status",
                );
                Source::Broken
            }
        }
    }

    fn code_in_field<'a>(&mut self, key: &Ident, member: Member, fields: &'a Fields) -> Source<'a> {
        let Some((_, fallback)) = self.fallback.take() else {
            if !self.broken {
                self.errors.report(
                    key,
                    "`dynamic` without `fallback`",
                    "the field may hold a number that is no code of the type's range",
                    &format!("write `dynamic = {}, fallback = 502`", as_written(&member)),
                );
            }
            return Source::Broken;
        };
        match fields.get(&member) {
            Some(ty) => Source::Dynamic(Dynamic { member, ty, fallback }),
            None => {
                self.errors.push(rules::no_such_field(&member, fields));
                Source::Broken
            }
        }
    }
}

/// Between two items stands a comma.
fn end_of_item(input: ParseStream) -> syn::Result<()> {
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(());
    }
    let token: TokenTree = input.parse()?;
    let what = format!("`{token}` stands where a comma belongs");
    Err(mistake(&token, &what, "the keys of `#[status(…)]` have commas between them", ""))
}

/// Goes on behind a mistake, so that the next one is found too.
fn skip_item(input: ParseStream) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
