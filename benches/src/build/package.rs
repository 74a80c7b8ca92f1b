//! A package that is written, compiled and measured.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use proc_macro2::{TokenStream, TokenTree};

use crate::build::wrapper::{self, Counted};
use crate::run;

pub struct Package {
    folder: PathBuf,
    source: PathBuf,
}

impl Package {
    /// A library, or with `main` in it a program.
    pub fn new(name: &str, dependencies: &str, source: &str) -> Result<Self, String> {
        let folder = run::scratch()?.join("packages").join(name);
        let kind = if source.contains("fn main()") { "main.rs" } else { "lib.rs" };
        let package = Self { source: folder.join("src").join(kind), folder };
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{dependencies}\n\n[profile.release]\nstrip = true\n\n[workspace]\n"
        );
        package.write("Cargo.toml", &manifest)?;
        package.write(&format!("src/{kind}"), source)?;
        Ok(package)
    }

    fn write(&self, name: &str, text: &str) -> Result<(), String> {
        let path = self.folder.join(name);
        let failed = |error| format!("{}: {error}", path.display());
        fs::create_dir_all(path.parent().unwrap_or(&self.folder)).map_err(failed)?;
        fs::write(&path, text).map_err(failed)
    }

    fn cargo(&self, arguments: &[&str]) -> Result<Command, String> {
        let mut cargo = run::cargo();
        // The macros are compiled as a user's are, in the profile `dev`.
        cargo.args(arguments).arg("--quiet").current_dir(&self.folder);
        cargo.env("CARGO_TARGET_DIR", run::scratch()?.join("target"));
        Ok(cargo)
    }

    /// What cargo has compiled of this package does not count as fresh any more.
    fn touch(&self) -> Result<(), String> {
        let source = fs::read(&self.source).and_then(|text| fs::write(&self.source, text));
        source.map_err(|error| format!("{}: {error}", self.source.display()))
    }

    /// Instructions of rustc for `cargo check` of this package alone.
    pub fn check(&self) -> Result<f64, String> {
        self.touch()?;
        wrapper::count(&mut self.cargo(&["check"])?, Counted::Crate)
    }

    /// The same for an optimised build.
    pub fn optimised(&self) -> Result<f64, String> {
        self.touch()?;
        wrapper::count(&mut self.cargo(&["build", "--release"])?, Counted::Crate)
    }

    /// Instructions of rustc for this package and all that it depends on, from nothing.
    pub fn clean(&self) -> Result<f64, String> {
        let mut cargo = self.cargo(&["build"])?;
        cargo.env("CARGO_TARGET_DIR", self.empty_target()?);
        wrapper::count(&mut cargo, Counted::Tree)
    }

    /// Seconds of processor time for the same, without the count.
    pub fn clean_seconds(&self) -> Result<f64, String> {
        // What has to be downloaded is, before the clock starts.
        run::output(&mut self.cargo(&["fetch"])?)?;
        let mut cargo = self.cargo(&["build"])?;
        cargo.env("CARGO_TARGET_DIR", self.empty_target()?);
        let before = seconds_of_children()?;
        run::output(&mut cargo)?;
        Ok(seconds_of_children()? - before)
    }

    fn empty_target(&self) -> Result<PathBuf, String> {
        let target = self.folder.join("target");
        if target.exists() {
            fs::remove_dir_all(&target)
                .map_err(|error| format!("{}: {error}", target.display()))?;
        }
        Ok(target)
    }

    /// What it depends on, with the versions that cargo has chosen.
    pub fn versions(&self) -> Result<Vec<String>, String> {
        run::versions(&mut self.cargo(&["tree"])?)
    }

    /// How many crates it depends on, which are compiled for it.
    pub fn crates(&self) -> Result<usize, String> {
        let tree = self.cargo(&["tree", "-e", "normal,build", "--prefix", "none", "--no-dedupe"]);
        let tree = run::output(&mut tree?)?;
        // A line says `name version (path)`, and the first is this package.
        let name = |line: &str| line.split(" (").next().unwrap_or(line).to_owned();
        let mut crates: Vec<String> = tree.lines().skip(1).map(name).collect();
        crates.sort_unstable();
        crates.dedup();
        Ok(crates.len())
    }

    /// The sections of the optimised program, with their bytes.
    pub fn sections(&self) -> Result<Vec<(String, f64)>, String> {
        run::output(&mut self.cargo(&["build", "--release"])?)?;
        let name = self.folder.file_name().unwrap_or_default();
        let program = run::scratch()?.join("target/release").join(name);
        let listed = run::output(Command::new("size").args(["-A", "-d"]).arg(program))?;
        let sections = sections(&listed);
        if sections.iter().any(|(name, _)| name == ".text") {
            Ok(sections)
        } else {
            Err(format!("size has printed no .text:\n{listed}"))
        }
    }

    /// Instructions of the macros while this package is compiled, with what they ask the compiler for.
    pub fn macros(&self) -> Result<f64, String> {
        self.touch()?;
        wrapper::count(&mut self.cargo(&["check"])?, Counted::Macros)
    }

    /// The tokens and bytes that the macros leave.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    pub fn expansion(&self) -> Result<(f64, f64), String> {
        self.touch()?;
        let mut cargo = self.cargo(&["rustc", "--profile", "dev"])?;
        cargo.args(["--", "-Zunpretty=expanded"]).env("RUSTC_BOOTSTRAP", "1");
        let text = run::output(&mut cargo)?;
        let tokens: TokenStream = text.parse().map_err(|error| format!("expanded: {error}"))?;
        Ok((count(tokens) as f64, text.len() as f64))
    }
}

/// `.text  588942  1146560`: the name, the bytes and the address, which what is not loaded does not have.
fn sections(listed: &str) -> Vec<(String, f64)> {
    let section = |line: &str| {
        let &[name, bytes, address] = line.split_whitespace().collect::<Vec<_>>().as_slice() else {
            return None;
        };
        let is_loaded = address.parse::<u64>().ok()? > 0;
        // These have no bytes in the program.
        let is_empty = matches!(name, ".bss" | ".tbss" | ".relro_padding");
        (is_loaded && !is_empty).then_some((name.to_owned(), bytes.parse().ok()?))
    };
    listed.lines().filter_map(section).collect()
}

fn count(tokens: TokenStream) -> usize {
    let one = |token| match token {
        TokenTree::Group(group) => 2 + count(group.stream()),
        _ => 1,
    };
    tokens.into_iter().map(one).sum()
}

/// The processor time of all programs that this one has waited for, as Linux has it in the fields 16 and 17 of
/// `/proc/self/stat`, in hundredths of a second.
fn seconds_of_children() -> Result<f64, String> {
    let stat = fs::read_to_string("/proc/self/stat").map_err(|error| error.to_string())?;
    // The second field is a name in parentheses, which may have spaces.
    let after = stat.rsplit(')').next().unwrap_or_default();
    let field =
        |index| after.split_whitespace().nth(index).and_then(|field| field.parse::<f64>().ok());
    match (field(13), field(14)) {
        (Some(user), Some(system)) => Ok((user + system) / 100.0),
        _ => Err(format!("no times in {stat}")),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn sections_are_those_that_are_loaded_from_the_program() {
        let listed = "program  :\nsection  size  addr\n.text  588942  1146560\n.bss  202  2286312\n\
                      .comment  178  0\nTotal  6\n\n";
        assert_eq!(super::sections(listed), [(".text".to_owned(), 588_942.0)]);
    }
}
