//! In each crate, imports run one way: there are no dependency cycles between files.
//!
//! A file needs another file if it names something that the other defines, in a `use` declaration
//! or in a path such as `super::name` or `module::name`. Names are followed through re-exports:
//! after `pub use details::Details` in `problem/mod.rs`, `use crate::problem::Details` needs
//! `problem/details.rs`, not `problem/mod.rs`. For the same reason, `mod child;` and a `pub use`
//! need nothing: a module can list what its children provide, and the children can use what the
//! module defines. But a module that calls its children must not define what they use. Code under
//! `#[cfg(test)]` and the bodies of macros are not read.
//!
//! To break a cycle, move what both files use into a third one, or move an `impl` block up to the
//! file that it needs.
//!
//! Every file is below `lib.rs`, so none imports what `lib.rs` exports: `use crate::status::Status`
//! is right, `use crate::Status` is not.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The segments of a path. The name of a module is its path without `crate`.
type Segments = Vec<String>;

/// Files that need a file, each with the code that needs it.
type Needs<'a> = BTreeMap<&'a str, BTreeMap<&'a str, BTreeSet<&'a str>>>;

#[derive(Default)]
struct Module {
    /// Relative to `src`. An inline module is in the file of its parent.
    file: String,
    items: BTreeSet<String>,
    /// The names that `use` declarations bring into scope, with the paths that they refer to. A
    /// macro may share its name with a type.
    imports: BTreeMap<String, Vec<Segments>>,
    globs: Vec<Segments>,
}

/// A path in a module that may need another file.
struct Mention {
    module: Segments,
    path: Segments,
    code: String,
}

#[derive(Default)]
struct Sources {
    modules: BTreeMap<Segments, Module>,
    /// `macro_rules!` macros, which `#[macro_export]` puts into the crate's root.
    macros: BTreeMap<String, Segments>,
    mentions: Vec<Mention>,
    /// Modules that only tests have.
    tests: BTreeSet<Segments>,
}

impl Sources {
    fn read(folder: &Path) -> Self {
        let mut files = Vec::new();
        collect_files(folder, "", &mut files);
        Self::parse(files.iter().map(|(file, text)| (file.as_str(), text.as_str())))
    }

    fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut sources = Self::default();
        for (file, text) in files {
            let stem = file.strip_suffix(".rs").expect("a Rust file");
            let stem = stem.strip_suffix("/mod").unwrap_or(stem);
            let module: Segments = match stem {
                "lib" => Vec::new(),
                _ => stem.split('/').map(str::to_owned).collect(),
            };
            let tokens: TokenStream =
                text.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
            sources.add_module(&module, file);
            sources.visit(tokens, &module, true);
        }
        let is_test = |module: &Segments| sources.tests.iter().any(|test| module.starts_with(test));
        sources.modules.retain(|module, _| !is_test(module));
        sources.mentions.retain(|mention| !is_test(&mention.module));
        sources
    }

    fn add_module(&mut self, module: &Segments, file: &str) {
        file.clone_into(&mut self.modules.entry(module.clone()).or_default().file);
    }

    fn visit(&mut self, tokens: TokenStream, module: &Segments, is_module_level: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        let mut previous = None;
        let mut is_public = false;
        while let [first, after @ ..] = rest {
            let word = match first {
                TokenTree::Ident(word) => word.to_string(),
                _ => String::new(),
            };
            let mut is_next_public = false;
            let next = match (word.as_str(), after) {
                ("", [TokenTree::Group(attribute), item @ ..]) if is_punct(first, '#') => {
                    match attribute.stream().to_string().replace(' ', "").as_str() {
                        "cfg(test)" => self.skip_test(item, module),
                        _ => item,
                    }
                }
                ("pub", [TokenTree::Group(scope), item @ ..])
                    if scope.delimiter() == Delimiter::Parenthesis =>
                {
                    is_next_public = true;
                    item
                }
                ("pub", _) => {
                    is_next_public = true;
                    after
                }
                ("use", _) => {
                    let end = after.iter().position(|token| is_punct(token, ';'));
                    let (tree, item) = after.split_at(end.expect("`use` ends with a semicolon"));
                    self.add_use(tree, module, is_module_level, is_public);
                    item
                }
                ("mod", [TokenTree::Ident(name), TokenTree::Group(body), item @ ..]) => {
                    let inner = joined(module, &[name.to_string()]);
                    let file = self.modules[module].file.clone();
                    self.add_module(&inner, &file);
                    self.visit(body.stream(), &inner, true);
                    item
                }
                ("macro_rules", [bang, TokenTree::Ident(name), _, item @ ..])
                    if is_punct(bang, '!') =>
                {
                    self.macros.insert(name.to_string(), module.clone());
                    item
                }
                // Generated code belongs to another crate.
                ("quote" | "quote_spanned" | "parse_quote", [bang, _, item @ ..])
                    if is_punct(bang, '!') =>
                {
                    item
                }
                (
                    "const" | "enum" | "fn" | "static" | "struct" | "trait" | "type" | "union",
                    [TokenTree::Ident(name), ..],
                ) if is_module_level => {
                    let module = self.modules.get_mut(module).expect("visited modules are known");
                    module.items.insert(name.to_string());
                    after
                }
                ("", _) => {
                    if let TokenTree::Group(group) = first {
                        self.visit(group.stream(), module, false);
                    }
                    after
                }
                _ => {
                    let path = leading_path(rest);
                    let tokens = path.len() * 3 - 2;
                    // `<T>::name` and `receiver.name` are not the start of a path, and `$crate` is
                    // that of a macro's user. `Type::name` needs nothing beyond the import of
                    // `Type`.
                    let starts = !matches!(previous, Some('.' | ':' | '$' | '#'));
                    if starts && path.len() > 1 && word.starts_with(char::is_lowercase) {
                        let code = path.join("::");
                        self.mentions.push(Mention { module: module.clone(), path, code });
                    }
                    &rest[tokens..]
                }
            };
            previous = match first {
                TokenTree::Punct(punct) => Some(punct.as_char()),
                _ => None,
            };
            is_public = is_next_public;
            rest = next;
        }
    }

    /// Skips the item after `#[cfg(test)]`, up to its semicolon or the end of its block.
    fn skip_test<'a>(&mut self, tokens: &'a [TokenTree], module: &Segments) -> &'a [TokenTree] {
        let end = tokens.iter().position(|token| match token {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => is_punct(token, ';'),
        });
        let (item, rest) = tokens.split_at(end.expect("an item ends"));
        if let [.., TokenTree::Ident(keyword), TokenTree::Ident(name)] = item
            && keyword == "mod"
        {
            self.tests.insert(joined(module, &[name.to_string()]));
        }
        &rest[1..]
    }

    fn add_use(
        &mut self,
        tree: &[TokenTree],
        module: &Segments,
        is_module_level: bool,
        is_public: bool,
    ) {
        let mut imports = Vec::new();
        flatten_use(tree, &Vec::new(), &mut imports);
        for (path, name) in imports {
            if is_module_level {
                let module = self.modules.get_mut(module).expect("visited modules are known");
                match name {
                    Some(name) => module.imports.entry(name).or_default().push(path.clone()),
                    None => module.globs.push(path.clone()),
                }
            }
            if !is_public {
                let code = format!("use {}", path.join("::"));
                self.mentions.push(Mention { module: module.clone(), path, code });
            }
        }
    }

    /// Splits a path into the module where it starts and what is left of it.
    fn start<'a>(module: &Segments, path: &'a [String]) -> (Segments, &'a [String]) {
        let mut here = module.clone();
        let mut rest = path;
        while let [first, after @ ..] = rest {
            match first.as_str() {
                // status-core calls itself by both names.
                "crate" | "status_core" => here.clear(),
                "super" => drop(here.pop()),
                "self" => {}
                _ => break,
            }
            rest = after;
        }
        (here, rest)
    }

    /// The module that a path names, or that defines what it names. `None` if that is in no file of
    /// this crate.
    fn find(&self, module: &Segments, path: &[String], depth: u32) -> Option<Segments> {
        let depth = depth.checked_sub(1)?;
        let (mut here, mut rest) = Self::start(module, path);
        let is_relative = rest.len() == path.len();
        while let [name, after @ ..] = rest {
            let child = joined(&here, std::slice::from_ref(name));
            if self.modules.contains_key(&child) {
                (here, rest) = (child, after);
                continue;
            }
            if here.is_empty() && self.macros.contains_key(name) {
                return self.macros.get(name).cloned();
            }
            let owner = self.modules.get(&here)?;
            if owner.items.contains(name) {
                return Some(here);
            }
            // `use http;` brings in a name that is its own path.
            let imports = owner.imports.get(name).into_iter().flatten();
            let mut imports = imports.filter(|&import| import != path).peekable();
            if imports.peek().is_some() {
                return imports.find_map(|import| self.find(&here, &joined(import, after), depth));
            }
            let globs = owner.globs.iter().filter_map(|glob| self.find(&here, glob, depth));
            let mut offers = globs.filter(|offered| {
                let offered = &self.modules[offered];
                offered.items.contains(name) || offered.imports.contains_key(name)
            });
            return match offers.next() {
                Some(offered) => self.find(&offered, rest, depth),
                // Another crate, or a name of the function.
                None if is_relative => None,
                // A macro defines it here.
                None => Some(here),
            };
        }
        Some(here)
    }

    fn needs(&self) -> Needs<'_> {
        let mut needs = Needs::new();
        for Mention { module, path, code } in &self.mentions {
            let Some(found) = self.find(module, path, 16) else { continue };
            let (file, needed) = (&*self.modules[module].file, &*self.modules[&found].file);
            if file != needed {
                needs.entry(file).or_default().entry(needed).or_default().insert(code);
            }
        }
        needs
    }

    /// Describes each cycle: its files, and the code that causes it.
    fn cycles(&self) -> Vec<String> {
        let needs = self.needs();
        let all_needed = |file| {
            let (mut found, mut open) = (BTreeSet::new(), vec![file]);
            while let Some(file) = open.pop() {
                let needed = needs.get(file).into_iter().flat_map(BTreeMap::keys).copied();
                open.extend(needed.filter(|needed| found.insert(*needed)));
            }
            found
        };
        let all_needed: BTreeMap<&str, BTreeSet<&str>> =
            needs.keys().map(|&file| (file, all_needed(file))).collect();
        let cycle_of = |file: &str| -> BTreeSet<&str> {
            let needed = all_needed[file].iter().copied();
            needed
                .filter(|other| all_needed.get(other).is_some_and(|all| all.contains(file)))
                .collect()
        };
        let cycles: BTreeSet<_> = needs.keys().map(|file| cycle_of(file)).collect();
        let cycles = cycles.iter().filter(|files| !files.is_empty());
        let text = |files: &BTreeSet<&str>| {
            let mut text = format!("{} files need each other:\n", files.len());
            for file in files {
                let needed = needs[file].iter().filter(|(other, _)| files.contains(*other));
                for (other, code) in needed {
                    let code: Vec<&str> = code.iter().copied().collect();
                    writeln!(text, "  {file} needs {other}: {}", code.join(", ")).unwrap();
                }
            }
            text
        };
        cycles.map(text).collect()
    }

    /// Imports of what `lib.rs` exports or defines, its macros left out.
    fn imports_from_lib(&self) -> Vec<String> {
        let is_from_lib = |mention: &&Mention| {
            let (start, rest) = Self::start(&mention.module, &mention.path);
            let is_below = rest.first().is_some_and(|name| {
                self.modules.contains_key(std::slice::from_ref(name))
                    || self.macros.contains_key(name)
            });
            start.is_empty() && !mention.module.is_empty() && !is_below
        };
        let line = |it: &Mention| format!("{}: {}", self.modules[&it.module].file, it.code);
        let lines: BTreeSet<_> = self.mentions.iter().filter(is_from_lib).map(line).collect();
        lines.into_iter().collect()
    }
}

