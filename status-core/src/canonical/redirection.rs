//! The 3xx class of status codes (RFC 9110 §15.4).

use status_macros::status_table;

status_table! {
    /// The client has to take another step before its request is fulfilled: go to another address,
    /// choose among several, or use the copy it already has. If the response has a `Location`, a
    /// client may follow it without asking its user, and should detect redirect loops. A client
    /// that does not recognize a code of this class treats it like 300.
    ///
    /// Use this type if the resource is elsewhere. Permanent moves are 301 and 308, temporary ones
    /// 302 and 307; of each pair, the second preserves the method.
    #[non_exhaustive]
    pub enum Redirection: 3xx {
        /// There are several representations, each at its own address, and the client should choose
        /// one.
        ///
        /// Unless the method is `HEAD`, the content should list the choices with enough information
        /// for the user or the client to pick one. A server that prefers one of them should put it
        /// in `Location`, and a client may follow that automatically. Caches may keep the response
        /// by default.
        300 MultipleChoices,

        /// The resource has moved permanently to a new address.
        ///
        /// The response should have that address in `Location`, and usually a short note with a
        /// link for people. Later requests should use the new address, and a client that can update
        /// its links may do so. For historical reasons a client may change a `POST` into a `GET`;
        /// if that would be a problem, send 308. Caches may keep the response by default.
        301 MovedPermanently,

        /// The resource is temporarily at another address.
        ///
        /// The response should have that address in `Location`, usually with a short note and a
        /// link for people. It may change again, so a client should keep using the original address
        /// for later requests. A client may change a `POST` into a `GET`: 307 forbids that, and 303
        /// requires it. Caches do not keep the response unless it explicitly allows them to.
        302 Found,

        /// The result is at another address, and should be fetched with `GET`.
        ///
        /// It is mostly sent after a successful `POST`: the client is redirected to a result that
        /// can be bookmarked and reloaded without submitting the form again. The address is in
        /// `Location`, with a short note and a link for people in the content. In response to a
        /// `GET` it means that the resource itself cannot be sent over HTTP, but that the other
        /// address describes it. A client follows it with `GET` or `HEAD`, regardless of the
        /// original method.
        303 SeeOther,

        /// The copy that the client already has is still valid.
        ///
        /// It is the response to a conditional `GET` or `HEAD` (with `If-None-Match` or
        /// `If-Modified-Since`) that would otherwise be a 200. Of `Cache-Control`,
        /// `Content-Location`, `Date`, `ETag`, `Expires` and `Vary`, it must have those that the
        /// 200 would have had; it must not have content. The client uses its stored response and
        /// updates the header fields of that response.
        304 NotModified,

        /// Deprecated: the request should be repeated through the given proxy.
        ///
        /// Letting any response choose a client's proxy proved to be a security risk, so it should
        /// no longer be sent. The address of the proxy was in `Location`. A client should ignore
        /// it; it may show the content to its user, as it would for 300.
        #[status(allow(retired_code))]
        305 UseProxy,

        /// The resource is temporarily elsewhere, and the request is repeated there unchanged.
        ///
        /// The response should have the address in `Location`, usually with a short note and a link
        /// for people. A client that follows it automatically must not change the method, so a
        /// `POST` remains a `POST` with its content. The address may change again, so the client
        /// should use the original one for later requests. It is the strict form of 302.
        307 TemporaryRedirect,

        /// The resource has moved permanently, and the request is repeated there unchanged.
        ///
        /// The response should have that address in `Location`, usually with a short note and a
        /// link for people. It is the strict form of 301: the method must not change. Later
        /// requests should use the new address, and a client that can update its links may do so.
        /// Caches may keep the response by default, and software older than 2014 may not know the
        /// code.
        308 PermanentRedirect,
    }
}
