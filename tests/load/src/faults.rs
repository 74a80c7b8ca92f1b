//! What is required of the shop, and what was found to be otherwise.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

/// What the shop must do under load, and what the load must do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Requirement {
    /// Its memory does not grow.
    Memory,
    /// It does not panic.
    NoPanic,
    /// Every response is complete, or its connection is closed.
    Complete,
    /// Every error that it sends has one event, and nothing else has one.
    OneEvent,
    /// No response has anything of what is only for the log.
    Redacted,
    /// Every response is that to its request.
    Answer,
    /// The load is what it claims to be.
    Reached,
}

impl Requirement {
    const ALL: [Self; 7] = [
        Self::Memory,
        Self::NoPanic,
        Self::Complete,
        Self::OneEvent,
        Self::Redacted,
        Self::Answer,
        Self::Reached,
    ];
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Memory => "the memory does not grow",
            Self::NoPanic => "no panic",
            Self::Complete => "every response is complete, or its connection is closed",
            Self::OneEvent => "exactly one event for each error",
            Self::Redacted => "no byte of a redacted text in a response",
            Self::Answer => "every response is that to its request",
            Self::Reached => "the load reaches everything",
        })
    }
}

/// How often each requirement was not met, with examples.
#[derive(Default)]
pub struct Faults(Mutex<BTreeMap<Requirement, (u64, Vec<String>)>>);

impl Faults {
    /// How many examples are kept.
    const EXAMPLES: usize = 8;

    pub fn add(&self, requirement: Requirement, what: impl Into<String>) {
        let mut faults = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (count, examples) = faults.entry(requirement).or_default();
        *count += 1;
        if examples.len() < Self::EXAMPLES {
            examples.push(what.into());
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let faults = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for requirement in Requirement::ALL {
            let Some((count, examples)) = faults.get(&requirement) else {
                writeln!(f, "ok: {requirement}")?;
                continue;
            };
            writeln!(f, "FAILED: {requirement} ({count} times)")?;
            for example in examples {
                writeln!(f, "    {example}")?;
            }
        }
        Ok(())
    }
}
