//! The 5xx class of status codes (RFC 9110 §15.6).

use status_macros::status_table;

status_table! {
    /// The request may well have been in order: the server knows that it failed, or that it cannot
    /// do what was asked. Unless the method is `HEAD`, the content should explain the situation to
    /// a person and say whether it is temporary or permanent, and a browser should show it. A
    /// client that does not recognize a code of this class treats it like 500.
    ///
    /// Reach for this type when the caller cannot be blamed: a bug, an overload, a broken
    /// dependency, or a feature that the server does not have. Where a different request would have
    /// been right, `ClientError` is the type.
    #[non_exhaustive]
    pub enum ServerError: 5xx {
        /// Something failed inside the server, and no other code of this class describes it better.
        ///
        /// It answers faults that nobody planned for: a bug, a broken invariant, a dependency that
        /// failed in an unforeseen way. The content should tell a person what happened and whether
        /// it is likely to last; stack traces and other internals belong in a log. Nothing says
        /// whether a repeat will help, so a client should not retry by itself unless it knows that
        /// the request is idempotent.
        500 InternalServerError,

        /// The server has no support at all for what the request needs, most often its method.
        ///
        /// It is the answer to a method that the server supports for no resource whatsoever, and to
        /// a transfer coding that it does not understand. `GET` and `HEAD` must be supported by
        /// every general-purpose server, and a method that the server knows but this resource
        /// disallows is a 405 instead. Caches may keep the response by default, so one that will
        /// soon be wrong needs a `Cache-Control`. Repeating the request is of no use until the
        /// server changes; a client may try another method.
        501 NotImplemented,

        /// The server behind this gateway or proxy gave an answer that cannot be used.
        ///
        /// Only a server that passes the request on has a reason to send it: upstream spoke broken
        /// HTTP, cut its message short or, as many gateways see it, refused the connection. When no
        /// answer came in time, 504 is more precise, and a fault of the gateway's own is a 500. The
        /// content should say whether the trouble is likely to pass, and it need not disclose which
        /// backend failed. After a pause, a client may repeat a request that is idempotent.
        502 BadGateway,

        /// For the time being the server is not ready to take the request on.
        ///
        /// The cause is temporary by definition, such as an overload, planned maintenance or a
        /// start that has not finished. Where the time of recovery can be told, `Retry-After` gives
        /// it in seconds or as a date, and a client may try again after that. The content should be
        /// a page that a person can read, which says what is going on and that it will pass. What
        /// it describes is over soon, so it is not to be cached; caches do not keep it by default,
        /// and `Cache-Control: no-store` settles the matter.
        503 ServiceUnavailable,

        /// A gateway or proxy needed an answer from the server behind it and got none in time.
        ///
        /// An answer that did come but was invalid is a 502. Caches send it too, when
        /// `only-if-cached` in the request's `Cache-Control` leaves them without a stored response
        /// to use, or when a stale one is marked `must-revalidate` and the origin cannot be asked.
        /// The content should say whether the trouble is likely to pass. Upstream may have carried
        /// the request out all the same, so a client should repeat it unasked only if it is
        /// idempotent.
        504 GatewayTimeout,

        /// The request uses a major version of HTTP that this server will not speak.
        ///
        /// The server may lack that version altogether, or may turn it down as a matter of policy.
        /// Its content should explain why, and list the protocols that are supported there. A
        /// client may send the request again in one of those.
        505 HttpVersionNotSupported,

        /// A negotiated variant turned out to negotiate itself: the server is configured wrongly.
        ///
        /// Transparent content negotiation, an experimental scheme, picks one variant from a list
        /// and expects to find a plain representation there. Here the variant it picked is set up
        /// to negotiate in turn, so the choice would never come to an end. The content should say
        /// that the fault is the server's, since a client can do no more than ask for another
        /// variant directly or report the matter. An operator has to correct the list of variants.
        506 VariantAlsoNegotiates,

        /// The request needs a representation to be stored, and the server has no room for it.
        ///
        /// It comes from WebDAV, where a `PUT`, a `COPY` or a property update may run into a full
        /// disk or an exhausted quota. The condition counts as temporary, and the content should
        /// say so and tell what has run out. Where a user set the request off, the client must not
        /// repeat it before the user asks for it once more.
        507 InsufficientStorage,

        /// Processing the request led into an infinite loop, and the server broke it off.
        ///
        /// It belongs to WebDAV: a request with `Depth: infinity` follows a tree of collections in
        /// which some binding leads back to where the walk has been. The operation as a whole has
        /// failed, whereas 208 skips the repeated part and carries on. A client may ask again with
        /// `Depth: 0` or `Depth: 1`, or say `DAV: bind` in the request to declare that it
        /// understands 208.
        508 LoopDetected,

        /// Obsolete: the server insists on further extensions, which the request did not declare.
        ///
        /// It stems from an experiment, the HTTP Extension Framework, which has been moved to
        /// historic status, and new services have no use for it. The response should hold all that
        /// a client needs to know to send an extended request. If that names extensions which the
        /// first request lacked, and the client can supply them, it may repeat the request with
        /// them; otherwise it may show the content to its user.
        #[status(allow(retired_code))]
        510 NotExtended,

        /// The network wants the client to authenticate before it lets any request through.
        ///
        /// It is sent by the network in between, such as the captive portal of a hotel or an
        /// airport, and should not be sent by an origin server. Its content should link to the page
        /// where the user can log in, and should not contain a challenge or the login form itself,
        /// which a browser would take for a part of the site it had asked for. Caches must not
        /// store it. Once access has been granted, the client may send its request again.
        511 NetworkAuthenticationRequired,
    }
}
