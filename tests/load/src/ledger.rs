//! Every request: whether it was answered, and the events that it has in the log.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::faults::{Faults, Requirement};
use crate::requests::{KINDS, LARGE};

struct Entry {
    kind: &'static str,
    /// The code of the response, of which at least the head was read.
    answered: Option<u16>,
    /// Whether hyper or h2 refuse it, so that the shop never sees it.
    is_refused: bool,
    /// The code in the last event.
    logged: Option<u16>,
    events: u8,
}

/// All requests, by number.
pub struct Ledger(Mutex<Vec<Entry>>);

impl Ledger {
    pub fn new() -> Self {
        Self(Mutex::default())
    }

    fn entries(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the number of a new request.
    pub fn begin(&self, kind: &'static str) -> u32 {
        let mut entries = self.entries();
        let entry = Entry { kind, answered: None, is_refused: false, logged: None, events: 0 };
        entries.push(entry);
        u32::try_from(entries.len() - 1).unwrap_or(u32::MAX)
    }

    fn with(&self, id: u32, change: impl FnOnce(&mut Entry)) -> bool {
        usize::try_from(id).ok().and_then(|id| self.entries().get_mut(id).map(change)).is_some()
    }

    pub fn answered(&self, id: u32, code: u16) {
        self.with(id, |entry| entry.answered = Some(code));
    }

    /// Notes that hyper or h2 will refuse the request.
    pub fn refused(&self, id: u32) {
        self.with(id, |entry| entry.is_refused = true);
    }

    /// Returns false if there is no such request.
    pub fn logged(&self, id: u32, code: u16) -> bool {
        self.with(id, |entry| {
            entry.logged = Some(code);
            entry.events = entry.events.saturating_add(1);
        })
    }

    pub fn judge(&self, faults: &Faults) {
        let mut seen: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
        for (id, entry) in self.entries().iter().enumerate() {
            let Entry { kind, answered, is_refused, logged, events } = *entry;
            let is_right = match answered {
                _ if is_refused => events == 0,
                // The shop may have made the response, or not have begun with it.
                None => events <= 1,
                Some(400..) => events == 1 && logged == answered,
                Some(_) => events == 0,
            };
            if !is_right {
                let [code, logged] =
                    [answered, logged].map(|it| it.map_or("none".to_owned(), |it| it.to_string()));
                let message = format!(
                    "load-{id} ({kind}): the code is {code}, that of the last event {logged}, and \
                     there are {events} events"
                );
                faults.add(Requirement::OneEvent, message);
            }
            seen.entry(kind).or_default().extend(answered);
        }
        for kind in KINDS.iter().chain([LARGE]) {
            for code in kind.codes {
                if !seen.get(kind.name).is_some_and(|codes| codes.contains(code)) {
                    let message = format!("no {code} was read for `{}`", kind.name);
                    faults.add(Requirement::Reached, message);
                }
            }
        }
    }
}

impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries = self.entries();
        let mut kinds: BTreeMap<&str, (u64, u64, u64)> = BTreeMap::new();
        let mut codes: BTreeMap<(u16, bool), u64> = BTreeMap::new();
        let (mut all, mut all_answered, mut all_events) = (0, 0, 0);
        for entry in &*entries {
            let (sent, answered, events) = kinds.entry(entry.kind).or_default();
            *sent += 1;
            *answered += u64::from(entry.answered.is_some());
            *events += u64::from(entry.events);
            all += 1;
            all_answered += u64::from(entry.answered.is_some());
            all_events += u64::from(entry.events);
            if let Some(code) = entry.answered {
                *codes.entry((code, entry.is_refused)).or_default() += 1;
            }
        }
        writeln!(f, "{:<18}{:>10}{:>10}{:>10}", "request", "begun", "answered", "events")?;
        for (kind, (sent, answered, events)) in kinds {
            writeln!(f, "{kind:<18}{sent:>10}{answered:>10}{events:>10}")?;
        }
        writeln!(f, "{:<18}{all:>10}{all_answered:>10}{all_events:>10}\n", "all")?;
        for ((code, is_refused), count) in codes {
            let by = if is_refused { " from hyper or h2" } else { "" };
            writeln!(f, "{code}{count:>10}{by}")?;
        }
        writeln!(f)
    }
}
