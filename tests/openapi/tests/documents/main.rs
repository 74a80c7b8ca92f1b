//! Each OpenAPI tool documents the same types in the same way.

#![cfg(any(
    feature = "aide",
    feature = "poem_openapi",
    feature = "salvo_oapi",
    feature = "utoipa"
))]

mod document;
mod shop;

#[cfg(feature = "aide")]
mod aide;
#[cfg(feature = "poem_openapi")]
mod poem_openapi;
#[cfg(feature = "salvo_oapi")]
mod salvo_oapi;
#[cfg(feature = "utoipa")]
mod utoipa;
