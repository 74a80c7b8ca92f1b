//! What an editor shows in `#[status(…)]`: completions, and help on hover.
//!
//! An editor does not know the keys. So each expansion mentions those that are written, as in
//! `use …::keys::of_variant::members as _`, and the item of that name has the help of the key as
//! documentation. To complete a word, rust-analyzer inserts a marker at the cursor and expands the macro
//! once more. The expansion then mentions the marked word, and rust-analyzer offers the items of its
//! module. The compiler sees none of this.

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, Meta};

use crate::expand;
use crate::model::{Kind, Model};
use crate::parse::{INTEGRATIONS, KEYS, Target};
use crate::{registry, rules};

/// What rust-analyzer adds to the word, or inserts where there is none: since 2026, and before.
const MARKERS: [&str; 2] = ["raCompletionMarker", "intellijRulezz"];

/// Stands for the word where there is no marker. It is longer than any word, because rust-analyzer looks
/// for a name at the position of the cursor in it.
const NO_WORD: &str = "nothing_is_being_typed_in_this_attribute_of_the_type";

/// The mentions. A marked word is in a place where it is an error, so it is looked for only if there are
/// `errors`.
pub fn completion<S>(model: &Model<S>, errors: bool) -> TokenStream {
    let subject = &model.subject;
    let (of_type, of_variant) = targets(&subject.kind);
    let of_variants = model.variants.iter().map(|variant| (&variant.attrs, of_variant));
    let mut places = std::iter::once((&subject.attrs, of_type)).chain(of_variants);
    let marked =
        if errors { places.find_map(|(attrs, target)| marked(attrs, target)) } else { None };
    let krate = expand::krate(subject);
    let keys = quote!(#krate::__private::keys);
    // rust-analyzer compares the expansion that has the marker with the one that does not, and needs the
    // same path in the same place of both.
    let mut modules = vec![module_of(of_type), module_of(of_variant), RULES];
    modules.extend(first_of(of_variant));
    modules.dedup();
    let typed = modules.into_iter().map(|name| {
        let word = match &marked {
            Some((of_word, word)) if *of_word == name => word.clone(),
            _ => Ident::new(NO_WORD, Span::call_site()),
        };
        let module = Ident::new(name, Span::call_site());
        quote!(use #keys::#module::#word as _;)
    });
    let of_type_keys = &subject.attributes.keys;
    let of_variant_keys = model.variants.iter().flat_map(|variant| &variant.attributes.keys);
    let known = rules::waivable_rules().collect::<Vec<_>>();
    let of_variants = model.variants.iter().flat_map(|variant| &variant.attributes.allow);
    let waived = subject.attributes.allow.iter().chain(of_variants);
    let waived = waived.filter(|rule| known.iter().any(|known| *rule == known));
    let written = [
        mentions(module_of(of_type), of_type_keys),
        mentions(module_of(of_variant), of_variant_keys),
        mentions(RULES, waived),
    ];
    let written = written.into_iter().flatten().map(|tree| quote!(use #keys::#tree;));
    quote!(#krate::__private::for_editors! { #(#typed)* #(#written)* })
}

/// The words of one module, as the end of a `use`.
fn mentions<'a>(module: &str, words: impl IntoIterator<Item = &'a Ident>) -> Option<TokenStream> {
    // `crate` cannot be the name of an item.
    let mut words = words.into_iter().filter(|word| *word != "crate").peekable();
    words.peek()?;
    let module = Ident::new(module, Span::call_site());
    Some(quote!(#module::{ #(#words as _,)* }))
}

/// The module that has what can be written in the place of the word, and the word.
fn marked(attrs: &[Attribute], target: Target) -> Option<(&'static str, Ident)> {
    let mut attrs = attrs.iter().filter(|attr| attr.path().is_ident("status"));
    attrs.find_map(|attr| {
        let Meta::List(list) = &attr.meta else { return None };
        let (mut first, mut in_allow) = (first_of(target), false);
        for token in list.tokens.clone() {
            match token {
                TokenTree::Ident(word) if is_marked(&word) => {
                    return Some((first.unwrap_or(module_of(target)), word));
                }
                TokenTree::Ident(word) => in_allow = word == "allow",
                TokenTree::Group(group) if in_allow => {
                    let mut words = group.stream().into_iter().filter_map(|token| match token {
                        TokenTree::Ident(word) => Some(word),
                        _ => None,
                    });
                    if let Some(word) = words.find(is_marked) {
                        return Some((RULES, word));
                    }
                }
                _ => {}
            }
            first = None;
        }
        None
    })
}

fn is_marked(word: &Ident) -> bool {
    let word = word.to_string();
    MARKERS.iter().any(|marker| word.ends_with(marker))
}

/// What the attributes of a type and of its variants are written on.
const fn targets(kind: &Kind) -> (Target, Target) {
    match kind {
        Kind::Enum => (Target::Enum, Target::Variant),
        Kind::Struct => (Target::Struct, Target::Struct),
        Kind::Table(_) => (Target::Table, Target::Row),
    }
}

/// The module of the rules that can be waived.
const RULES: &str = "rules";

/// The name of the module of what can come first, which is also a code.
const fn first_of(target: Target) -> Option<&'static str> {
    match target {
        Target::Struct => Some("first_of_struct"),
        Target::Variant => Some("first_of_variant"),
        Target::Enum | Target::Table | Target::Row => None,
    }
}

/// The name of the module of a target: `enum` and `struct` are keywords.
const fn module_of(target: Target) -> &'static str {
    match target {
        Target::Enum => "of_enum",
        Target::Struct => "of_struct",
        Target::Table => "of_table",
        Target::Variant => "of_variant",
        Target::Row => "of_row",
    }
}

/// The modules, for status-core.
pub fn keys() -> TokenStream {
    let targets = [Target::Enum, Target::Struct, Target::Table, Target::Variant, Target::Row];
    let items = |target: Target| {
        let keys = KEYS.iter().filter(move |key| key.targets.contains(&target));
        let keys = keys.map(|key| item(key.name, &format!("`{}`: {}", key.example, key.help)));
        let integrations = INTEGRATIONS.iter().filter(move |it| it.targets.contains(&target));
        let integrations =
            integrations.map(|it| item(it.name, &format!("The type becomes {}.", it.help)));
        keys.chain(integrations).collect::<Vec<_>>()
    };
    let modules = targets.map(|target| module(module_of(target), &items(target)));
    let codes = registry::all().filter(|entry| !entry.phrase.is_empty()).map(|entry| {
        let help = format!("{} {} ({})", entry.code, entry.phrase, entry.spec);
        item(&entry.constant_name(), &help)
    });
    let codes: Vec<_> = codes.collect();
    let firsts = targets.into_iter().filter_map(|target| {
        let items: Vec<_> = codes.iter().cloned().chain(items(target)).collect();
        first_of(target).map(|name| module(name, &items))
    });
    let rules = rules::waivable_rules().map(|rule| item(rule, "A rule that is waived here."));
    let rules = module(RULES, &rules.collect::<Vec<_>>());
    quote!(#(#modules)* #(#firsts)* #rules)
}

fn module(name: &str, items: &[TokenStream]) -> TokenStream {
    let [name, no_word] = [name, NO_WORD].map(|name| Ident::new(name, Span::call_site()));
    quote! {
        #[doc(hidden)]
        pub mod #name {
            #(#items)*
            #[doc(hidden)]
            pub const #no_word: () = ();
        }
    }
}

fn item(name: &str, help: &str) -> TokenStream {
    // `crate` cannot be the name of an item.
    let Ok(name) = syn::parse_str::<Ident>(name) else { return TokenStream::new() };
    let help = Literal::string(help);
    quote!(#[doc = #help] pub const #name: () = ();)
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use syn::{Attribute, Item, ItemMod};

    use super::{NO_WORD, keys};
    use crate::pipeline;

    /// What the expansion mentions: a module and a word.
    fn mentioned(expansion: &TokenStream) -> Vec<String> {
        let text = expansion.to_string().replace(' ', "");
        let mentions = text.split("__private::keys::").skip(1);
        mentions.map(|rest| rest.split("as_").next().unwrap().to_owned()).collect()
    }

    fn of_derive(input: &str) -> Vec<String> {
        mentioned(&pipeline::derive(input.parse().unwrap()))
    }

    #[test]
    fn a_marked_word_is_in_the_module_of_its_place() {
        for (input, expected) in [
            ("#[status(404, memraCompletionMarker)] struct A;", "of_struct::memraCompletionMarker"),
            (
                "#[status(NOTraCompletionMarker)] struct A;",
                "first_of_struct::NOTraCompletionMarker",
            ),
            ("#[status(axraCompletionMarker)] enum A {}", "of_enum::axraCompletionMarker"),
            (
                "enum A { #[status(NOraCompletionMarker)] B }",
                "first_of_variant::NOraCompletionMarker",
            ),
            ("enum A { #[status(404, raCompletionMarker)] B }", "of_variant::raCompletionMarker"),
            ("#[status(404, intellijRulezz)] struct A;", "of_struct::intellijRulezz"),
            ("#[status(404, allow(raCompletionMarker))] struct A;", "rules::raCompletionMarker"),
            (
                "#[status(404, allow(missing_docs), raCompletionMarker)] struct A;",
                "of_struct::raCompletionMarker",
            ),
            (
                "#[status(404, allow(duplicate, miraCompletionMarker))] struct A;",
                "rules::miraCompletionMarker",
            ),
        ] {
            let mentioned = of_derive(input);
            let marked =
                |it: &&String| it.ends_with("raCompletionMarker") || it.ends_with("Rulezz");
            assert_eq!(mentioned.iter().filter(marked).collect::<Vec<_>>(), [expected], "{input}");
        }
        for input in [
            "#[status(404, members(raCompletionMarker))] struct A;",
            "#[other(raCompletionMarker)] #[status(404, nonsense)] struct A;",
        ] {
            let is_word = |it: &String| it.ends_with(NO_WORD) || it.contains("::{");
            assert!(of_derive(input).iter().all(is_word), "{input}");
        }
    }

    #[test]
    fn what_is_written_is_mentioned() {
        let input = "/// A.\n#[status(499, reason = \"A\", allow(unregistered_code))] struct A;";
        let mentioned = of_derive(input);
        let written = mentioned.iter().filter(|it| it.contains("::{")).collect::<Vec<_>>();
        assert_eq!(written, ["of_struct::{reason", "rules::{unregistered_code"]);
    }

    fn help(attrs: &[Attribute]) -> String {
        attrs.iter().map(|attr| quote::quote!(#attr).to_string()).collect()
    }

    #[test]
    fn a_module_has_what_fits_its_place() {
        let file: syn::File = syn::parse2(keys()).unwrap();
        let modules = file.items.into_iter().map(|item| match item {
            Item::Mod(module) => module,
            _ => panic!("only modules"),
        });
        let modules: Vec<ItemMod> = modules.collect();
        let items = |name: &str| -> Vec<(String, String)> {
            let module = modules.iter().find(|module| module.ident == name).expect(name);
            let items = module.content.iter().flat_map(|(_, items)| items);
            let items = items.filter_map(|item| match item {
                Item::Const(item) => Some((item.ident.to_string(), help(&item.attrs))),
                _ => None,
            });
            items.collect()
        };
        let help_of = |module: &str, name: &str| {
            let found = items(module).into_iter().find(|(item, _)| item == name);
            found.map(|(_, help)| help)
        };
        for (module, has, lacks) in [
            ("of_enum", "type_base", "members_of"),
            ("of_enum", "axum", "NOT_FOUND"),
            ("of_struct", "reason", "NOT_FOUND"),
            ("of_variant", "reason", "axum"),
            ("first_of_variant", "NOT_FOUND", "axum"),
            ("first_of_struct", "NOT_FOUND", "missing_docs"),
            ("of_row", "allow", "transparent"),
            ("rules", "unregistered_code", "NOT_FOUND"),
        ] {
            assert!(help_of(module, has).is_some(), "{module}: {has}");
            assert!(help_of(module, lacks).is_none(), "{module}: {lacks}");
            assert!(help_of(module, NO_WORD).is_some(), "{module}");
        }
        let not_found = help_of("first_of_variant", "NOT_FOUND").unwrap();
        assert!(not_found.contains("404 Not Found (RFC 9110"), "{not_found}");
        let reason = help_of("of_variant", "reason").unwrap();
        assert!(reason.contains("`reason = "), "{reason}");
    }
}
