//! The 4xx class of status codes (RFC 9110 §15.5).

use status_macros::status_table;

status_table! {
    /// As the server sees it, the mistake lies in the request. Unless the method is `HEAD`, the
    /// content should explain the situation to a person and say whether it is temporary or
    /// permanent, and a browser should show it. A client that does not recognize a code of this
    /// class treats it like 400.
    ///
    /// Reach for this type when the caller could have done better, or can: send other content,
    /// other credentials, fewer requests. A failure that no change to the request would cure
    /// belongs to `ServerError`.
    #[non_exhaustive]
    pub enum ClientError: 4xx {
        /// The request is faulty in a way that no more precise code of this class covers.
        ///
        /// Typical causes are broken syntax, wrong message framing, or a parameter that cannot be
        /// read; JSON that does not parse ends here, while 422 is for JSON that parses but breaks a
        /// rule. The content should point at the part that is wrong and say what would be right.
        /// Sent again unchanged, the request will meet the same answer, so the client has to
        /// correct it first.
        400 BadRequest,

        /// Credentials are missing from the request, or those it carries are not valid.
        ///
        /// The response must carry `WWW-Authenticate` with at least one challenge that applies to
        /// the resource. A client may repeat the request with a new or different `Authorization`
        /// field. If it has tried that already and gets the same challenge once more, it should
        /// show the content to its user. A caller who is known but lacks permission gets a 403
        /// instead.
        401 Unauthorized,

        /// Reserved for future use: no RFC gives it a meaning, though services use it for sums due.
        ///
        /// Some send it when a card is declined, a subscription has lapsed or a prepaid quota is
        /// used up. No header field belongs to it, so the content should say what is owed and how
        /// to pay. A client that does not know the service's own convention can only treat it
        /// like 400.
        402 PaymentRequired,

        /// The server knows what is wanted and refuses to do it.
        ///
        /// Any credentials in the request were not enough, or the reason has nothing to do with
        /// credentials. The content may give the reason, if the server wishes it known; one that
        /// wants to hide the very existence of the resource may answer with 404. A client should
        /// not repeat the request by itself with the same credentials, but it may try others.
        403 Forbidden,

        /// Nothing is available at this address, or the server keeps its existence to itself.
        ///
        /// The code leaves open whether that is temporary or permanent; an origin that knows it to
        /// be permanent should prefer 410. Because it tells so little, it may also stand in for
        /// a 403. Caches may keep it by default, so a resource that is about to appear needs a
        /// `Cache-Control`. The client may ask again later or look for a better address.
        404 NotFound,

        /// The method is one that the server knows, but not one that this resource takes.
        ///
        /// An origin must send `Allow` with the methods that the resource supports at present; an
        /// empty value is permitted and means that there are none. For a method that the server
        /// supports nowhere, 501 is the code. Caches may keep the response by default. A client may
        /// choose one of the methods listed.
        405 MethodNotAllowed,

        /// No representation on offer suits the preferences that the client stated.
        ///
        /// Those preferences came in `Accept`, `Accept-Language` or `Accept-Encoding`, and the
        /// server does not want to fall back on a default. Its content should list the
        /// representations that exist, so that the user or the client can pick one. A server may
        /// also disregard the preferences and send what it has. The client may loosen them and ask
        /// again.
        406 NotAcceptable,

        /// A proxy wants the client to authenticate before it passes the request on.
        ///
        /// It is the counterpart of 401 for a proxy, and no origin server has a use for it. The
        /// proxy must send `Proxy-Authenticate` with a challenge that applies to it. A client may
        /// repeat the request with a new or different `Proxy-Authorization` field.
        407 ProxyAuthenticationRequired,

        /// The request was not complete by the time the server stopped waiting for it.
        ///
        /// Slow or stalled connections are the usual cause; a slow server behind a gateway is
        /// a 504. In HTTP/1.1 the connection is of no further use, because nobody can tell where
        /// the next request would begin, and the server can say so with `Connection: close`. A
        /// client that still had a request under way may repeat it, on a new connection if need be.
        408 RequestTimeout,

        /// The request clashes with the present state of the resource.
        ///
        /// It fits where the user may be able to resolve the clash and try again: a name that is
        /// taken, an edit based on an outdated version, an order that has already been shipped. The
        /// content should hold enough for the user to recognize the source of the clash. When a
        /// condition such as `If-Match` caught the problem, 412 is the code. A client may fetch the
        /// current state, adapt its request and send it again.
        409 Conflict,

        /// The resource used to be here, was taken away and is likely to stay away.
        ///
        /// An origin sends it to say that the removal is deliberate and that there is no forwarding
        /// address; if it cannot tell whether the state is permanent, 404 is the code. Those who
        /// keep links to the resource are asked to delete them. Caches may keep the response by
        /// default, and a server is free to choose how long it goes on giving it.
        410 Gone,

        /// The request does not declare the length of its content, and the server insists on it.
        ///
        /// A server sends it when it declines content of unknown size, for example a chunked upload
        /// that it would have to buffer. The client may repeat the request with a valid
        /// `Content-Length`.
        411 LengthRequired,

        /// A condition that the client attached to its request does not hold.
        ///
        /// The condition stands in `If-Match`, `If-None-Match` or `If-Unmodified-Since`, and it
        /// keeps the method from being applied to a resource that is not in the state the client
        /// believed; for a `GET` or `HEAD` with `If-None-Match`, 304 is the answer instead. Sending
        /// the current `ETag` along helps the client. It may fetch the present state, decide
        /// whether its change still makes sense, and try again with a fresh condition.
        412 PreconditionFailed,

        /// The content of the request exceeds the size that the server accepts.
        ///
        /// The server may break the request off, or close the connection where the version of HTTP
        /// leaves no other way to stop the client. If the condition is temporary, the response
        /// should carry `Retry-After` to tell when the client may try again. The content should
        /// name the limit, so that the client can send less or split what it sends.
        413 ContentTooLarge,

        /// The server declines to read a request target of this length.
        ///
        /// It is rare, and points to a form sent with `GET` that needs `POST`, to a redirect that
        /// adds to its own address each time round, or to an attack. The content should name the
        /// limit. Caches may keep the response by default. A client may shorten the address, or
        /// move its parameters into the content of a `POST` where the service offers that.
        414 UriTooLong,

        /// This resource cannot take content in the format that was sent with this method.
        ///
        /// The trouble may be the `Content-Type`, the `Content-Encoding`, or what the server found
        /// on looking into the data. If the coding is at fault, the response ought to list those it
        /// takes in `Accept-Encoding`; if the media type is, `Accept` can list the types. A client
        /// may convert its content accordingly and send it again.
        415 UnsupportedMediaType,

        /// None of the ranges in the request's `Range` field can be served.
        ///
        /// They lie outside the representation, or the server refuses them because they are too
        /// many, too small or overlap. For byte ranges the response should carry `Content-Range` in
        /// the form `bytes */1234`, which tells the current length. A server is free to ignore
        /// `Range` and send the whole with 200 instead. The client may ask for ranges that fit, or
        /// for all of it.
        416 RangeNotSatisfiable,

        /// The `Expect` field asks for something that a server on the way cannot meet.
        ///
        /// Only one expectation is defined, `100-continue`, and a server that receives any other
        /// may answer like this. A client whose `100-continue` is turned down should repeat the
        /// request without it, as the response merely shows that not everyone on the way supports
        /// it.
        417 ExpectationFailed,

        /// The request reached a server that cannot, or will not, speak for the address it names.
        ///
        /// An origin or a gateway sends it, often because a client reused an HTTP/2 connection for
        /// a second host whose certificate matched but whose content is elsewhere. A proxy must not
        /// generate it. The client may retry over a different connection, and may do so whatever
        /// the method, idempotent or not.
        421 MisdirectedRequest,

        /// The content is well formed and of a known type, yet what it asks for cannot be done.
        ///
        /// It is the usual choice for failed validation, such as a member that is missing or an end
        /// date before the start. An unknown format is a 415 and broken syntax a 400. The content
        /// should name each field that was rejected and say why. A client has to change its content
        /// before it sends the request again.
        422 UnprocessableContent,

        /// The method would touch a resource on which somebody holds a lock.
        ///
        /// It comes from WebDAV and covers the source of a method as well as its destination. The
        /// content should contain the condition that was not met, such as `lock-token-submitted` or
        /// `no-conflicting-lock`. A client that owns the lock may repeat the request with the token
        /// in `If`; any other has to wait until the lock is released or expires.
        423 Locked,

        /// This action was not carried out, because another one that it depends on failed.
        ///
        /// It comes from WebDAV and is mostly met inside a 207: when one change in a `PROPPATCH`
        /// fails, the others fail with it. What went wrong is told by the status of the other
        /// action, so a client should look there. After curing that, it may repeat the request as a
        /// whole.
        424 FailedDependency,

        /// Replay is a risk with TLS early data, so the server would not act on this request.
        ///
        /// A server should not send it unless the request arrived in early data or carried
        /// `Early-Data: 1`, since other clients may not know how to react. It is not cacheable by
        /// default. A client should repeat the request by itself, and must not use early data for
        /// that; once the handshake is complete, the request is safe to send.
        425 TooEarly,

        /// The server wants the client to change to another protocol before it serves the request.
        ///
        /// The response must carry `Upgrade` with the protocols that will do, and in HTTP/1.1
        /// `Connection: upgrade` along with it. The content should explain what is needed. A client
        /// may switch to one of those protocols and repeat the request; if it cannot, asking again
        /// is pointless.
        426 UpgradeRequired,

        /// The server takes this request only with a condition attached.
        ///
        /// That protects against the lost update, where two clients read the same state and the
        /// second to write erases what the first one wrote. The content should explain how to send
        /// the request properly, usually with the `ETag` of the last `GET` in `If-Match`. Caches
        /// must not store the response. A client may fetch the current state and try again on that
        /// basis.
        428 PreconditionRequired,

        /// The client is being rate limited: it used up what it may send in a span of time.
        ///
        /// How requests are counted, by account, address or resource, is for the server to choose.
        /// The content should explain the limit, and `Retry-After` may say how long to wait. Caches
        /// must not store the response. A client does well to wait for that time and to slow down
        /// afterwards.
        429 TooManyRequests,

        /// The header of the request is too big, in a single field or all in all.
        ///
        /// Grown cookies and a long `Referer` are common causes. If one field is to blame, the
        /// content should name it. Caches must not store the response. The client may send the
        /// request again once its header has shrunk, for instance after it has dropped some
        /// cookies.
        431 RequestHeaderFieldsTooLarge,

        /// A legal demand keeps the server from giving access to the resource.
        ///
        /// The content should explain the demand: who made it, on what law it rests, and what and
        /// whom it covers. Whoever does the blocking, which may be a network provider rather than
        /// the origin, should name itself in a `Link` with `rel="blocked-by"`. Caches may keep the
        /// response by default. The code does not say whether the resource exists, and a client
        /// elsewhere may get through where this one does not.
        451 UnavailableForLegalReasons,
    }
}
