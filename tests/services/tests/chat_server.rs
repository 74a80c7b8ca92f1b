//! A federated chat server: `errcode` and `error`, as Matrix homeservers send them.

use std::time::Duration;

use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::{HeaderMap, HeaderValue};
use axum::routing::{get, post};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use status_core::HttpStatus;
use status_core::problem::{Body, FieldValue, View};
use status_core::represent::ProblemLayer;
use status_services::{assert_published, serve};
use status_test_support::{Response, request};

/// The media that users upload, with errors of their own.
mod media {
    use status_core::HttpStatus;

    /// Why a file cannot be uploaded or sent.
    #[derive(Debug, thiserror::Error, HttpStatus)]
    #[status(
        slug_case = "SCREAMING_SNAKE_CASE",
        slug_prefix = "M_",
        header("Access-Control-Allow-Origin" = "*")
    )]
    pub enum Error {
        /// The file is too large.
        #[error("a file has {most} bytes at most")]
        #[status(413, members(max_bytes = most))]
        TooLarge { most: u64 },
        /// The file has not been uploaded yet.
        #[error("the upload has not ended")]
        #[status(504)]
        NotYetUploaded,
        /// The identifier was used before.
        #[error("there is media with this identifier")]
        #[status(409)]
        CannotOverwriteMedia,
        /// The disk failed.
        #[error("/var/media/ab/cd: input/output error")]
        #[status(500, slug = "M_UNKNOWN", detail = "the media cannot be read")]
        Disk,
    }
}

/// The other servers of the federation.
mod federation {
    /// What another server has answered.
    #[derive(Debug, thiserror::Error)]
    #[error("{server} answered with {code:?}")]
    pub struct Refusal {
        pub server: &'static str,
        pub code: Option<u16>,
    }

    /// Clients act on these codes. Any other code would describe this server instead.
    pub fn code(refusal: &Refusal) -> Option<u16> {
        refusal.code.filter(|code| matches!(code, 401 | 403 | 404 | 429 | 504))
    }
}

/// A delay: a header field in seconds, and a member in milliseconds.
#[derive(Clone, Copy, Debug)]
struct Delay(Duration);

impl Serialize for Delay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.as_millis().serialize(serializer)
    }
}

impl FieldValue for Delay {
    fn field_value(&self) -> Option<HeaderValue> {
        self.0.field_value()
    }
}

