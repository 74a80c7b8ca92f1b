//! Runs a program under callgrind and reads what each function's calls have cost.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::run;

/// The calls of one function, with all that is called from there.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Calls {
    pub count: u64,
    pub instructions: u64,
}

impl Calls {
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    pub fn per_call(self) -> f64 {
        self.instructions as f64 / self.count as f64
    }
}

/// By caller, and by function called.
#[derive(Debug, Default)]
pub struct Profile {
    pub made_by: HashMap<String, Calls>,
    pub made_to: HashMap<String, Calls>,
}

/// The instructions of `program`, by function.
pub fn profile(program: &Path, argument: Option<&str>) -> Result<Profile, String> {
    let out = run::scratch()?.join("callgrind.out");
    let mut command = Command::new("valgrind");
    command
        .args(["--quiet", "--tool=callgrind", "--compress-strings=no", "--compress-pos=no"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(program)
        .args(argument);
    run::output(&mut command)?;
    let text = fs::read_to_string(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    Ok(parse(&text))
}

/// Reads callgrind's format: `fn=` opens a function, and within it `cfn=`, `calls=` and the line after that say what
/// it called, how often, and what that cost, the return included.
fn parse(text: &str) -> Profile {
    let mut profile = Profile::default();
    let (mut caller, mut target) = ("", "");
    for (line, next) in text.lines().zip(text.lines().skip(1)) {
        if let Some(name) = line.strip_prefix("fn=") {
            caller = name;
        } else if let Some(name) = line.strip_prefix("cfn=") {
            target = name;
        } else if let Some(calls) = line.strip_prefix("calls=") {
            let number = |text: Option<&str>| text.and_then(|text| text.parse().ok()).unwrap_or(0);
            let count: u64 = number(calls.split(' ').next());
            let instructions: u64 = number(next.split(' ').nth(1));
            for (calls, name) in [(&mut profile.made_by, caller), (&mut profile.made_to, target)] {
                let calls = calls.entry(name.to_owned()).or_default();
                calls.count += count;
                calls.instructions += instructions;
            }
        }
    }
    profile
}

#[cfg(test)]
mod tests {
    use super::{Calls, parse};

    #[test]
    fn calls_are_summed_up_by_caller_and_by_target() {
        let profile = parse(
            "fn=main\n0 12\ncfn=work\ncalls=1 0\n0 10\n0 3\ncfi=other.rs\ncfn=work\ncalls=9 0\n0 80\n\nfn=work\n0 90\n",
        );
        let ten = Calls { count: 10, instructions: 90 };
        assert_eq!(profile.made_by["main"], ten);
        assert_eq!(profile.made_to["work"], ten);
        assert!((ten.per_call() - 9.0).abs() < f64::EPSILON);
    }
}
