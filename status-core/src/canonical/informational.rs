//! The 1xx class of status codes (RFC 9110 §15.2).

use status_macros::status_table;

status_table! {
    /// Interim responses tell the client how things stand while the final response is still to
    /// come. They end with their header and have neither content nor trailers. Any number of them
    /// may come first, so every client must be able to read them, asked for or not, and may ignore
    /// those that it did not expect. They must not be sent to a client that speaks HTTP/1.0.
    ///
    /// Reach for this type when talking about interim responses, in a log or a protocol library; a
    /// handler's own result is always a final response of another class.
    #[non_exhaustive]
    pub enum Informational: 1xx {
        /// Nothing speaks against the request so far, and the client should send its content.
        ///
        /// A server sends it to a client that announced its content with `Expect: 100-continue` and
        /// waits for a word before it uploads. The final response follows when the whole request
        /// has arrived and been acted upon. No client has to wait for ever: after a while it may
        /// send the content anyway. One that never asked may discard the response.
        100 Continue,

        /// The server agrees to change the protocol of this connection, as the client proposed.
        ///
        /// The response must carry `Upgrade` with the protocol that takes over right after its
        /// header, and `Connection: upgrade` along with it. A server must not switch to anything
        /// that the client did not list in its own `Upgrade`; WebSocket is the best-known case.
        /// From then on the client speaks the new protocol. The mechanism exists in HTTP/1.1 only.
        101 SwitchingProtocols,

        /// Deprecated: the server has taken the request on and needs more time for it.
        ///
        /// Early WebDAV defined it for methods that work on many resources, so that a client would
        /// not give up, and the revised WebDAV dropped it. New servers should not send it. A client
        /// may ignore it and wait for the final response.
        #[status(allow(retired_code))]
        102 Processing,

        /// Some header fields that the final response is likely to have are sent ahead of it.
        ///
        /// Mostly these are `Link` fields with `rel=preload` or `rel=preconnect`, sent while the
        /// server still works on the page. The final response usually carries them again, and may
        /// differ from what was announced. A client may act on them at once, at its own risk, and
        /// must not take them for fields of the interim response itself. Some HTTP/1.1 clients
        /// mishandle it, so a server may prefer to reserve it for later versions.
        103 EarlyHints,

        /// Expired: the server can resume this upload if it is interrupted.
        ///
        /// It comes from a draft on resumable uploads; its registration was temporary and has
        /// expired, so use it only between parties that have agreed on it. The address of the
        /// upload stands in `Location`, and `Upload-Offset` may tell how much has arrived. After a
        /// break the client may ask that address for the offset with `HEAD` and send the rest with
        /// `PATCH`.
        #[status(allow(retired_code))]
        104 UploadResumptionSupported,
    }
}
