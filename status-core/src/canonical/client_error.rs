//! The 4xx class of status codes (RFC 9110 §15.5).

use status_macros::status_table;

status_table! {
    /// The request appears to be wrong. Unless the method is `HEAD`, the content should explain the
    /// situation to a person and say whether it is temporary or permanent, and a browser should
    /// show it. A client that does not recognize a code of this class treats it like 400.
    ///
    /// Use this type if the caller can fix the problem: send other content, other credentials,
    /// fewer requests. If no change to the request would help, use `ServerError`.
    #[non_exhaustive]
    pub enum ClientError: 4xx {
        /// The request is invalid, and no other 4xx code is more specific.
        ///
        /// Typical causes are broken syntax, wrong message framing, or a parameter that cannot be
        /// read. Use 400 for malformed JSON, and 422 for valid JSON that breaks a rule. The content
        /// should point at the part that is wrong and say what would be right. The client should
        /// not repeat the request without changing it.
        400 BadRequest,

        /// Credentials are missing from the request, or the ones it has are not valid.
        ///
        /// The response must have `WWW-Authenticate` with at least one challenge that applies to
        /// the resource. A client may repeat the request with a new or different `Authorization`
        /// field. If it has already tried and gets the same challenge again, it should show the
        /// content to its user. A caller who is known but lacks permission gets a 403 instead.
        401 Unauthorized,

        /// Reserved for future use: no RFC gives it a meaning, but some services use it for
        /// payments.
        ///
        /// Some send it when a card is declined, a subscription has lapsed or a prepaid quota is
        /// used up. No header field is defined for it, so the content should say what is owed and
        /// how to pay. A client that does not know the service's own convention can only treat it
        /// like 400.
        402 PaymentRequired,

        /// The server knows what is requested and refuses to do it.
        ///
        /// Any credentials in the request were not enough, or the reason has nothing to do with
        /// credentials. The content may give the reason, if the server wants to disclose it. A
        /// server that wants to hide that the resource exists may send a 404. A client should not
        /// retry automatically with the same credentials, but it may try others.
        403 Forbidden,

        /// Nothing is available at this address, or the server does not disclose that it exists.
        ///
        /// The code does not say whether that is temporary or permanent; an origin server that
        /// knows it is permanent should prefer 410. It may be sent instead of a 403, because it
        /// reveals less. Caches may keep it by default, so a resource that is about to appear needs
        /// a `Cache-Control`. The client may ask again later or look for a better address.
        404 NotFound,

        /// The server knows the method, but this resource does not support it.
        ///
        /// An origin server must send `Allow` with the methods that the resource currently
        /// supports; an empty value is permitted and means that there are none. If the server does
        /// not support the method for any resource, send 501. Caches may keep the response by
        /// default. A client may choose one of the methods listed.
        405 MethodNotAllowed,

        /// No available representation matches the client's preferences.
        ///
        /// Those preferences came in `Accept`, `Accept-Language` or `Accept-Encoding`, and the
        /// server does not want to fall back to a default. The content should list the
        /// representations that exist, so that the user or the client can pick one. A server may
        /// also disregard the preferences and send what it has. The client may relax them and try
        /// again.
        406 NotAcceptable,

        /// A proxy wants the client to authenticate before it passes the request on.
        ///
        /// It is the counterpart of 401 for a proxy, and origin servers do not send it. The
        /// proxy must send `Proxy-Authenticate` with a challenge that applies to it. A client may
        /// repeat the request with a new or different `Proxy-Authorization` field.
        407 ProxyAuthenticationRequired,

        /// The request was not complete by the time the server stopped waiting for it.
        ///
        /// Slow or stalled connections are the usual cause; a slow server behind a gateway is a
        /// 504. In HTTP/1.1 the connection cannot be reused, because the start of the next request
        /// is unknown, and the server can announce this with `Connection: close`. A client whose
        /// request was in progress may repeat it, on a new connection if necessary.
        408 RequestTimeout,

        /// The request conflicts with the current state of the resource.
        ///
        /// Use it if the user may be able to resolve the conflict and try again: a name that is
        /// taken, an edit based on an outdated version, an order that has already been shipped. The
        /// content should have enough information for the user to recognize the source of the
        /// conflict. If a condition such as `If-Match` failed, send 412. A client may fetch the
        /// current state, adapt its request and send it again.
        409 Conflict,

        /// The resource used to be here and has been removed, probably permanently.
        ///
        /// An origin server sends it if the removal is deliberate and there is no forwarding
        /// address; if it does not know whether the removal is permanent, it sends 404. Links to
        /// the resource should be deleted. Caches may keep the response by default, and a server
        /// decides for how long it continues to send it.
        410 Gone,

        /// The request does not declare the length of its content, and the server insists on it.
        ///
        /// A server sends it if it does not accept content of unknown size, for example a chunked
        /// upload that it would have to buffer. The client may repeat the request with a valid
        /// `Content-Length`.
        411 LengthRequired,

        /// A condition in the request is not met.
        ///
        /// The condition is in `If-Match`, `If-None-Match` or `If-Unmodified-Since`, and prevents
        /// the method from being applied to a resource that is not in the state the client
        /// expected; for a `GET` or `HEAD` with `If-None-Match`, the response is a 304 instead. The
        /// current `ETag` in the response helps the client, which may fetch the current state,
        /// decide whether its change still makes sense, and try again with a new condition.
        412 PreconditionFailed,

        /// The content of the request exceeds the size that the server accepts.
        ///
        /// The server may stop reading the request, or close the connection if the HTTP version has
        /// no other way to stop the client. If the condition is temporary, the response should have
        /// a `Retry-After` that says when the client may try again. The content should state the
        /// limit, so that the client can send less or split the request.
        413 ContentTooLarge,

        /// The request target is longer than the server is willing to read.
        ///
        /// It is rare. Typical causes are a form sent with `GET` that needs `POST`, a redirect that
        /// adds to its own address on each hop, and an attack. The content should state the limit.
        /// Caches may keep the response by default. A client may shorten the address, or move its
        /// parameters into the content of a `POST` if the service supports that.
        414 UriTooLong,

        /// This resource does not support the format of the content for this method.
        ///
        /// The cause may be the `Content-Type`, the `Content-Encoding`, or the data itself. If it
        /// is the encoding, the response should list the supported ones in `Accept-Encoding`; if it
        /// is the media type, `Accept` can list the types. A client may convert its content and
        /// send it again.
        415 UnsupportedMediaType,

        /// None of the ranges in the request's `Range` field can be served.
        ///
        /// They are outside the representation, or the server rejects them because they are too
        /// many, too small or overlap. For byte ranges the response should have a `Content-Range`
        /// of the form `bytes */1234`, with the current length. A server may ignore `Range` and
        /// send the whole representation with 200 instead. The client may request other ranges, or
        /// all of it.
        416 RangeNotSatisfiable,

        /// The `Expect` field asks for something that a server on the path cannot meet.
        ///
        /// Only one expectation is defined, `100-continue`, and a server that receives any other
        /// may send this code. A client whose `100-continue` is rejected should repeat the request
        /// without it: the response only means that a server on the path does not support it.
        417 ExpectationFailed,

        /// The request reached a server that cannot, or will not, respond for its address.
        ///
        /// An origin server or a gateway sends it, often because a client reused an HTTP/2
        /// connection for a second host whose certificate matched but whose content is elsewhere. A
        /// proxy must not generate it. The client may retry over a different connection, even if
        /// the method is not idempotent.
        421 MisdirectedRequest,

        /// The content is well formed and of a supported type, but the request cannot be processed.
        ///
        /// It is the usual choice for failed validation, such as a member that is missing or an end
        /// date before the start. An unknown format is a 415 and broken syntax a 400. The content
        /// should name each field that was rejected and say why. A client must change the content
        /// before it sends the request again.
        422 UnprocessableContent,

        /// The method would change a resource that is locked.
        ///
        /// It comes from WebDAV and covers the source of a method as well as its destination. The
        /// content should contain the condition that was not met, such as `lock-token-submitted` or
        /// `no-conflicting-lock`. A client that owns the lock may repeat the request with the token
        /// in `If`; any other client has to wait until the lock is released or expires.
        423 Locked,

        /// This action was not performed, because another action that it depends on failed.
        ///
        /// It comes from WebDAV and is mostly used inside a 207: when one change in a `PROPPATCH`
        /// fails, the others fail with it. The status of the other action explains the failure.
        /// After fixing that, a client may repeat the whole request.
        424 FailedDependency,

        /// The server will not risk processing a request that might be replayed (TLS early data).
        ///
        /// A server should not send it unless the request arrived in early data or had
        /// `Early-Data: 1`, because other clients may not know how to handle it. It is not
        /// cacheable by default. A client should retry automatically, without early data: once the
        /// handshake is complete, the request is safe to send.
        425 TooEarly,

        /// The server wants the client to change to another protocol before it serves the request.
        ///
        /// The response must have an `Upgrade` field with the accepted protocols and, in HTTP/1.1,
        /// `Connection: upgrade`. The content should explain what is needed. A client may switch to
        /// one of those protocols and repeat the request; if it cannot, it should not retry.
        426 UpgradeRequired,

        /// The server requires this request to be conditional.
        ///
        /// That protects against lost updates: two clients read the same state, and the second to
        /// write overwrites the changes of the first. The content should explain how to send the
        /// request properly, usually with the `ETag` of the last `GET` in `If-Match`. Caches must
        /// not store the response. A client may fetch the current state and try again.
        428 PreconditionRequired,

        /// The client is being rate limited: it sent too many requests in a given time.
        ///
        /// The server decides how requests are counted: by account, address or resource. The
        /// content should explain the limit, and `Retry-After` may say how long to wait. Caches
        /// must not store the response. A client should wait for that time and slow down
        /// afterwards.
        429 TooManyRequests,

        /// The header section of the request is too large: either one field or in total.
        ///
        /// Large cookies and a long `Referer` are common causes. If a single field is too large,
        /// the content should name it. Caches must not store the response. The client may send the
        /// request again with a smaller header section, for example without some of the cookies.
        431 RequestHeaderFieldsTooLarge,

        /// A legal demand prevents the server from providing access to the resource.
        ///
        /// The content should explain the demand: who made it, which law it is based on, and what
        /// and whom it covers. The server that blocks access, which may belong to a network
        /// provider, should identify itself in a `Link` with `rel="blocked-by"`. Caches may keep
        /// the response by default. The code does not say whether the resource exists, and a client
        /// in another place may be able to access it.
        451 UnavailableForLegalReasons,
    }
}
