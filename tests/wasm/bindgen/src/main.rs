//! `wasm-bindgen`, at the version in `Cargo.lock`: generates the module that Node.js imports.
//!
//! The first argument is the file that cargo built, the second is the directory for the module.

use std::env;
use std::error::Error;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1);
    let (Some(input), Some(output)) = (arguments.next(), arguments.next()) else {
        return Err("expected a file and a directory".into());
    };
    Bindgen::new().nodejs(true)?.typescript(false).input_path(input).generate(output)?;
    Ok(())
}
