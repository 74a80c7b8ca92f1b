//! The 2xx class of status codes (RFC 9110 §15.3).

use status_macros::status_table;

status_table! {
    /// The request succeeded: the server has processed it, or has accepted it. The code says
    /// whether the work is done and what the content is. A client that does not recognize a code of
    /// this class treats it like 200.
    ///
    /// Use this type if a handler needs to say more than a plain 200: something was created, the
    /// work is not done yet, or there is nothing to send.
    #[non_exhaustive]
    pub enum Success: 2xx {
        /// The request succeeded, and the content is the result.
        ///
        /// What the result is depends on the method: the representation itself for `GET`, only its
        /// header for `HEAD`, a description of the result for `POST`, `PUT` or `DELETE`. In
        /// response to `GET` and `HEAD`, an origin server should send the validators that it has,
        /// `ETag` and `Last-Modified`, so that the client can make conditional requests later. If
        /// there is nothing to send, use 204. Caches may keep the response by default.
        200 Ok,

        /// The request succeeded, and created at least one new resource.
        ///
        /// The main one is identified by `Location`, or else by the address of the request itself.
        /// The content usually describes and links to what was created, and an `ETag` or
        /// `Last-Modified` in the response applies to the new representation. An origin server must
        /// send it if a `PUT` creates a representation that did not exist. If the resource has not
        /// been created yet, send 202.
        201 Created,

        /// The request was accepted, but the work is not finished and may still be rejected.
        ///
        /// Use it for queues, batch jobs and anything that outlives the connection, because HTTP
        /// has no way to send a second status later. The content should describe the current state
        /// of the work and link to a resource that reports its progress. A client may poll that
        /// resource; this response promises nothing about the outcome.
        202 Accepted,

        /// The request succeeded, and a proxy changed the content that the origin server sent.
        ///
        /// A transforming proxy sends it instead of 200, for example after scaling images down or
        /// filtering; an origin server does not send it. The client learns that the content is not
        /// what the origin server sent, and that later conditional requests may work only through
        /// the same proxy. Caches may keep the response by default.
        203 NonAuthoritativeInformation,

        /// The request succeeded, and the response has no content.
        ///
        /// Use it for a `PUT` that saves or a `DELETE` that removes, if the client can stay on the
        /// current page. The response must not have content, nor `Content-Length` or
        /// `Transfer-Encoding`. Fields such as `ETag` describe the state of the resource after the
        /// action. Caches may keep the response by default.
        204 NoContent,

        /// The request succeeded, and the client should reset its view.
        ///
        /// It is meant for data entry: the form is cleared and the user can enter the next record.
        /// The server must not generate content, but unlike with 204, the message is framed as if
        /// it could have some. In HTTP/1.1 it therefore needs `Content-Length: 0` or a chunked body
        /// of length zero.
        205 ResetContent,

        /// The response has the parts of the representation that `Range` asked for.
        ///
        /// A single part must have a `Content-Range`; several are sent as `multipart/byteranges`,
        /// in which each part has its own `Content-Range`. Of `Cache-Control`, `Content-Location`,
        /// `Date`, `ETag`, `Expires` and `Vary`, the response must have those that a 200 would have
        /// had. A client has to check which parts it received, because they may differ from its
        /// request, and may combine parts that share a strong validator. Caches may keep the
        /// response by default.
        206 PartialContent,

        /// The content reports the status of each of several resources.
        ///
        /// It comes from WebDAV, where a `PROPFIND` covers many resources and a `COPY` or `DELETE`
        /// may succeed for only some of them. The content is XML with the root element
        /// `multistatus`. Every part may have failed despite the class of the code, so a client has
        /// to read them one by one.
        207 MultiStatus,

        /// In a 207, this entry is a collection whose members are listed elsewhere in it.
        ///
        /// It belongs to WebDAV bindings, which give a collection several names: with
        /// `Depth: infinity` its members are listed once, and the other bindings have this code. A
        /// server should not use it unless the client has sent `DAV: bind`; for other clients, a
        /// loop is a 508. The client takes the members from the entry that lists them.
        208 AlreadyReported,

        /// The content is the result of instance manipulations, such as a delta to an older copy.
        ///
        /// It is the response to a `GET` with an `A-IM` field, which lists the manipulations that
        /// the client supports. The response must have the `ETag` of the current instance, and `IM`
        /// lists what was applied and in which order. A client may need its older copy to rebuild
        /// the full representation. A cache may store the response within the limits of its
        /// freshness.
        226 ImUsed,
    }
}
