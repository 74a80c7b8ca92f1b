//! [`ProblemLayer`](crate::represent::ProblemLayer) in the frameworks that have no tower.

#[cfg(feature = "actix_web")]
pub(crate) mod actix_web;
#[cfg(feature = "poem")]
mod poem;
#[cfg(feature = "rocket")]
mod rocket;
#[cfg(feature = "salvo")]
mod salvo;
