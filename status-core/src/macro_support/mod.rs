//! What generated code calls. Exported as `__private`.

mod acyclic;
#[cfg(feature = "problem")]
mod body;
mod clashes;
mod delegates;
mod detail;
mod dynamic;
mod fallback;
#[cfg(test)]
mod fixtures;
mod json_type;
mod listed;
mod lookup;
mod message;
mod parse;
mod problem_feature;
#[cfg(feature = "problem")]
mod source;
mod table_conversions;
mod table_parts;
mod table_traits;

pub use self::acyclic::{Acyclic, Cycles, End, Next, Unchecked};
#[cfg(feature = "problem")]
pub use self::body::body;
pub use self::clashes::{Clash, clashes, count, slots};
pub use self::delegates::check_delegate;
pub use self::detail::DetailText;
#[cfg(feature = "problem")]
pub use self::detail::{exposed, text};
pub use self::dynamic::{DynamicCode, NotAnOption, Returned, code_of, dynamic};
pub use self::fallback::{BROKEN, BROKEN_ROW};
pub use self::json_type::{JsonOf, UnknownJson};
pub use self::listed::{DelegateField, NoStatus};
pub use self::lookup::{rows_by_code, statuses_by_code, values_by_code};
pub use self::parse::{parse, try_from_code};
pub use self::problem_feature::{FieldValue, Member};
#[cfg(feature = "problem")]
pub use self::source::{NoSource, SourceOf};
pub use self::table_parts::{TableParts, statuses};
#[cfg(feature = "problem")]
pub use crate::client::from_text::FromCode;
#[cfg(feature = "problem")]
pub use crate::client::received::Received;
pub use crate::describe::extension_member::FieldMember;
pub use crate::retry::Retry;
pub use crate::row::{Exposure, Extras, Row};
#[cfg(feature = "problem")]
pub use crate::status_code::status_code;
pub use crate::{
    __actix_web as actix_web, __axum as axum, __http as http, __if_problem as if_problem,
    __needs_problem as needs_problem, __poem as poem, __rocket as rocket, __salvo as salvo,
    __table_http as table_http, __table_serde as table_serde, __table_traits as table_traits,
    __tonic as tonic, __warp as warp,
};

#[cfg(feature = "actix_web")]
pub use crate::integrations::actix_web::response::code as actix_web_code;
#[cfg(feature = "poem")]
pub use crate::integrations::poem::response::error as poem_error;
#[cfg(feature = "rocket")]
pub use crate::integrations::rocket::response::respond as rocket_respond;
#[cfg(feature = "salvo")]
pub use crate::integrations::salvo::response::{Written, write as salvo_write};
#[cfg(feature = "actix_web")]
pub use ::actix_web;
#[cfg(feature = "problem")]
pub use ::http;
#[cfg(feature = "poem")]
pub use ::poem;
#[cfg(feature = "rocket")]
pub use ::rocket;
#[cfg(feature = "problem")]
pub use ::serde;
#[cfg(feature = "tonic")]
pub use ::tonic;
#[cfg(feature = "warp")]
pub use ::warp;
#[cfg(feature = "axum")]
pub use axum_core;
#[cfg(feature = "http")]
pub use bytes::Bytes;
#[cfg(feature = "salvo")]
pub use salvo_core;
