//! The errors that all servers share.

use std::io;
use std::time::Duration;

use status_core::problem::{Body, OrStatus, Problem, View};
use status_core::{HttpStatus, Redirection, ServerError, Status, StatusTable, Success};

/// Why an order fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(type_base = "https://shop.example/errors/")]
#[cfg_attr(feature = "actix_web", status(actix_web))]
#[cfg_attr(feature = "axum", status(axum))]
#[cfg_attr(feature = "http", status(http))]
#[cfg_attr(feature = "poem", status(poem))]
#[cfg_attr(feature = "rocket", status(rocket))]
#[cfg_attr(feature = "salvo", status(salvo))]
#[cfg_attr(feature = "warp", status(warp))]
pub enum OrderError {
    /// No order has this number.
    #[error("order <{id}> not found")]
    #[status(404, members(id))]
    OrderNotFound { id: u64 },

    /// The caller has not signed in.
    #[error("sign in first")]
    #[status(401, header("WWW-Authenticate" = "Basic"), header("WWW-Authenticate" = "Bearer"))]
    SignedOut,

    /// The order is invalid.
    #[error("-1 pieces")]
    #[status(422)]
    Nonsense,

    /// The caller sends orders faster than its plan allows.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after))]
    TooFast { after: Duration },

    /// The payment provider failed.
    #[error("payment provider: {0}")]
    #[status(502)]
    Payment(#[source] io::Error),

    /// An error with an unregistered code.
    #[error("odd")]
    #[status(599, reason = "Rather Odd", allow(unregistered_code))]
    Odd,

    /// Middleware changes the detail and adds a member.
    #[error("the first text")]
    #[status(409, members(id))]
    Edited { id: u64 },

    /// Middleware adds a member to a response that has no details.
    #[error("a secret")]
    #[status(500)]
    EditedRedacted,

    /// Middleware changes the code to that of another error.
    #[error("recoded")]
    #[status(422)]
    Recoded,

    /// Middleware changes the code to that of a success.
    #[error("recoded")]
    #[status(422)]
    RecodedFine,

    #[error(transparent)]
    #[status(transparent)]
    EditedBody(#[from] EditedBody),

    #[error(transparent)]
    #[status(transparent)]
    Server(#[from] ServerError),

    #[error(transparent)]
    #[status(transparent)]
    Enveloped(#[from] Enveloped),

    #[error(transparent)]
    #[status(transparent)]
    ForEveryReader(#[from] ForEveryReader),

    #[error(transparent)]
    #[status(transparent)]
    Broken(#[from] Broken),

    #[error(transparent)]
    #[status(transparent)]
    Silent(#[from] Silent),

    #[error(transparent)]
    #[status(transparent)]
    SilentForEveryReader(#[from] SilentForEveryReader),
}

/// A body of its own.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("closed <today>")]
#[status(503, body = envelope, header("Retry-After" = "60"), members(until = 0), expose)]
pub struct Enveloped(u8);

/// Its members and a header field, to show that the function sees them.
pub fn envelope(view: &View<'_>) -> Body {
    let after = view.header_fields.get("retry-after").map_or("", |value| value.to_str().unwrap());
    let content = format!(
        "{}|{}|{}|{}|{after}",
        view.status.code(),
        view.title,
        view.detail.unwrap_or_default(),
        view.members().map(|(name, json)| format!("{name}={json}")).collect::<Vec<_>>().join(","),
    );
    Body::new("application/vnd.shop", content)
}

/// A body that browsers get too.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("no")]
#[status(403, body = for_every_reader)]
pub struct ForEveryReader;

fn for_every_reader(_: &View<'_>) -> Body {
    Body::new("application/xml", "<no/>").for_every_reader()
}

/// A body that cannot be made.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("gone")]
#[status(410, body = broken)]
pub struct Broken;

fn broken(_: &View<'_>) -> Body {
    Body::new("not a media type", "never sent")
}

/// A body without content.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("a secret")]
#[status(500, body = nothing)]
pub struct Silent;

fn nothing(_: &View<'_>) -> Body {
    Body::empty()
}

/// A body without content that browsers get too.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("no")]
#[status(403, body = nothing_for_every_reader)]
pub struct SilentForEveryReader;

fn nothing_for_every_reader(_: &View<'_>) -> Body {
    Body::empty().for_every_reader()
}

/// A body that is made again after middleware has changed the details.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("the first text")]
#[status(410, body = envelope)]
pub struct EditedBody;

/// It has a type parameter.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[error("about {0}")]
#[status(409)]
#[cfg_attr(feature = "actix_web", status(actix_web))]
#[cfg_attr(feature = "axum", status(axum))]
#[cfg_attr(feature = "http", status(http))]
#[cfg_attr(feature = "poem", status(poem))]
#[cfg_attr(feature = "rocket", status(rocket))]
#[cfg_attr(feature = "salvo", status(salvo))]
#[cfg_attr(feature = "warp", status(warp))]
pub struct About<T: std::fmt::Display>(T);

/// `/errors/…`, and `/early/…`, which fails in a middleware where that is another way to fail.
pub fn order(path: &str) -> Result<String, OrderError> {
    Err(match path {
        "not-found" => OrderError::OrderNotFound { id: 7 },
        "signed-out" => OrderError::SignedOut,
        "nonsense" => OrderError::Nonsense,
        "too-fast" => OrderError::TooFast { after: Duration::from_millis(1500) },
        "payment" => OrderError::Payment(io::Error::other("the secret key was refused")),
        "odd" => OrderError::Odd,
        "enveloped" => Enveloped(9).into(),
        "for-every-reader" => ForEveryReader.into(),
        "broken" => Broken.into(),
        "silent" => Silent.into(),
        "silent-for-every-reader" => SilentForEveryReader.into(),
        "recoded" => OrderError::Recoded,
        "recoded-fine" => OrderError::RecodedFine,
        "edited" => OrderError::Edited { id: 7 },
        "edited-redacted" => OrderError::EditedRedacted,
        "edited-body" => EditedBody.into(),
        _ => Err(ServerError::ServiceUnavailable)?,
    })
}

/// `/about`
pub fn about() -> Result<String, About<&'static str>> {
    Err(About("x"))
}

/// `/problem`
pub fn problem() -> Result<String, Problem> {
    Err(ServerError::InsufficientStorage
        .problem()
        .detail("the shelf is full")
        .instance("/shelves/3")
        .member("left", &0)
        .retry_after(Duration::from_secs(60)))
}

/// `/foreign`
pub fn foreign() -> Result<String, Problem> {
    Ok(Err(io::Error::other("a secret path")).or_status(ServerError::InternalServerError)?)
}

/// `/deleted`
pub fn deleted() -> Success {
    Success::NoContent
}

/// `/unchanged`
pub fn unchanged() -> Redirection {
    Redirection::NotModified
}

/// The status with an unregistered code.
pub const ODD: &Status = &OrderError::TABLE.statuses()[5];
