//! Lookup tables of a `status_table!`, filled from its rows at compile time.

use crate::row::Row;
use crate::status::Status;

/// Returns each status at its offset from `first`, the lowest code. An offset without a status
/// has the first row; generated code never reads it.
#[must_use]
pub const fn statuses_by_code<const SPAN: usize>(
    statuses: &'static [Status],
    first: u16,
) -> [&'static Status; SPAN] {
    let mut found = [&statuses[0]; SPAN];
    let count = statuses.len();
    let mut at = 0;
    while at < count {
        found[(statuses[at].code - first) as usize] = &statuses[at];
        at += 1;
    }
    found
}

/// Like [`statuses_by_code`], but for the rows.
#[must_use]
pub const fn rows_by_code<const SPAN: usize>(
    rows: &'static [Row],
    first: u16,
) -> [&'static Row; SPAN] {
    let mut found = [&rows[0]; SPAN];
    let count = rows.len();
    let mut at = 0;
    while at < count {
        found[(rows[at].code - first) as usize] = &rows[at];
        at += 1;
    }
    found
}

/// Returns each value at the offset of its code from `first`, the lowest code. `values` and
/// `statuses` have the same order.
#[must_use]
pub const fn values_by_code<T: Copy, const SPAN: usize>(
    statuses: &[Status],
    values: &[T],
    first: u16,
) -> [Option<T>; SPAN] {
    let mut found = [None; SPAN];
    let count = statuses.len();
    let mut at = 0;
    while at < count {
        found[(statuses[at].code - first) as usize] = Some(values[at]);
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{statuses_by_code, values_by_code};
    use crate::canonical::client_error::ClientError;
    use crate::status::Status;
    use crate::table::StatusTable;

    static STATUSES: &[Status] = ClientError::TABLE.statuses();

    #[test]
    fn statuses_and_values_are_at_the_offset_of_their_code() {
        const FOUND: [&Status; 52] = statuses_by_code(STATUSES, 400);
        const VALUES: [Option<ClientError>; 52] = values_by_code(STATUSES, ClientError::ALL, 400);
        for (status, value) in STATUSES.iter().zip(ClientError::ALL) {
            let offset = usize::from(status.code()) - 400;
            assert!(core::ptr::eq(FOUND[offset], status));
            assert_eq!(VALUES[offset], Some(*value));
        }
        assert_eq!(VALUES.iter().flatten().count(), STATUSES.len());
    }
}
