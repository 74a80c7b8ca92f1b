//! The 1xx class of status codes (RFC 9110 §15.2).

use status_macros::status_table;

status_table! {
    /// Interim responses inform the client while the final response is still to come. They have no
    /// content and no trailers. Any number of them may precede the final response, so every client
    /// must be able to read them, even if it did not ask for them, and may ignore those that it did
    /// not expect. They must not be sent to a client that speaks HTTP/1.0.
    ///
    /// Use this type for interim responses, in a log or a protocol library; a handler always
    /// returns a final response of another class.
    #[non_exhaustive]
    pub enum Informational: 1xx {
        /// The request has not been rejected, and the client should send its content.
        ///
        /// A server sends it to a client that announced its content with `Expect: 100-continue` and
        /// waits for permission to upload. The final response follows when the whole request has
        /// arrived and been processed. A client does not have to wait indefinitely: after a while
        /// it may send the content anyway. A client that did not ask may discard the response.
        100 Continue,

        /// The server agrees to change the protocol of this connection, as the client proposed.
        ///
        /// The response must have an `Upgrade` field with the protocol that is used right after its
        /// header section, and `Connection: upgrade`. A server must not switch to anything that the
        /// client did not list in its own `Upgrade`; WebSocket is the best-known case. From then
        /// on, the client uses the new protocol. The mechanism exists only in HTTP/1.1.
        101 SwitchingProtocols,

        /// Deprecated: the server is processing the request and needs more time.
        ///
        /// Early WebDAV defined it for methods that work on many resources, so that a client would
        /// not give up, and the revised WebDAV dropped it. New servers should not send it. A client
        /// may ignore it and wait for the final response.
        #[status(allow(retired_code))]
        102 Processing,

        /// Some header fields of the final response are sent in advance.
        ///
        /// These are mostly `Link` fields with `rel=preload` or `rel=preconnect`, sent while the
        /// server still works on the page. The final response usually repeats them, and may differ
        /// from what was announced. A client may act on them immediately, at its own risk, and must
        /// not treat them as fields of the interim response itself. Some HTTP/1.1 clients mishandle
        /// it, so a server may prefer to reserve it for later versions.
        103 EarlyHints,

        /// Expired: the server can resume this upload if it is interrupted.
        ///
        /// It comes from a draft on resumable uploads; its registration was temporary and has
        /// expired, so use it only between parties that have agreed on it. The address of the
        /// upload is in `Location`, and `Upload-Offset` may say how much has arrived. After an
        /// interruption the client may ask that address for the offset with `HEAD` and send the
        /// rest with `PATCH`.
        #[status(allow(retired_code))]
        104 UploadResumptionSupported,
    }
}
