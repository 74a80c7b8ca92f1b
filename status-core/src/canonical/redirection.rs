//! The 3xx class of status codes (RFC 9110 §15.4).

use status_macros::status_table;

status_table! {
    /// The client has something more to do before its request is fulfilled: go to another address,
    /// choose among several, or use the copy it already holds. Where the response names an address
    /// in `Location`, a client may follow it without asking its user, and should watch for
    /// redirects that run in a circle. A client that does not recognize a code of this class treats
    /// it like 300.
    ///
    /// Reach for this type when the answer is to be had in another place. Permanent moves are 301
    /// and 308, temporary ones 302 and 307; of each pair, the second keeps the method as it was.
    #[non_exhaustive]
    pub enum Redirection: 3xx {
        /// More than one representation fits, each at its own address, and the client is to choose.
        ///
        /// Unless the method is `HEAD`, the content should list the choices with enough about each
        /// for the user or the client to pick one. A server that prefers one of them should name it
        /// in `Location`, and a client may go there by itself. Caches may keep the response by
        /// default.
        300 MultipleChoices,

        /// The resource lives at a new address from now on.
        ///
        /// The response should carry that address in `Location`, and usually holds a short note
        /// with a link for people. Later requests ought to use the new address, and a client that
        /// can edit its links may do so. For historical reasons a client may turn a `POST` into a
        /// `GET` on the way; where that would do harm, send 308. Caches may keep the response by
        /// default.
        301 MovedPermanently,

        /// For the moment the resource is at another address.
        ///
        /// The response should carry that address in `Location`, usually with a short note and a
        /// link for people. It may change again, so a client ought to keep using the original
        /// address for later requests. A client may turn a `POST` into a `GET` on the way: 307
        /// rules that out, and 303 demands it. Caches do not keep the response unless they are told
        /// that they may.
        302 Found,

        /// What the client wants to see next is at another address, to be fetched with `GET`.
        ///
        /// Most often it follows a `POST` that has done its work: the client is sent on to a result
        /// that can be bookmarked and reloaded without a second submission. The address stands in
        /// `Location`, with a short note and a link for people in the content. In reply to a `GET`
        /// it says that the resource itself cannot be sent over HTTP, but that the other address
        /// describes it. A client follows with `GET`, or with `HEAD`, whatever the first method
        /// was.
        303 SeeOther,

        /// The copy that the client already holds is still good.
        ///
        /// It answers a conditional `GET` or `HEAD`, one with `If-None-Match` or
        /// `If-Modified-Since`, where 200 would have been the answer otherwise. Of `Cache-Control`,
        /// `Content-Location`, `Date`, `ETag`, `Expires` and `Vary`, it must carry those that the
        /// 200 would have had; content it must not have. The client uses its stored response and
        /// brings that one's header fields up to date.
        304 NotModified,

        /// Deprecated: the request was to be repeated through the proxy that the response names.
        ///
        /// Letting any response choose a client's proxy proved to be a security risk, which is why
        /// nobody should send it any more. The address of the proxy stood in `Location`. A client
        /// is well advised not to obey; it may show the content to its user, as it would for 300.
        #[status(allow(retired_code))]
        305 UseProxy,

        /// For the moment the resource is elsewhere, and the request goes there as it is.
        ///
        /// The response should carry the address in `Location`, usually with a short note and a
        /// link for people. A client that follows by itself must not change the method, so a `POST`
        /// remains a `POST` with its content. As the address may change again, the client ought to
        /// use the original one for later requests. It is the strict form of 302.
        307 TemporaryRedirect,

        /// The resource has moved for good, and the request goes to its new address as it is.
        ///
        /// The response should carry that address in `Location`, usually with a short note and a
        /// link for people. It is the strict form of 301: the method stays what it was. Later
        /// requests ought to use the new address, and a client that can edit its links may do so.
        /// Caches may keep the response by default, and software older than 2014 may not know the
        /// code.
        308 PermanentRedirect,
    }
}
