//! The 2xx class of status codes (RFC 9110 §15.3).

use status_macros::status_table;

status_table! {
    /// All went well: the server has acted on the request, or has agreed to. Which code of the
    /// class applies says how far the work has come and what the content stands for. A client that
    /// does not recognize a code of this class treats it like 200.
    ///
    /// Reach for this type when a handler has more to say than a plain 200 does: something was
    /// created, the work is still to be done, or there is nothing to send.
    #[non_exhaustive]
    pub enum Success: 2xx {
        /// The request succeeded, and the content holds the result.
        ///
        /// What the result is depends on the method: the representation itself for `GET`, only its
        /// header for `HEAD`, an account of the action for `POST`, `PUT` or `DELETE`. In reply to
        /// `GET` and `HEAD` an origin should send the validators that it has, `ETag` and
        /// `Last-Modified`, so that the client can ask conditionally later. With nothing to send,
        /// 204 is the better choice. Caches may keep the response by default.
        200 Ok,

        /// The request succeeded, and at least one new resource exists because of it.
        ///
        /// The main one is named by `Location`, or else by the address of the request itself. The
        /// content usually describes what was made and links to it, and an `ETag` or
        /// `Last-Modified` in the response applies to the new representation. An origin must send
        /// it when a `PUT` makes a representation where there was none. If the resource is yet to
        /// be made, 202 is the code.
        201 Created,

        /// The request was taken in, but the work is not finished and may yet be refused.
        ///
        /// It suits queues, batch jobs and anything that outlives the connection, because HTTP has
        /// no way to send a second status later on. The content ought to describe the present state
        /// of the work and point to a place where its progress can be followed. A client may look
        /// there from time to time; this answer promises nothing about the outcome.
        202 Accepted,

        /// The request succeeded, and a proxy on the way altered the content that the origin sent.
        ///
        /// A transforming proxy sends it in place of 200, for instance after scaling images down or
        /// filtering; an origin has no use for it. The client learns that what it holds is not what
        /// the origin would have given, and that later conditional requests may work only along the
        /// same way. Caches may keep the response by default.
        203 NonAuthoritativeInformation,

        /// The request succeeded, and the response consists of its header alone.
        ///
        /// It fits a `PUT` that saves or a `DELETE` that removes, where the client can stay with
        /// the page it shows. The response must not have content, nor `Content-Length` or
        /// `Transfer-Encoding`. Fields such as `ETag` describe the state of the resource after the
        /// action. Caches may keep the response by default.
        204 NoContent,

        /// The request succeeded, and the client should put its view back as it first was.
        ///
        /// It is meant for data entry: the form is cleared and the user can go on with the next
        /// record. The server must not generate content, but unlike 204 the message is still framed
        /// as one that could have some. In HTTP/1.1 it therefore needs `Content-Length: 0` or a
        /// chunked body of length zero.
        205 ResetContent,

        /// The response holds the parts of the representation that `Range` asked for.
        ///
        /// A single part must come with `Content-Range`; several come as `multipart/byteranges`, in
        /// which each part has a `Content-Range` of its own. Those of `Cache-Control`,
        /// `Content-Location`, `Date`, `ETag`, `Expires` and `Vary` that a 200 would have had must
        /// be there too. A client has to check which parts it got, as they may differ from its
        /// request, and may join parts that share a strong validator. Caches may keep the response
        /// by default.
        206 PartialContent,

        /// The content reports a status of its own for each of several resources.
        ///
        /// It comes from WebDAV, where a `PROPFIND` covers many resources and a `COPY` or `DELETE`
        /// may succeed for some of them only. The content is XML with the root element
        /// `multistatus`. Every part may have failed despite the class of the code, so a client has
        /// to read them one by one.
        207 MultiStatus,

        /// In a 207, this entry is a collection whose members are listed elsewhere in it.
        ///
        /// It belongs to WebDAV bindings, through which one collection can be reached by several
        /// names: with `Depth: infinity` its members are given once, and the other bindings bear
        /// this code. A server should not use it unless the client has sent `DAV: bind`; for others
        /// a loop is a 508. The client takes the members from the entry that has them.
        208 AlreadyReported,

        /// The content is the outcome of instance manipulations, such as a delta to an older copy.
        ///
        /// It answers a `GET` whose `A-IM` field, which must have been there, offered the
        /// manipulations that the client can handle. The response must carry the `ETag` of the
        /// current instance, and `IM` lists what was applied and in which order. A client may need
        /// its older copy to rebuild the full representation. A cache may store the response within
        /// the limits of its freshness.
        226 ImUsed,
    }
}
