//! An object store: XML for every reader, codes in `PascalCase`, preconditions and redirects.

use std::fmt::Write as _;
use std::time::Duration;

use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use status_core::HttpStatus;
use status_core::problem::{Body, Problem, View};
use status_core::represent::ProblemLayer;
use status_services::{assert_published, serve};
use status_test_support::request;

/// Why a request to the object store fails, or needs no content.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, body = xml, slug_case = "PascalCase", range = 300..=599)]
enum StoreError {
    /// The bucket is in another region, for good.
    #[error("address the bucket through its endpoint")]
    // Published before 308 existed.
    #[status(
        301,
        header("X-Bucket-Region" = region),
        members("Endpoint" = endpoint),
        allow(misleading_name)
    )]
    PermanentRedirect { endpoint: &'static str, region: &'static str },
    /// The copy that the caller has is current.
    #[error("not modified")]
    #[status(304, header("ETag" = etag))]
    NotModified { etag: &'static str },
    /// The bucket is elsewhere until its name is known everywhere.
    #[error("repeat the request at this address")]
    #[status(307, header("Location" = location), members("Endpoint" = location))]
    TemporaryRedirect { location: &'static str },
    /// The digest does not match the content.
    #[error("the digest is not that of the content")]
    #[status(400, members("ExpectedDigest" = expected, "CalculatedDigest" = calculated))]
    BadDigest { expected: &'static str, calculated: &'static str },
    /// The object is larger than one upload may be.
    #[error("upload it in parts")]
    #[status(400, members("ProposedSize" = size, "MaxSizeAllowed" = 5_368_709_120_u64))]
    EntityTooLarge { size: u64 },
    /// A part is too small.
    #[error("only the last part may be that small")]
    #[status(400, members("ProposedSize" = 0, "MinSizeAllowed" = 5_242_880_u64))]
    EntityTooSmall(u64),
    /// The token has expired.
    #[error("request another token")]
    #[status(400)]
    ExpiredToken,
    /// An argument is not valid.
    #[error("this is not a value for {name}")]
    #[status(400, members("ArgumentName" = name, "ArgumentValue" = value))]
    InvalidArgument { name: &'static str, value: String },
    /// The name of the bucket is not valid.
    #[error("a name has lowercase letters, digits, `-` and `.`")]
    #[status(400, members("BucketName" = 0))]
    InvalidBucketName(String),
    /// A part was not uploaded.
    #[error("a part is missing, or has changed")]
    #[status(400)]
    InvalidPart,
    /// The parts are not in order.
    #[error("list the parts in order")]
    #[status(400)]
    InvalidPartOrder,
    /// The address is not valid.
    #[error("the address cannot be parsed")]
    #[status(400)]
    InvalidURI,
    /// The request was signed in a way that is no longer supported.
    #[error("sign the request with version 4")]
    #[status(400, slug = "InvalidRequest")]
    OldSignature,
    /// The request has a checksum of an unknown kind.
    #[error("this checksum is not supported")]
    #[status(400, slug = "InvalidRequest")]
    UnknownChecksum,
    /// The key is too long.
    #[error("a key has 1024 bytes at most")]
    #[status(400, members("Size" = 0, "MaxSizeAllowed" = 1024_u64))]
    KeyTooLongError(usize),
    /// The XML of the request is not valid.
    #[error("the XML does not follow its schema")]
    #[status(400)]
    MalformedXML,
    /// The content did not arrive in time.
    #[error("the connection was idle for too long")]
    // Clients relied on this code before they knew 408.
    #[status(400, allow(misleading_name))]
    RequestTimeout,
    /// The caller may not do this.
    #[error("access denied")]
    #[status(403, slug = "AccessDenied")]
    AccessDenied,
    /// The link that the caller was given has expired.
    #[error("this link has expired")]
    #[status(403, slug = "AccessDenied", members("Expires" = 0))]
    LinkExpired(&'static str),
    /// The object is in the archive.
    #[error("restore the object first")]
    #[status(403, members("StorageClass" = "ARCHIVE"))]
    InvalidObjectState,
    /// The signature is not that of the request.
    #[error("the signature does not match")]
    #[status(403, members("StringToSign" = 0))]
    SignatureDoesNotMatch(&'static str),
    /// There is no such bucket.
    #[error("there is no such bucket")]
    #[status(404, members("BucketName" = 0))]
    NoSuchBucket(String),
    /// There is no such object.
    #[error("there is no such object")]
    #[status(404, members("Key" = key))]
    NoSuchKey { key: String },
    /// There is no such upload.
    #[error("the upload has ended, or was never begun")]
    #[status(404, members("UploadId" = 0))]
    NoSuchUpload(&'static str),
    /// This is not possible here.
    #[error("the method is not allowed here")]
    #[status(
        405,
        header("Allow" = "GET, HEAD, PUT, DELETE"),
        members("Method" = method, "ResourceType" = "OBJECT")
    )]
    MethodNotAllowed { method: &'static str },
    /// Somebody else has a bucket with this name.
    #[error("choose another name")]
    #[status(409, members("BucketName" = 0))]
    BucketAlreadyExists(&'static str),
    /// There are objects in the bucket.
    #[error("empty the bucket first")]
    #[status(409, members("BucketName" = 0))]
    BucketNotEmpty(&'static str),
    /// Another request changes the same resource.
    #[error("another request changes this: repeat yours")]
    #[status(409)]
    OperationAborted,
    /// The length is not known.
    #[error("send the length of the content")]
    #[status(411)]
    MissingContentLength,
    /// A condition of the request does not hold.
    #[error("a condition does not hold")]
    #[status(412, header("ETag" = etag), members("Condition" = condition))]
    PreconditionFailed { condition: &'static str, etag: &'static str },
    /// The object does not have these bytes.
    #[error("the range cannot be sent")]
    #[status(
        416,
        header("Content-Range" = unsatisfied),
        members("RangeRequested" = range, "ActualObjectSize" = size)
    )]
    InvalidRange { range: String, size: u64, unsatisfied: String },
    /// The store failed.
    #[error("disk 12 of rack-7.internal: bad sector")]
    #[status(500, detail = "an internal error: repeat the request")]
    InternalError,
    /// This is not implemented.
    #[error("no support for {0} in rack-7.internal")]
    #[status(501, detail = "a header implies something that is not implemented", members("Header" = 0))]
    NotImplemented(&'static str),
    /// The caller sends too many requests.
    #[error("rack-7.internal is at 100 %")]
    #[status(503, detail = "reduce your rate", header("Retry-After" = after))]
    SlowDown { after: Duration },
}

/// An error with what every body of the store has: what was asked for, and the number of the
/// request.
struct Failure {
    error: StoreError,
    resource: String,
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        Problem::from(self.error)
            .member("Resource", &self.resource)
            .member("RequestId", REQUEST)
            .header("X-Request-Id", REQUEST)
            .into_response()
    }
}

const REQUEST: &str = "4442587FB7D0A2F9";

/// Text in XML 1.0, which has no way to write a control character.
fn text(text: &str, xml: &mut String) {
    for c in text.chars() {
        match c {
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '&' => xml.push_str("&amp;"),
            '"' => xml.push_str("&quot;"),
            '\'' => xml.push_str("&apos;"),
            '\u{d}' => xml.push_str("&#13;"),
            '\t' | '\n' => xml.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => xml.push('\u{fffd}'),
            c => xml.push(c),
        }
    }
}

fn xml(view: &View<'_>) -> Body {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>");
    let mut element = |name: &str, value: &str| {
        let _ = write!(xml, "<{name}>");
        text(value, &mut xml);
        let _ = write!(xml, "</{name}>");
    };
    element("Code", view.status.slug());
    element("Message", view.detail.unwrap_or(view.title));
    for (name, json) in view.members() {
        // A member is a string or a number.
        element(name, &view.get::<String>(name).unwrap_or_else(|| json.to_owned()));
    }
    xml.push_str("</Error>");
    Body::new("application/xml", xml).for_every_reader()
}

/// The body of the framework's own errors, whose slugs have another form.
fn xml_of_framework(view: &View<'_>) -> Body {
    let code = match view.status.code() {
        404 => "NoSuchBucket",
        405 => "MethodNotAllowed",
        code if code < 500 => "InvalidRequest",
        _ => "InternalError",
    };
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{}</Message></Error>",
        view.title,
    );
    Body::new("application/xml", content).for_every_reader()
}

/// Each variant once, and the elements after the code.
#[allow(clippy::too_many_lines, reason = "there are that many variants")]
fn each() -> Vec<(StoreError, &'static str)> {
    use StoreError as E;

    let range = E::InvalidRange {
        range: "bytes=90-".to_owned(),
        size: 60,
        unsatisfied: "bytes */60".to_owned(),
    };
    let elsewhere = E::PermanentRedirect { endpoint: "b.eu.store.example", region: "eu" };
    let digest = E::BadDigest { expected: "aGk=", calculated: "aG8=" };
    let argument = E::InvalidArgument { name: "max-keys", value: "<1>".to_owned() };
    vec![
        (
            elsewhere,
            "<Message>address the bucket through its endpoint</Message><Endpoint>b.eu.store.example</Endpoint>",
        ),
        (E::NotModified { etag: "\"7\"" }, ""),
        (
            E::TemporaryRedirect { location: "https://b.eu.store.example/?a&b" },
            "<Message>repeat the request at this address</Message><Endpoint>https://b.eu.store.example/?a&amp;b</Endpoint>",
        ),
        (
            digest,
            "<Message>the digest is not that of the content</Message><ExpectedDigest>aGk=</ExpectedDigest><CalculatedDigest>aG8=</CalculatedDigest>",
        ),
        // A constant comes before the values of fields, in whatever order they are written.
        (
            E::EntityTooLarge { size: 6_000_000_000 },
            "<Message>upload it in parts</Message><MaxSizeAllowed>5368709120</MaxSizeAllowed><ProposedSize>6000000000</ProposedSize>",
        ),
        (
            E::EntityTooSmall(1),
            "<Message>only the last part may be that small</Message><MinSizeAllowed>5242880</MinSizeAllowed><ProposedSize>1</ProposedSize>",
        ),
        (E::ExpiredToken, "<Message>request another token</Message>"),
        (
            argument,
            "<Message>this is not a value for max-keys</Message><ArgumentName>max-keys</ArgumentName><ArgumentValue>&lt;1&gt;</ArgumentValue>",
        ),
        (
            E::InvalidBucketName("A&B".to_owned()),
            "<Message>a name has lowercase letters, digits, `-` and `.`</Message><BucketName>A&amp;B</BucketName>",
        ),
        (E::InvalidPart, "<Message>a part is missing, or has changed</Message>"),
        (E::InvalidPartOrder, "<Message>list the parts in order</Message>"),
        (E::InvalidURI, "<Message>the address cannot be parsed</Message>"),
        (E::OldSignature, "<Message>sign the request with version 4</Message>"),
        (E::UnknownChecksum, "<Message>this checksum is not supported</Message>"),
        (
            E::KeyTooLongError(2000),
            "<Message>a key has 1024 bytes at most</Message><MaxSizeAllowed>1024</MaxSizeAllowed><Size>2000</Size>",
        ),
        (E::MalformedXML, "<Message>the XML does not follow its schema</Message>"),
        (E::RequestTimeout, "<Message>the connection was idle for too long</Message>"),
        (E::AccessDenied, "<Message>access denied</Message>"),
        (
            E::LinkExpired("2031-01-01T00:00:00Z"),
            "<Message>this link has expired</Message><Expires>2031-01-01T00:00:00Z</Expires>",
        ),
        (
            E::InvalidObjectState,
            "<Message>restore the object first</Message><StorageClass>ARCHIVE</StorageClass>",
        ),
        (
            E::SignatureDoesNotMatch("HMAC\n\u{1}20310101"),
            "<Message>the signature does not match</Message><StringToSign>HMAC\n\u{fffd}20310101</StringToSign>",
        ),
        (
            E::NoSuchBucket("b".to_owned()),
            "<Message>there is no such bucket</Message><BucketName>b</BucketName>",
        ),
        (
            E::NoSuchKey { key: "my photo.jpg".to_owned() },
            "<Message>there is no such object</Message><Key>my photo.jpg</Key>",
        ),
        (
            E::NoSuchUpload("u1"),
            "<Message>the upload has ended, or was never begun</Message><UploadId>u1</UploadId>",
        ),
        (
            E::MethodNotAllowed { method: "POST" },
            "<Message>the method is not allowed here</Message><ResourceType>OBJECT</ResourceType><Method>POST</Method>",
        ),
        (
            E::BucketAlreadyExists("b"),
            "<Message>choose another name</Message><BucketName>b</BucketName>",
        ),
        (
            E::BucketNotEmpty("b"),
            "<Message>empty the bucket first</Message><BucketName>b</BucketName>",
        ),
        (E::OperationAborted, "<Message>another request changes this: repeat yours</Message>"),
        (E::MissingContentLength, "<Message>send the length of the content</Message>"),
        (
            E::PreconditionFailed { condition: "If-Match", etag: "\"7\"" },
            "<Message>a condition does not hold</Message><Condition>If-Match</Condition>",
        ),
        (
            range,
            "<Message>the range cannot be sent</Message><RangeRequested>bytes=90-</RangeRequested><ActualObjectSize>60</ActualObjectSize>",
        ),
        (E::InternalError, "<Message>an internal error: repeat the request</Message>"),
        (
            E::NotImplemented("Transfer-Encoding"),
            "<Message>a header implies something that is not implemented</Message><Header>Transfer-Encoding</Header>",
        ),
        (E::SlowDown { after: Duration::from_secs(5) }, "<Message>reduce your rate</Message>"),
    ]
}

const PUBLISHED: [(u16, &str); 34] = [
    (301, "PermanentRedirect"),
    (304, "NotModified"),
    (307, "TemporaryRedirect"),
    (400, "BadDigest"),
    (400, "EntityTooLarge"),
    (400, "EntityTooSmall"),
    (400, "ExpiredToken"),
    (400, "InvalidArgument"),
    (400, "InvalidBucketName"),
    (400, "InvalidPart"),
    (400, "InvalidPartOrder"),
    (400, "InvalidURI"),
    (400, "InvalidRequest"),
    (400, "InvalidRequest"),
    (400, "KeyTooLongError"),
    (400, "MalformedXML"),
    (400, "RequestTimeout"),
    (403, "AccessDenied"),
    (403, "AccessDenied"),
    (403, "InvalidObjectState"),
    (403, "SignatureDoesNotMatch"),
    (404, "NoSuchBucket"),
    (404, "NoSuchKey"),
    (404, "NoSuchUpload"),
    (405, "MethodNotAllowed"),
    (409, "BucketAlreadyExists"),
    (409, "BucketNotEmpty"),
    (409, "OperationAborted"),
    (411, "MissingContentLength"),
    (412, "PreconditionFailed"),
    (416, "InvalidRange"),
    (500, "InternalError"),
    (501, "NotImplemented"),
    (503, "SlowDown"),
];

/// The codes that several variants share.
const SHARED: [&str; 2] = ["InvalidRequest", "AccessDenied"];

#[derive(Deserialize)]
struct Listing {
    #[serde(rename = "max-keys")]
    max_keys: Option<String>,
}

async fn list(
    uri: Uri,
    Path(bucket): Path<String>,
    query: Result<Query<Listing>, QueryRejection>,
) -> Result<String, Failure> {
    let fail = |error| Err(Failure { error, resource: uri.path().to_owned() });
    // The layer does not change the text of a rejection, so convert it here.
    let Ok(Query(Listing { max_keys })) = query else { return fail(StoreError::InvalidURI) };
    if bucket.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return fail(StoreError::InvalidBucketName(bucket));
    }
    match max_keys {
        _ if bucket != "photos" => fail(StoreError::NoSuchBucket(bucket)),
        Some(value) if value.parse::<u16>().is_err() => {
            fail(StoreError::InvalidArgument { name: "max-keys", value })
        }
        _ => Ok("<ListBucketResult/>".to_owned()),
    }
}

const ETAG: &str = "\"7\"";
const CONTENT: &str = "an object";

async fn object(
    uri: Uri,
    Path((bucket, key)): Path<(String, String)>,
    fields: HeaderMap,
) -> Result<String, Failure> {
    let fail = |error| Err(Failure { error, resource: uri.path().to_owned() });
    let field = |name: &str| fields.get(name).and_then(|value| value.to_str().ok());
    if (&*bucket, &*key) != ("photos", "cat.jpg") {
        return fail(StoreError::NoSuchKey { key });
    }
    if field("if-match").is_some_and(|tag| tag != ETAG) {
        return fail(StoreError::PreconditionFailed { condition: "If-Match", etag: ETAG });
    }
    if field("if-none-match") == Some(ETAG) {
        return fail(StoreError::NotModified { etag: ETAG });
    }
    if let Some(range) = field("range").filter(|range| *range != "bytes=0-") {
        let (range, size) = (range.to_owned(), CONTENT.len() as u64);
        let unsatisfied = format!("bytes */{size}");
        return fail(StoreError::InvalidRange { range, size, unsatisfied });
    }
    Ok(CONTENT.to_owned())
}

async fn raise(Path(index): Path<usize>) -> Result<(), StoreError> {
    Err(each().swap_remove(index).0)
}

fn router() -> Router {
    Router::new()
        .route("/{bucket}", get(list))
        .route("/{bucket}/{*key}", get(object))
        .route("/errors/{index}", get(raise))
        .layer(ProblemLayer::new().body(xml_of_framework))
}

/// The `Accept` of a command line tool, a browser and an SDK.
const READERS: [&str; 4] =
    ["*/*", "text/html,application/xml;q=0.9", "application/json", "text/plain"];

/// The response to a `GET`, which does not depend on `Accept`.
fn get_from(
    address: std::net::SocketAddr,
    path: &str,
    fields: &[(&str, &str)],
) -> status_test_support::Response {
    let mut sent = READERS.map(|accept| {
        let mut fields = fields.to_vec();
        fields.push(("Accept", accept));
        let mut sent = request(address, "GET", path, &fields, "");
        sent.fields.retain(|(name, _)| name != "date");
        sent
    });
    assert!(sent.iter().all(|one| *one == sent[0]), "{sent:#?}");
    let [first, ..] = &mut sent;
    assert!(first.all("vary").is_empty(), "{first:?}");
    first.clone()
}

/// The body with this code, the elements after it, and what the request adds.
fn error(code: &str, elements: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code>{elements}</Error>"
    )
}

#[test]
fn the_codes_are_those_that_are_published() {
    assert_published::<StoreError>(&PUBLISHED, &SHARED);
}

#[test]
fn each_error_is_sent_as_it_is_published() {
    let address = serve(router());
    let each = each();
    assert_eq!(each.len(), PUBLISHED.len());
    for (index, (raised, elements)) in each.into_iter().enumerate() {
        let (code, slug) = PUBLISHED[index];
        let sent = get_from(address, &format!("/errors/{index}"), &[]);
        assert_eq!(sent.line, format!("HTTP/1.1 {code} {}", raised.reason()));
        if code == 304 {
            assert_eq!((&*sent.content, sent.all("content-type")), ("", Vec::new()));
            assert_eq!(sent.one("etag"), "\"7\"");
            continue;
        }
        assert_eq!(sent.content, error(slug, elements));
        assert_eq!(sent.one("content-type"), "application/xml");
        assert_eq!(sent.one("content-length"), sent.content.len().to_string());
        let field = match code {
            301 => Some(("x-bucket-region", "eu")),
            307 => Some(("location", "https://b.eu.store.example/?a&b")),
            405 => Some(("allow", "GET, HEAD, PUT, DELETE")),
            412 => Some(("etag", "\"7\"")),
            416 => Some(("content-range", "bytes */60")),
            503 => Some(("retry-after", "5")),
            _ => None,
        };
        if let Some((name, value)) = field {
            assert_eq!(sent.one(name), value);
        }
    }
}

#[test]
fn requests_fail_as_they_do_in_production() {
    let address = serve(router());
    let sent = get_from(address, "/photos/my%20%3Cb%3E%26%22%27%01.jpg", &[]);
    assert_eq!(sent.line, "HTTP/1.1 404 Not Found");
    assert_eq!(sent.one("content-type"), "application/xml");
    assert_eq!(sent.one("x-request-id"), "4442587FB7D0A2F9");
    assert_eq!(
        sent.content,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>there is no such object</Message><Key>my &lt;b&gt;&amp;&quot;&apos;\u{fffd}.jpg</Key><Resource>/photos/my%20%3Cb%3E%26%22%27%01.jpg</Resource><RequestId>4442587FB7D0A2F9</RequestId></Error>",
    );
    let sent = get_from(address, "/Photos", &[]);
    assert_eq!(sent.line, "HTTP/1.1 400 Bad Request");
    assert_eq!(
        sent.content,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InvalidBucketName</Code><Message>a name has lowercase letters, digits, `-` and `.`</Message><BucketName>Photos</BucketName><Resource>/Photos</Resource><RequestId>4442587FB7D0A2F9</RequestId></Error>",
    );
    let sent = get_from(address, "/photos?max-keys=%3C/Error%3E", &[]);
    assert_eq!(sent.line, "HTTP/1.1 400 Bad Request");
    assert_eq!(
        sent.content,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InvalidArgument</Code><Message>this is not a value for max-keys</Message><ArgumentName>max-keys</ArgumentName><ArgumentValue>&lt;/Error&gt;</ArgumentValue><Resource>/photos</Resource><RequestId>4442587FB7D0A2F9</RequestId></Error>",
    );
    assert_eq!(request(address, "GET", "/photos", &[], "").content, "<ListBucketResult/>");
}

#[test]
fn conditions_and_ranges() {
    let address = serve(router());
    let get = |fields: &[_]| get_from(address, "/photos/cat.jpg", fields);
    let sent = get(&[("If-Match", "\"6\"")]);
    assert_eq!(sent.line, "HTTP/1.1 412 Precondition Failed");
    assert_eq!(sent.one("etag"), "\"7\"");
    assert_eq!(
        sent.content,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>PreconditionFailed</Code><Message>a condition does not hold</Message><Condition>If-Match</Condition><Resource>/photos/cat.jpg</Resource><RequestId>4442587FB7D0A2F9</RequestId></Error>",
    );
    let sent = get(&[("If-Match", "\"7\""), ("If-None-Match", "\"7\"")]);
    assert_eq!(sent.line, "HTTP/1.1 304 Not Modified");
    assert_eq!((&*sent.content, sent.one("etag")), ("", "\"7\""));
    assert_eq!(sent.one("x-request-id"), "4442587FB7D0A2F9");
    assert!(sent.all("content-type").is_empty(), "{sent:?}");
    let sent = get(&[("Range", "bytes=90-")]);
    assert_eq!(sent.line, "HTTP/1.1 416 Range Not Satisfiable");
    assert_eq!(sent.one("content-range"), "bytes */9");
    assert_eq!(
        sent.content,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InvalidRange</Code><Message>the range cannot be sent</Message><RangeRequested>bytes=90-</RangeRequested><ActualObjectSize>9</ActualObjectSize><Resource>/photos/cat.jpg</Resource><RequestId>4442587FB7D0A2F9</RequestId></Error>",
    );
    // A `HEAD` has the header fields of the `GET` and no content.
    let head = request(address, "HEAD", "/photos/dog.jpg", &[], "");
    assert_eq!((&*head.line, &*head.content), ("HTTP/1.1 404 Not Found", ""));
    assert_eq!(head.one("content-type"), "application/xml");
    let get = get_from(address, "/photos/dog.jpg", &[]);
    assert_eq!(head.one("content-length"), get.content.len().to_string());
}

#[test]
fn what_the_framework_refuses_is_xml_too() {
    let address = serve(router());
    let sent = get_from(address, "/", &[]);
    assert_eq!(sent.line, "HTTP/1.1 404 Not Found");
    assert_eq!(sent.one("content-type"), "application/xml");
    assert_eq!(sent.content, error("NoSuchBucket", "<Message>Not Found</Message>"));
    let sent = request(address, "POST", "/photos/cat.jpg", &[("Accept", "text/html")], "");
    assert_eq!(sent.line, "HTTP/1.1 405 Method Not Allowed");
    assert_eq!(sent.one("allow"), "GET,HEAD");
    assert_eq!(sent.content, error("MethodNotAllowed", "<Message>Method Not Allowed</Message>"));
    let sent = get_from(address, "/photos?max-keys=1&max-keys=2", &[]);
    assert_eq!(sent.line, "HTTP/1.1 400 Bad Request");
    let elements = "<Message>the address cannot be parsed</Message><Resource>/photos</Resource><RequestId>4442587FB7D0A2F9</RequestId>";
    assert_eq!(sent.content, error("InvalidURI", elements));
}
