//! A package that is written to the scratch directory, built there and measured.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::run;
use crate::wrapper::{self, Counted};

pub struct Package {
    name: &'static str,
    folder: PathBuf,
}

impl Package {
    /// A library, or a program if `source` has a `main`.
    pub fn new(name: &'static str, dependencies: &[&str], source: &str) -> Result<Self, String> {
        let folder = run::scratch()?.join("packages").join(name);
        let package = Self { name, folder };
        let failed = |error| format!("{}: {error}", package.folder.display());
        if package.folder.exists() {
            fs::remove_dir_all(&package.folder).map_err(failed)?;
        }
        fs::create_dir_all(package.folder.join("src")).map_err(failed)?;
        let kind = if source.contains("fn main()") { "main.rs" } else { "lib.rs" };
        fs::write(package.folder.join("src").join(kind), source).map_err(failed)?;
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[dependencies]\n{}\n\n\
             [profile.release]\nstrip = true\n\n[workspace]\n",
            dependencies.join("\n")
        );
        fs::write(package.folder.join("Cargo.toml"), manifest).map_err(failed)?;
        // The versions of this workspace, so that new releases do not change the figures.
        let lock = run::workspace().join("Cargo.lock");
        fs::copy(lock, package.folder.join("Cargo.lock")).map_err(failed)?;
        Ok(package)
    }

    fn cargo(&self, arguments: &[&str]) -> Result<Command, String> {
        let mut cargo = run::cargo();
        cargo.args(arguments).arg("--quiet").current_dir(&self.folder);
        cargo.env("CARGO_TARGET_DIR", run::scratch()?.join("target"));
        Ok(cargo)
    }

    /// Instructions of rustc for `cargo check`, without the dependencies.
    pub fn check(&self) -> Result<f64, String> {
        eprintln!("  cargo check of {}", self.name);
        wrapper::count(&mut self.cargo(&["check"])?, Counted::Package)
    }

    /// Instructions of rustc for a `cargo build` that starts with an empty target directory.
    pub fn clean_build(&self) -> Result<f64, String> {
        eprintln!("  clean build of {}", self.name);
        let mut cargo = self.cargo(&["build"])?;
        cargo.env("CARGO_TARGET_DIR", self.folder.join("target"));
        wrapper::count(&mut cargo, Counted::Tree)
    }

    /// The size of the optimized program in bytes.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    pub fn program_size(&self) -> Result<f64, String> {
        eprintln!("  release build of {}", self.name);
        run::output(&mut self.cargo(&["build", "--release"])?)?;
        let program = run::scratch()?.join("target/release").join(self.name);
        let metadata = fs::metadata(&program);
        let metadata = metadata.map_err(|error| format!("{}: {error}", program.display()))?;
        Ok(metadata.len() as f64)
    }
}