fn joined(path: &[String], rest: &[String]) -> Segments {
    [path, rest].concat()
}

fn collect_files(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if name == "docs" {
            // The guide, whose examples are a user's code.
        } else if path.is_dir() {
            collect_files(&path, &format!("{name}/"), files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push((name, fs::read_to_string(path).unwrap()));
        }
    }
}

fn is_punct(token: &TokenTree, char: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

/// The path at the start of these tokens, which start with an identifier.
fn leading_path(tokens: &[TokenTree]) -> Segments {
    let mut path = Vec::new();
    let mut rest = tokens;
    while let [TokenTree::Ident(name), after @ ..] = rest {
        path.push(name.to_string());
        match after {
            [a, b, next @ ..] if is_punct(a, ':') && is_punct(b, ':') => rest = next,
            _ => break,
        }
    }
    path
}

/// The paths in a `use` declaration, each with the name that it brings into scope, or `None` for
/// `*`.
fn flatten_use(
    tree: &[TokenTree],
    prefix: &Segments,
    imports: &mut Vec<(Segments, Option<String>)>,
) {
    'trees: for tree in tree.split(|token| is_punct(token, ',')) {
        // `::name` is another crate. A trailing comma ends an empty tree.
        if prefix.is_empty() && tree.first().is_none_or(|first| is_punct(first, ':')) {
            continue;
        }
        let mut path = prefix.clone();
        let mut name = None;
        let mut tokens = tree.iter();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    flatten_use(&inner, &path, imports);
                    continue 'trees;
                }
                TokenTree::Ident(word) if word == "as" => {
                    name = tokens.next().map(ToString::to_string);
                }
                TokenTree::Ident(word) if word == "self" && !path.is_empty() => {
                    name = path.last().cloned();
                }
                TokenTree::Ident(word) => {
                    path.push(word.to_string());
                    name = path.last().cloned();
                }
                _ if is_punct(token, '*') => name = None,
                _ => {}
            }
        }
        if !tree.is_empty() {
            imports.push((path, name));
        }
    }
}