/// Why a request of a user fails.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(
    axum,
    body = errcode,
    slug_case = "SCREAMING_SNAKE_CASE",
    slug_prefix = "M_",
    header("Access-Control-Allow-Origin" = "*")
)]
enum Error {
    /// The content is JSON of another shape.
    #[error("`{0}` is missing")]
    #[status(400)]
    BadJson(&'static str),
    /// The content is not JSON.
    #[error("the content is not JSON")]
    #[status(400)]
    NotJson,
    /// A parameter is missing.
    #[error("`{0}` is a required parameter")]
    #[status(400)]
    MissingParam(&'static str),
    /// A parameter is not valid.
    #[error("`{0}` is not a value for `{1}`")]
    #[status(400)]
    InvalidParam(String, &'static str),
    /// The name of the user is taken.
    #[error("somebody has this name")]
    #[status(400)]
    UserInUse,
    /// The name of the user has characters that are not allowed.
    #[error("a name has no `{0}`")]
    #[status(400)]
    InvalidUsername(char),
    /// The address of the room is taken.
    #[error("there is a room with this address")]
    #[status(400)]
    RoomInUse,
    /// No account has this address.
    #[error("no account has this address")]
    #[status(400)]
    ThreepidNotFound,
    /// The version of the room is not known here.
    #[error("this room needs a newer server")]
    #[status(400, members(room_version))]
    IncompatibleRoomVersion { room_version: &'static str },
    /// The password is too weak.
    #[error("choose a longer password")]
    #[status(400)]
    WeakPassword,
    /// The request has no token.
    #[error("send a token")]
    // Clients expect no challenge, and a browser would ask for a password.
    #[status(401, allow(missing_header))]
    MissingToken,
    /// The token is not known, or has expired.
    #[error("this token is not known")]
    #[status(401, members(soft_logout), allow(missing_header))]
    UnknownToken { soft_logout: bool },
    /// The caller may not do this.
    #[error("you are not in the room")]
    #[status(403, slug = "M_FORBIDDEN")]
    NotInRoom,
    /// The user or the password is wrong.
    #[error("the user or the password is wrong")]
    #[status(403, slug = "M_FORBIDDEN")]
    WrongPassword,
    /// The account is closed.
    #[error("this account is closed")]
    #[status(403)]
    UserDeactivated,
    /// A guest may not do this.
    #[error("sign up first")]
    #[status(403)]
    GuestAccessForbidden,
    /// The server has as many users as it may have.
    #[error("this server is full")]
    #[status(403, members(admin_contact, limit_type = "monthly_active_user"))]
    ResourceLimitExceeded { admin_contact: Option<&'static str> },
    /// The keys were replaced by others.
    #[error("another version of the keys is current")]
    #[status(403, members(current_version))]
    WrongRoomKeysVersion { current_version: &'static str },
    /// There is nothing with this name.
    #[error("there is no {0}")]
    #[status(404)]
    NotFound(&'static str),
    /// The caller sends too many requests.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after), members(retry_after_ms = after))]
    LimitExceeded { after: Delay },
    /// The server failed.
    #[error("postgres at 10.0.0.5: {0}")]
    #[status(500, detail = "an internal error")]
    Unknown(#[source] std::io::Error),
    /// The file cannot be uploaded or sent.
    #[error("{source} ({room})")]
    #[status(transparent = source)]
    Media { room: &'static str, source: media::Error },
}

/// Why a request fails, on this server or on another one.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, body = errcode, header("Access-Control-Allow-Origin" = "*"))]
enum Failure {
    #[error(transparent)]
    #[status(transparent)]
    Here(#[from] Error),
    #[error("the federation refused: {source}")]
    #[status(
        dynamic = federation::code(source),
        fallback = 502,
        detail = "another server refused this",
        members(errcode = "M_REMOTE_REFUSED", server)
    )]
    Elsewhere { server: &'static str, source: federation::Refusal },
}

#[derive(Serialize)]
struct Reply<'a> {
    errcode: &'a str,
    error: &'a str,
    #[serde(flatten, serialize_with = "as_json")]
    members: Vec<(&'a str, &'a str)>,
}

/// The members in order, each with its raw JSON.
fn as_json<S: Serializer>(members: &[(&str, &str)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(members.iter().map(|(name, json)| {
        (name, serde_json::from_str::<&RawValue>(json).expect("a member is JSON"))
    }))
}

fn errcode(view: &View<'_>) -> Body {
    let slug = view.status.slug();
    // The canonical statuses, which the framework's errors also have, have slugs in kebab-case.
    let code = match view.get::<String>("errcode") {
        Some(code) => code,
        None if slug.starts_with("M_") => slug.to_owned(),
        None if matches!(view.status.code(), 404 | 405) => "M_UNRECOGNIZED".to_owned(),
        None => "M_UNKNOWN".to_owned(),
    };
    let members = view.members().filter(|(name, _)| *name != "errcode").collect();
    Body::json(&Reply { errcode: &code, error: view.detail.unwrap_or(view.title), members })
}

/// Each row once, and its body.
fn each() -> Vec<(Error, &'static str)> {
    use Error as E;

    let media = |source| E::Media { room: "!r:chat.example", source };
    let broken = std::io::Error::other("connection refused");
    vec![
        (E::BadJson("type"), r#"{"errcode":"M_BAD_JSON","error":"`type` is missing"}"#),
        (E::NotJson, r#"{"errcode":"M_NOT_JSON","error":"the content is not JSON"}"#),
        (
            E::MissingParam("since"),
            r#"{"errcode":"M_MISSING_PARAM","error":"`since` is a required parameter"}"#,
        ),
        (
            E::InvalidParam("\"x\"".to_owned(), "limit"),
            r#"{"errcode":"M_INVALID_PARAM","error":"`\"x\"` is not a value for `limit`"}"#,
        ),
        (E::UserInUse, r#"{"errcode":"M_USER_IN_USE","error":"somebody has this name"}"#),
        (
            E::InvalidUsername('\u{1f600}'),
            "{\"errcode\":\"M_INVALID_USERNAME\",\"error\":\"a name has no `\u{1f600}`\"}",
        ),
        (
            E::RoomInUse,
            r#"{"errcode":"M_ROOM_IN_USE","error":"there is a room with this address"}"#,
        ),
        (
            E::ThreepidNotFound,
            r#"{"errcode":"M_THREEPID_NOT_FOUND","error":"no account has this address"}"#,
        ),
        (
            E::IncompatibleRoomVersion { room_version: "12" },
            r#"{"errcode":"M_INCOMPATIBLE_ROOM_VERSION","error":"this room needs a newer server","room_version":"12"}"#,
        ),
        (E::WeakPassword, r#"{"errcode":"M_WEAK_PASSWORD","error":"choose a longer password"}"#),
        (E::MissingToken, r#"{"errcode":"M_MISSING_TOKEN","error":"send a token"}"#),
        (
            E::UnknownToken { soft_logout: true },
            r#"{"errcode":"M_UNKNOWN_TOKEN","error":"this token is not known","soft_logout":true}"#,
        ),
        (E::NotInRoom, r#"{"errcode":"M_FORBIDDEN","error":"you are not in the room"}"#),
        (
            E::WrongPassword,
            r#"{"errcode":"M_FORBIDDEN","error":"the user or the password is wrong"}"#,
        ),
        (
            E::UserDeactivated,
            r#"{"errcode":"M_USER_DEACTIVATED","error":"this account is closed"}"#,
        ),
        (
            E::GuestAccessForbidden,
            r#"{"errcode":"M_GUEST_ACCESS_FORBIDDEN","error":"sign up first"}"#,
        ),
        (
            E::ResourceLimitExceeded { admin_contact: Some("mailto:a@chat.example") },
            r#"{"errcode":"M_RESOURCE_LIMIT_EXCEEDED","error":"this server is full","limit_type":"monthly_active_user","admin_contact":"mailto:a@chat.example"}"#,
        ),
        (
            E::WrongRoomKeysVersion { current_version: "42" },
            r#"{"errcode":"M_WRONG_ROOM_KEYS_VERSION","error":"another version of the keys is current","current_version":"42"}"#,
        ),
        (E::NotFound("event"), r#"{"errcode":"M_NOT_FOUND","error":"there is no event"}"#),
        (
            E::LimitExceeded { after: Delay(Duration::from_millis(1250)) },
            r#"{"errcode":"M_LIMIT_EXCEEDED","error":"slow down","retry_after_ms":1250}"#,
        ),
        (E::Unknown(broken), r#"{"errcode":"M_UNKNOWN","error":"an internal error"}"#),
        (
            media(media::Error::TooLarge { most: 1000 }),
            r#"{"errcode":"M_TOO_LARGE","error":"a file has 1000 bytes at most (!r:chat.example)","max_bytes":1000}"#,
        ),
        (
            media(media::Error::NotYetUploaded),
            r#"{"errcode":"M_NOT_YET_UPLOADED","error":"Gateway Timeout"}"#,
        ),
        (
            media(media::Error::CannotOverwriteMedia),
            r#"{"errcode":"M_CANNOT_OVERWRITE_MEDIA","error":"there is media with this identifier (!r:chat.example)"}"#,
        ),
        (
            media(media::Error::Disk),
            r#"{"errcode":"M_UNKNOWN","error":"the media cannot be read"}"#,
        ),
    ]
}

const PUBLISHED: [(u16, &str); 25] = [
    (400, "M_BAD_JSON"),
    (400, "M_NOT_JSON"),
    (400, "M_MISSING_PARAM"),
    (400, "M_INVALID_PARAM"),
    (400, "M_USER_IN_USE"),
    (400, "M_INVALID_USERNAME"),
    (400, "M_ROOM_IN_USE"),
    (400, "M_THREEPID_NOT_FOUND"),
    (400, "M_INCOMPATIBLE_ROOM_VERSION"),
    (400, "M_WEAK_PASSWORD"),
    (401, "M_MISSING_TOKEN"),
    (401, "M_UNKNOWN_TOKEN"),
    (403, "M_FORBIDDEN"),
    (403, "M_FORBIDDEN"),
    (403, "M_USER_DEACTIVATED"),
    (403, "M_GUEST_ACCESS_FORBIDDEN"),
    (403, "M_RESOURCE_LIMIT_EXCEEDED"),
    (403, "M_WRONG_ROOM_KEYS_VERSION"),
    (404, "M_NOT_FOUND"),
    (429, "M_LIMIT_EXCEEDED"),
    (500, "M_UNKNOWN"),
    // The media's rows follow.
    (413, "M_TOO_LARGE"),
    (504, "M_NOT_YET_UPLOADED"),
    (409, "M_CANNOT_OVERWRITE_MEDIA"),
    (500, "M_UNKNOWN"),
];

/// The codes that several variants share, in one type and across two.
const SHARED: [&str; 2] = ["M_FORBIDDEN", "M_UNKNOWN"];

async fn raise(Path(index): Path<usize>) -> Result<(), Error> {
    Err(each().swap_remove(index).0)
}

async fn sync(fields: HeaderMap) -> Result<String, Failure> {
    match fields.get("authorization").map(HeaderValue::as_bytes) {
        None => Err(Error::MissingToken)?,
        Some(b"Bearer old") => Err(Error::UnknownToken { soft_logout: false })?,
        Some(b"Bearer fast") => {
            Err(Error::LimitExceeded { after: Delay(Duration::from_millis(1)) })?
        }
        Some(_) => Ok("{}".to_owned()),
    }
}

/// Joins a room on another server, which answers with the code from the path.
async fn join(code: Result<Path<u16>, PathRejection>) -> Result<(), Failure> {
    // The layer does not change the text of a rejection, so convert it here.
    let Path(code) = code.map_err(|_| Error::InvalidParam("x".to_owned(), "code"))?;
    let code = Some(code).filter(|code| *code != 0);
    let source = federation::Refusal { server: "secret.other.example", code };
    Err(Failure::Elsewhere { server: "other.example", source })
}

async fn upload() -> Result<(), Failure> {
    let source = media::Error::TooLarge { most: 1000 };
    Err(Error::Media { room: "!r:chat.example", source })?
}

fn router() -> Router {
    Router::new()
        .route("/client/v3/sync", get(sync))
        .route("/client/v3/join/{code}", post(join))
        .route("/media/v3/upload", post(upload))
        .route("/errors/{index}", get(raise))
        .layer(ProblemLayer::new().body(errcode))
}

#[track_caller]
fn assert_sent(sent: &Response, line: &str, content: &str) {
    assert_eq!((&*sent.line, &*sent.content), (line, content));
    assert_eq!(sent.one("content-type"), "application/json");
    assert_eq!(sent.one("content-length"), content.len().to_string());
}

#[test]
fn the_codes_are_those_that_are_published() {
    assert_published::<Error>(&PUBLISHED, &SHARED);
}

#[test]
fn each_error_is_sent_as_it_is_published() {
    let address = serve(router());
    let each = each();
    assert_eq!(each.len(), PUBLISHED.len());
    for (index, (raised, content)) in each.into_iter().enumerate() {
        let (code, slug) = PUBLISHED[index];
        assert_eq!((raised.code(), raised.status().slug()), (code, slug));
        let sent = request(address, "GET", &format!("/errors/{index}"), &[], "");
        assert_sent(&sent, &format!("HTTP/1.1 {code} {}", raised.reason()), content);
        assert_eq!(sent.one("access-control-allow-origin"), "*");
        assert!(sent.all("www-authenticate").is_empty(), "{sent:?}");
        let (delays, storing): (&[_], &[_]) =
            if code == 429 { (&["2"], &["no-store"]) } else { (&[], &[]) };
        assert_eq!((&*sent.all("retry-after"), &*sent.all("cache-control")), (delays, storing));
    }
}

#[test]
fn requests_fail_as_they_do_in_production() {
    let address = serve(router());
    let sync =
        |token: &str| request(address, "GET", "/client/v3/sync", &[("Authorization", token)], "");
    let sent = request(address, "GET", "/client/v3/sync", &[], "");
    assert_sent(
        &sent,
        "HTTP/1.1 401 Unauthorized",
        r#"{"errcode":"M_MISSING_TOKEN","error":"send a token"}"#,
    );
    assert_sent(
        &sync("Bearer old"),
        "HTTP/1.1 401 Unauthorized",
        r#"{"errcode":"M_UNKNOWN_TOKEN","error":"this token is not known","soft_logout":false}"#,
    );
    let sent = sync("Bearer fast");
    assert_sent(
        &sent,
        "HTTP/1.1 429 Too Many Requests",
        r#"{"errcode":"M_LIMIT_EXCEEDED","error":"slow down","retry_after_ms":1}"#,
    );
    // A client that only reads the seconds must not retry too early.
    assert_eq!(sent.one("retry-after"), "1");
    let sent = request(address, "POST", "/media/v3/upload", &[], "");
    assert_sent(
        &sent,
        "HTTP/1.1 413 Content Too Large",
        r#"{"errcode":"M_TOO_LARGE","error":"a file has 1000 bytes at most (!r:chat.example)","max_bytes":1000}"#,
    );
    assert_eq!(sync("Bearer new").content, "{}");
}

#[test]
fn another_server_decides_on_the_code() {
    let address = serve(router());
    let join = |code: u16| request(address, "POST", &format!("/client/v3/join/{code}"), &[], "");
    let content = r#"{"errcode":"M_REMOTE_REFUSED","error":"another server refused this","server":"other.example"}"#;
    for (code, line) in [
        (403, "HTTP/1.1 403 Forbidden"),
        (404, "HTTP/1.1 404 Not Found"),
        (429, "HTTP/1.1 429 Too Many Requests"),
        (504, "HTTP/1.1 504 Gateway Timeout"),
        // The function returns no code for these, and a 401 would need a challenge.
        (0, "HTTP/1.1 502 Bad Gateway"),
        (200, "HTTP/1.1 502 Bad Gateway"),
        (401, "HTTP/1.1 502 Bad Gateway"),
        (500, "HTTP/1.1 502 Bad Gateway"),
    ] {
        let sent = join(code);
        assert_sent(&sent, line, content);
        assert_eq!(sent.one("access-control-allow-origin"), "*");
    }
}

#[test]
fn what_the_framework_refuses_has_the_same_shape() {
    let address = serve(router());
    assert_sent(
        &request(address, "GET", "/client/v9/sync", &[], ""),
        "HTTP/1.1 404 Not Found",
        r#"{"errcode":"M_UNRECOGNIZED","error":"Not Found"}"#,
    );
    let sent = request(address, "DELETE", "/client/v3/sync", &[], "");
    assert_sent(
        &sent,
        "HTTP/1.1 405 Method Not Allowed",
        r#"{"errcode":"M_UNRECOGNIZED","error":"Method Not Allowed"}"#,
    );
    assert_eq!(sent.one("allow"), "GET,HEAD");
    assert_sent(
        &request(address, "POST", "/client/v3/join/x", &[], ""),
        "HTTP/1.1 400 Bad Request",
        r#"{"errcode":"M_INVALID_PARAM","error":"`x` is not a value for `code`"}"#,
    );
}
