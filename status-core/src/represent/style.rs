//! The style of all pages.

pub(crate) const STYLE: &str = include_str!("page.css");
