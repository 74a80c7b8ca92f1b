//! `InvalidStatus`: a code or string that is not in a table.

use core::fmt;

use crate::table::Table;

/// The error for a code or string that is not in a table.
///
/// The message includes the input and the table's codes:
///
/// ```
/// use status_core::ServerError;
///
/// let error = ServerError::try_from(404).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "404 is not a status of ServerError, which has the codes 500-508, 510 and 511",
/// );
/// assert_eq!(error.table().name(), "ServerError");
///
/// let error = "Bad Gatway".parse::<ServerError>().unwrap_err();
/// assert!(error.to_string().starts_with("\"Bad Gatway\" is not a status of ServerError"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct InvalidStatus {
    input: Input,
    table: &'static Table,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Input {
    Code(u16),
    String(Excerpt),
}

impl InvalidStatus {
    pub(crate) fn code(code: u16, table: &'static Table) -> Self {
        Self { input: Input::Code(code), table }
    }

    pub(crate) fn string(input: &str, table: &'static Table) -> Self {
        Self { input: Input::String(Excerpt::of(input)), table }
    }

    /// Returns the table that was searched.
    #[must_use]
    pub const fn table(&self) -> &'static Table {
        self.table
    }
}

impl fmt::Display for InvalidStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.input {
            Input::Code(code) => write!(f, "{code}")?,
            Input::String(input) => {
                write!(f, "{:?}{}", input.as_str(), if input.cut { "…" } else { "" })?;
            }
        }
        let name = self.table.name();
        write!(f, " is not a status of {name}, which has the codes {}", Codes(self.table))
    }
}

impl fmt::Debug for InvalidStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "InvalidStatus({self})")
    }
}

impl core::error::Error for InvalidStatus {}

/// The codes of a table, with ranges: "500-508, 510 and 511".
struct Codes(&'static Table);

impl Codes {
    fn has(&self, code: u16) -> bool {
        self.0.statuses().iter().any(|status| status.code() == code)
    }

    /// The first and last code of each run of adjacent codes. A run of two counts as two runs.
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
            // " and " precedes the last run.
            separator = if runs.clone().nth(1).is_some() { ", " } else { " and " };
        }
        Ok(())
    }
}

/// The start of the input. The whole input cannot be stored without an allocator.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Excerpt {
    bytes: [u8; Self::LENGTH],
    length: usize,
    cut: bool,
}

impl Excerpt {
    const LENGTH: usize = 48;

    fn of(input: &str) -> Self {
        let mut length = input.len().min(Self::LENGTH);
        while !input.is_char_boundary(length) {
            length -= 1;
        }
        let mut bytes = [0; Self::LENGTH];
        bytes[..length].copy_from_slice(&input.as_bytes()[..length]);
        Self { bytes, length, cut: length < input.len() }
    }

    fn as_str(&self) -> &str {
        // The cut is between two characters, so this is valid UTF-8.
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}
