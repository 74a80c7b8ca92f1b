//! The 5xx class of status codes (RFC 9110 §15.6).

use status_macros::status_table;

status_table! {
    /// The request may have been correct: the server knows that it failed, or that it cannot
    /// fulfill the request. Unless the method is `HEAD`, the content should explain the situation
    /// to a person and say whether it is temporary or permanent, and a browser should show it. A
    /// client that does not recognize a code of this class treats it like 500.
    ///
    /// Use this type if the caller is not at fault: a bug, an overload, a broken dependency, or a
    /// feature that the server does not have. If a different request would have succeeded, use
    /// `ClientError`.
    #[non_exhaustive]
    pub enum ServerError: 5xx {
        /// Something failed inside the server, and no other 5xx code is more specific.
        ///
        /// Use it for unexpected failures: a bug, a broken invariant, a dependency that failed in
        /// an unforeseen way. The content should tell a person what happened and whether it is
        /// likely to last; stack traces and other internals belong in a log. The code does not say
        /// whether a retry will help, so a client should not retry automatically unless it knows
        /// that the request is idempotent.
        500 InternalServerError,

        /// The server does not support what the request needs, usually its method.
        ///
        /// It is sent for a method that the server does not support for any resource, and for a
        /// transfer coding that it does not understand. Every general-purpose server must support
        /// `GET` and `HEAD`. If the server knows the method but this resource does not allow it,
        /// send 405. Caches may keep the response by default, so one that will soon be outdated
        /// needs a `Cache-Control`. Repeating the request does not help until the server changes; a
        /// client may try another method.
        501 NotImplemented,

        /// The server behind this gateway or proxy sent an invalid response.
        ///
        /// Only a server that forwards the request has a reason to send it: the upstream server
        /// sent malformed HTTP, closed the connection too early or, in many gateways, refused it.
        /// If no response came in time, 504 is more precise, and an error in the gateway itself is
        /// a 500. The content should say whether the problem is likely to be temporary, and does
        /// not have to disclose which backend failed. After a pause, a client may repeat a request
        /// that is idempotent.
        502 BadGateway,

        /// The server cannot take requests at the moment.
        ///
        /// The cause is temporary by definition, such as an overload, planned maintenance or a
        /// startup that has not finished. If the time of recovery is known, `Retry-After` gives it
        /// in seconds or as a date, and a client may try again after that. The content should be a
        /// page for people that explains the situation and says that it is temporary. The response
        /// should not be cached, because it is soon outdated; caches do not keep it by default, and
        /// `Cache-Control: no-store` makes sure of that.
        503 ServiceUnavailable,

        /// A gateway or proxy did not get a response from the server behind it in time.
        ///
        /// If a response arrived but was invalid, send 502. Caches send it too, if the request's
        /// `Cache-Control` has `only-if-cached` and there is no stored response to use, or if a
        /// stale one is marked `must-revalidate` and the origin server cannot be reached. The
        /// content should say whether the problem is likely to be temporary. The upstream server
        /// may have processed the request anyway, so a client should retry automatically only if
        /// the request is idempotent.
        504 GatewayTimeout,

        /// The request uses a major version of HTTP that this server does not accept.
        ///
        /// The server may not implement that version, or may reject it as a matter of policy. The
        /// content should explain why, and list the supported protocols. A client may send the
        /// request again with one of those.
        505 HttpVersionNotSupported,

        /// A negotiated variant also negotiates: the server is misconfigured.
        ///
        /// Transparent content negotiation, an experimental scheme, picks one variant from a list
        /// and expects to find a plain representation there. Here the selected variant is itself
        /// configured to negotiate, so the selection would never end. The content should say that
        /// the server is at fault, because a client can only request another variant directly or
        /// report the problem. An operator must correct the list of variants.
        506 VariantAlsoNegotiates,

        /// The server does not have enough storage to fulfill the request.
        ///
        /// It comes from WebDAV, where a `PUT`, a `COPY` or a property update may fail because of a
        /// full disk or an exhausted quota. The condition is considered temporary, and the content
        /// should say so and name what has run out. If a user triggered the request, the client
        /// must not repeat it until the user asks for it again.
        507 InsufficientStorage,

        /// The server stopped processing the request, because it found an infinite loop.
        ///
        /// It belongs to WebDAV: a request with `Depth: infinity` follows a tree of collections
        /// that contains a cycle. The operation as a whole has failed, whereas 208 skips the
        /// repeated part and continues. A client may ask again with `Depth: 0` or `Depth: 1`, or
        /// send `DAV: bind` to declare that it understands 208.
        508 LoopDetected,

        /// Obsolete: the server requires extensions that the request did not declare.
        ///
        /// It comes from an experiment, the HTTP Extension Framework, which now has historic
        /// status, and new services should not use it. The response should contain everything that
        /// a client needs to send an extended request. A client that supports the missing
        /// extensions may repeat the request with them; otherwise it may show the content to its
        /// user.
        #[status(allow(retired_code))]
        510 NotExtended,

        /// The network requires the client to authenticate before it forwards any request.
        ///
        /// It is sent by an intercepting proxy, such as the captive portal of a hotel or an
        /// airport, and should not be sent by an origin server. The content should link to the page
        /// on which the user can log in, and should not contain a challenge or the login form
        /// itself, which a browser would attribute to the requested site. Caches must not store it.
        /// Once access has been granted, the client may send its request again.
        511 NetworkAuthenticationRequired,
    }
}
