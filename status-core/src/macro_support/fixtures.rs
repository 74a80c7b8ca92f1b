//! Tables for the tests.

use super::table_parts::TableParts;
use crate::status::Status;
use crate::table::Table;

macro_rules! status {
    ($code:literal, $slug:literal, $uri:literal) => {
        $crate::row::Row {
            code: $code,
            name: "Row",
            slug: $slug,
            reason: "",
            documentation: "",
            title: "",
            type_uri: Some($uri),
            body: "",
            exposed: true,
            extras: None,
        }
        .status()
    };
}
pub(super) use status;

pub(super) const fn table(
    name: &'static str,
    type_base: &'static str,
    statuses: &'static [Status],
    delegates: &'static [&'static Table],
) -> Table {
    let type_base = Some(type_base);
    TableParts { module: "shop", name, documentation: "", type_base, statuses, delegates }.table()
}

pub(super) static GONE: Table = table("Gone", "/", &[status!(410, "a", "/a")], &[]);
/// The same URI, from another base.
pub(super) static SPLIT: Table =
    table("Split", "/a", &[status!(404, "/b", "/a/b"), status!(409, "", "/a")], &[]);
pub(super) static NESTED: Table = table("Nested", "/n/", &[status!(400, "a", "/n/a")], &[&GONE]);
pub(super) static OTHER: Table = table("Other", "/", &[status!(400, "b", "/b")], &[]);