#[track_caller]
fn assert_one_way(package: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(package).join("src");
    let sources = Sources::read(&folder);
    assert!(sources.needs().len() > 10, "{package}: the sources were not understood");
    let cycles = sources.cycles();
    assert!(cycles.is_empty(), "{package}/src: {}", cycles.join("\n"));
    let from_lib = sources.imports_from_lib();
    assert!(from_lib.is_empty(), "{package}/src: imports from lib.rs:\n{}", from_lib.join("\n"));
}

#[test]
fn imports_of_status_macros_run_one_way() {
    assert_one_way("status-macros");
}

#[test]
fn imports_of_status_core_run_one_way() {
    assert_one_way("status-core");
}

#[test]
fn a_cycle_is_found_with_the_code_that_causes_it() {
    let sources = Sources::parse([
        ("lib.rs", "mod a; mod b; mod c; pub use a::A;"),
        ("a.rs", "use crate::b::{self, B as Other}; use ::b::Foreign; pub struct A;"),
        ("b/mod.rs", "mod inner; pub(crate) use inner::B;"),
        ("b/inner.rs", "fn f() { crate::c::call(); } pub struct B;"),
        ("c.rs", "use super::a::*; use crate::d::D; pub fn call() {}"),
        ("d.rs", "use std::fmt; pub struct D(fmt::Error);"),
    ]);
    assert_eq!(
        sources.cycles(),
        [
            "3 files need each other:\n  a.rs needs b/inner.rs: use crate::b::B\n  b/inner.rs needs c.rs: \
          crate::c::call\n  c.rs needs a.rs: use super::a\n"
        ]
    );
    assert_eq!(sources.imports_from_lib(), [""; 0]);
}

#[test]
fn a_module_that_calls_its_children_and_serves_them_is_a_cycle() {
    let child = ("a/child.rs", "use super::Helper; pub fn run(_: Helper) {}");
    for parent in [
        "mod child; pub struct Helper; fn f() { child::run(Helper); }",
        "mod child; use child::run; pub struct Helper; fn f() { run(Helper); }",
        "mod child; use self::child::run; pub struct Helper;",
        "mod child; use crate::a::child::run; pub struct Helper;",
    ] {
        let sources = Sources::parse([("lib.rs", "mod a;"), ("a/mod.rs", parent), child]);
        assert_eq!(sources.cycles().len(), 1, "{parent}");
    }
    for parent in [
        "pub mod child; pub struct Helper;",
        "mod child; pub use child::run; pub struct Helper;",
        "mod child; mod helper; pub(crate) use helper::Helper; fn f() { child::run(Helper); }",
        "mod child; use helper::*; mod helper; fn f() { child::run(Helper); }",
        "mod child; pub struct Helper; #[cfg(test)] mod tests { use super::child; }",
        "mod child; pub struct Helper; #[cfg(test)] #[rustfmt::skip] mod all;",
        "mod child; pub struct Helper; macro_rules! m { () => { $crate::a::child::run() } }",
        "mod child; pub struct Helper; fn f() { quote! { super::a::child::run() } }",
    ] {
        let sources = Sources::parse([
            ("lib.rs", "mod a;"),
            ("a/mod.rs", parent),
            child,
            ("a/helper.rs", "pub struct Helper;"),
            ("a/all.rs", "use super::child::run;"),
        ]);
        assert_eq!(sources.cycles(), [""; 0], "{parent}");
    }
}

#[test]
fn an_import_from_lib_is_found() {
    let sources = Sources::parse([
        ("lib.rs", "mod a; mod b; pub use a::A; pub use other::Derive;"),
        ("a.rs", "#[macro_export] macro_rules! table { () => {} } pub struct A;"),
        ("b/mod.rs", "mod c; use crate::table; use crate::A; fn f() { super::A; crate::a::A; }"),
        ("b/c.rs", "use crate::{Derive, a::A}; use super::super::A as B; use status_core::A as C;"),
    ]);
    assert_eq!(
        sources.imports_from_lib(),
        [
            "b/c.rs: use crate::Derive",
            "b/c.rs: use status_core::A",
            "b/c.rs: use super::super::A",
            "b/mod.rs: super::A",
            "b/mod.rs: use crate::A",
        ]
    );
    // Each needs the file that defines the item, so a cycle through `lib.rs` is found as well.
    let needed: Vec<&str> = sources.needs()["b/c.rs"].keys().copied().collect();
    assert_eq!(needed, ["a.rs"]);
}
