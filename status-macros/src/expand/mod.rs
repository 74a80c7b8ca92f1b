//! The checked model to tokens. Nothing here can fail.
//!
//! The tokens refer only to `::status_core` and `::core`, so that they mean the same in every crate.
//! They contain no `#[cfg]`, which the user's crate would evaluate.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Checked, Kind};
use crate::rules::Waivers;

mod bounds;
mod decode;
mod delegates;
mod derived;
mod documentation;
mod integration;
mod occurrence;
mod openapi;
mod paths;
mod pattern;
mod registry;
mod row;
mod table;
mod waivers;

pub use bounds::{arguments, own_predicates};
pub use decode::impls as decode_impls;
pub use integration::{documents, integrations};
pub use openapi::of_table as document_of_table;
pub use paths::krate;
pub use registry::registry;
pub use row::table_static;
pub use table::{Bodies, Item, table_item};

pub fn expand(checked: &Checked, waivers: &Waivers) -> TokenStream {
    let expansion = match &checked.subject.kind {
        Kind::Enum | Kind::Struct => derived::derived(checked),
        Kind::Table(table) => table::table(checked, table),
    };
    let warnings = waivers::warnings(waivers);
    quote!(#expansion #warnings)
}
