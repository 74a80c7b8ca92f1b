//! `InvalidStatus`: what was given is no status of the table.

use core::fmt;

use crate::Table;

/// A code or a text that is no status of a table.
///
/// It says what was given and what the table has:
///
/// ```
/// use status_core::ServerError;
///
/// let error = ServerError::try_from(404).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "404 is no status of ServerError, whose codes are 500-508, 510 and 511",
/// );
/// assert_eq!(error.table().name(), "ServerError");
///
/// let error = "Bad Gatway".parse::<ServerError>().unwrap_err();
/// assert!(error.to_string().starts_with("\"Bad Gatway\" is no status of ServerError"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct InvalidStatus {
    given: Given,
    table: &'static Table,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    Code(u16),
    Text(Excerpt),
}

impl InvalidStatus {
    pub(crate) fn code(code: u16, table: &'static Table) -> Self {
        Self { given: Given::Code(code), table }
    }

    pub(crate) fn text(text: &str, table: &'static Table) -> Self {
        Self { given: Given::Text(Excerpt::of(text)), table }
    }

    /// The table that was asked.
    #[must_use]
    pub const fn table(&self) -> &'static Table {
        self.table
    }
}

impl fmt::Display for InvalidStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.given {
            Given::Code(code) => write!(f, "{code}")?,
            Given::Text(text) => {
                write!(f, "{:?}{}", text.as_str(), if text.cut { "…" } else { "" })?;
            }
        }
        write!(f, " is no status of {}, whose codes are {}", self.table.name(), Codes(self.table))
    }
}

impl fmt::Debug for InvalidStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "InvalidStatus({self})")
    }
}

impl core::error::Error for InvalidStatus {}

/// The codes of a table as a person lists them: "500-508, 510 and 511".
struct Codes(&'static Table);

impl Codes {
    fn has(&self, code: u16) -> bool {
        self.0.statuses().iter().any(|status| status.code() == code)
    }

    /// Each run of neighbouring codes, as its first and its last; a run of two as two.
    fn runs(&self) -> impl Iterator<Item = (u16, u16)> + Clone {
        let mut next = 100;
        core::iter::from_fn(move || {
            let first = (next..=599).find(|&code| self.has(code))?;
            let last = (first..=599).take_while(|&code| self.has(code)).last().unwrap_or(first);
            let last = if last - first == 1 { first } else { last };
            next = last + 1;
            Some((first, last))
        })
    }
}

impl fmt::Display for Codes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut runs = self.runs();
        let mut separator = "";
        while let Some((first, last)) = runs.next() {
            write!(f, "{separator}{first}")?;
            if first != last {
                write!(f, "-{last}")?;
            }
            // The next one is the last one where none follows it.
            separator = if runs.clone().nth(1).is_some() { ", " } else { " and " };
        }
        Ok(())
    }
}

/// The beginning of a text. The crate has no allocator to keep the whole one, and a message no use
/// for it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Excerpt {
    bytes: [u8; Self::LENGTH],
    length: usize,
    cut: bool,
}

impl Excerpt {
    const LENGTH: usize = 48;

    fn of(text: &str) -> Self {
        let mut length = text.len().min(Self::LENGTH);
        while !text.is_char_boundary(length) {
            length -= 1;
        }
        let mut bytes = [0; Self::LENGTH];
        bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
        Self { bytes, length, cut: length < text.len() }
    }

    fn as_str(&self) -> &str {
        // It was cut between two characters, so it is whole.
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}
