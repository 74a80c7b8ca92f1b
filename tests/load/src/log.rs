//! The shop's log: each event goes into the ledger as it comes.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use serde::Deserialize;

use crate::ledger::Ledger;
use crate::requests::secret;

/// What in the log is not as it should be.
#[derive(Default)]
pub struct Log {
    /// Lines that are not events, such as the message of a panic, and events that report a panic.
    pub strange: Vec<String>,
    /// Events of status-core that belong to no request, or lack what only the log may have.
    pub wrong_events: Vec<String>,
}

#[derive(Deserialize)]
struct Event<'a> {
    #[serde(borrow)]
    target: Cow<'a, str>,
    #[serde(borrow, default)]
    fields: Fields<'a>,
}

#[derive(Default, Deserialize)]
struct Fields<'a> {
    #[serde(rename = "http.response.status_code")]
    code: Option<u16>,
    #[serde(borrow, rename = "error.sources")]
    sources: Option<Cow<'a, str>>,
    #[serde(borrow)]
    request_id: Option<Cow<'a, str>>,
}

impl Log {
    /// How many lines of each kind are kept.
    const KEPT: usize = 100;

    /// Reads until the shop ends.
    pub fn read(from: impl Read, ledger: &Ledger) -> Self {
        let mut log = Self::default();
        let mut from = BufReader::with_capacity(1 << 16, from);
        let mut line = Vec::new();
        while from.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            log.line(&line, ledger);
            line.clear();
        }
        log
    }

    fn line(&mut self, line: &[u8], ledger: &Ledger) {
        let shown = || String::from_utf8_lossy(line.trim_ascii_end()).into_owned();
        let keep = |lines: &mut Vec<String>, why: &str| {
            if lines.len() < Self::KEPT {
                lines.push(format!("{why}: {}", shown()));
            }
        };
        let Ok(Event { target, fields }) = serde_json::from_slice::<Event<'_>>(line) else {
            return keep(&mut self.strange, "not an event");
        };
        if target.contains("catch_panic") {
            return keep(&mut self.strange, "a caught panic");
        }
        if target != "status_core" {
            return;
        }
        let id = fields.request_id.and_then(|id| id.strip_prefix("load-")?.parse().ok());
        let (Some(id), Some(code)) = (id, fields.code) else {
            return keep(&mut self.wrong_events, "an event without the number of its request");
        };
        if !ledger.logged(id, code) {
            keep(&mut self.wrong_events, "an event for a request that there is not");
        }
        if code == 502 && !fields.sources.is_some_and(|sources| sources.ends_with(&secret(id))) {
            keep(&mut self.wrong_events, "an event without the secret of its request");
        }
    }
}
