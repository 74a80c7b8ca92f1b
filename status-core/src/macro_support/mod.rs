//! What generated code calls. Exported as `__private`.

mod acyclic;
#[cfg(feature = "problem")]
mod body;
pub(crate) mod clashes;
mod delegates;
mod detail;
mod dynamic;
mod fallback;
#[cfg(test)]
mod fixtures;
mod for_editors;
pub(crate) mod json_type;
mod listed;
mod lookup;
mod message;
#[cfg(feature = "_openapi")]
mod openapi;
mod parse;
mod problem_feature;
#[cfg(feature = "_openapi")]
mod sample;
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
pub use self::for_editors::keys;
pub use self::json_type::{JsonOf, UnknownJson};
pub use self::listed::{DelegateField, NoStatus};
pub use self::lookup::{rows_by_code, statuses_by_code, values_by_code};
#[cfg(feature = "_openapi")]
pub use self::openapi::{DocumentOf, NotDocumented};
pub use self::parse::{parse, try_from_code};
pub use self::problem_feature::{FieldValue, Member};
#[cfg(feature = "_openapi")]
pub use self::sample::{NoSample, SampleOf};
#[cfg(feature = "problem")]
pub use self::source::{NoSource, SourceOf};
pub use self::table_parts::{TableParts, statuses};
#[cfg(feature = "problem")]
pub use crate::client::decoding::{Decoding, Definition};
#[cfg(feature = "problem")]
pub use crate::client::from_text::FromCode;
#[cfg(feature = "problem")]
pub use crate::client::received::Received;
pub use crate::describe::extension_member::FieldMember;
#[cfg(feature = "_openapi")]
pub use crate::describe::openapi::documented::{DelegatedDetail, Documented, Schema, Statuses};
pub use crate::retry::Retry;
pub use crate::row::{Exposure, Extras, Row};
#[cfg(feature = "problem")]
pub use crate::status_code::status_code;
pub use crate::{
    __actix_web as actix_web, __aide as aide, __axum as axum, __for_editors as for_editors,
    __http as http, __if_problem as if_problem, __needs_problem as needs_problem, __poem as poem,
    __poem_openapi as poem_openapi, __rocket as rocket, __salvo as salvo,
    __salvo_oapi as salvo_oapi, __table_http as table_http, __table_serde as table_serde,
    __table_traits as table_traits, __tonic as tonic, __utoipa as utoipa, __warp as warp,
};

#[cfg(feature = "actix_web")]
pub use crate::integrations::actix_web::response::code_of as actix_web_code;
#[cfg(feature = "aide")]
pub use crate::integrations::aide::on::{Aide, responses as aide_responses};
#[cfg(feature = "poem")]
pub use crate::integrations::poem::response::error as poem_error;
#[cfg(feature = "poem_openapi")]
pub use crate::integrations::poem_openapi::on::{
    PoemOpenapi, register as poem_openapi_register, responses as poem_openapi_responses,
};
#[cfg(feature = "rocket")]
pub use crate::integrations::rocket::response::respond as rocket_respond;
#[cfg(feature = "salvo")]
pub use crate::integrations::salvo::response::{Written, write as salvo_write};
#[cfg(feature = "salvo_oapi")]
pub use crate::integrations::salvo_oapi::on::{
    SalvoOapi, register as salvo_oapi_register, responses as salvo_oapi_responses,
};
#[cfg(feature = "utoipa")]
pub use crate::integrations::utoipa::responses::{
    Utoipa, responses as utoipa_responses, schema as utoipa_schema, schemas as utoipa_schemas,
};
#[cfg(feature = "actix_web")]
pub use ::actix_web;
#[cfg(feature = "aide")]
pub use ::aide;
#[cfg(feature = "problem")]
pub use ::http;
#[cfg(feature = "poem")]
pub use ::poem;
#[cfg(feature = "poem_openapi")]
pub use ::poem_openapi;
#[cfg(feature = "rocket")]
pub use ::rocket;
#[cfg(feature = "salvo_oapi")]
pub use ::salvo_oapi;
#[cfg(feature = "problem")]
pub use ::serde;
#[cfg(feature = "tonic")]
pub use ::tonic;
#[cfg(feature = "utoipa")]
pub use ::utoipa;
#[cfg(feature = "warp")]
pub use ::warp;
#[cfg(feature = "_openapi")]
pub use alloc::{collections::BTreeMap, string::String, vec::Vec};
#[cfg(feature = "axum")]
pub use axum_core;
#[cfg(feature = "http")]
pub use bytes::Bytes;
#[cfg(feature = "salvo")]
pub use salvo_core;
