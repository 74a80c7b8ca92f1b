//! Runs a program under callgrind and reads the cost of each function's calls.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::run;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Calls {
    count: u64,
    /// Inclusive: the function and everything it calls.
    instructions: u64,
}

impl Calls {
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    pub fn per_call(self) -> f64 {
        self.instructions as f64 / self.count as f64
    }
}

/// The calls, by the function that makes them and by the function that is called.
#[derive(Debug, Default)]
pub struct Profile {
    pub made_by: HashMap<String, Calls>,
    pub made_to: HashMap<String, Calls>,
}

pub fn profile(program: &Path) -> Result<Profile, String> {
    let out = run::scratch()?.join("callgrind.out");
    let mut valgrind = Command::new("valgrind");
    valgrind
        .args(["--quiet", "--tool=callgrind", "--compress-strings=no", "--compress-pos=no"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(program);
    run::output(&mut valgrind)?;
    let text = fs::read_to_string(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    Ok(parse(&text))
}

/// Reads callgrind's output format: `fn=` starts a function. In it, `cfn=` names a function that it
/// calls, `calls=` says how often, and the next line has the instructions of these calls.
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
    fn calls_are_added_up_by_caller_and_by_function_called() {
        let profile = parse(
            "fn=main\n0 12\ncfn=work\ncalls=1 0\n0 10\n0 3\ncfi=other.rs\ncfn=work\ncalls=9 0\n0 80\n\nfn=work\n0 90\n",
        );
        let ten = Calls { count: 10, instructions: 90 };
        assert_eq!(profile.made_by["main"], ten);
        assert_eq!(profile.made_to["work"], ten);
        assert!((ten.per_call() - 9.0).abs() < f64::EPSILON);
    }
}
