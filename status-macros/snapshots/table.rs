/// What our edge answers when an origin fails.
#[derive(Default)]
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
    ::core::hash::Hash
)]
#[repr(u16)]
pub enum EdgeError {
    /** **413 Content Too Large** · RFC 9110 §15.5.14

*/
    /// It is too large.
    #[default]
    ContentTooLarge = 413u16,
    /** **521 Web Server Is Down**

*/
    /// The origin refused the connection.
    WebServerDown = 521u16,
}
const _: () = {
    static __ROWS: [::status_core::__private::Row; 2usize] = [
        ::status_core::__private::Row {
            code: 413,
            name: "ContentTooLarge",
            slug: "content-too-large",
            reason: "Content Too Large",
            documentation: "It is too large.",
            title: "Content Too Large",
            type_uri: ::core::option::Option::None,
            body: "{\"title\":\"Content Too Large\",\"status\":413}",
            exposed: false,
            grpc: ::core::option::Option::None,
        },
        ::status_core::__private::Row {
            code: 521,
            name: "WebServerDown",
            slug: "web-server-down",
            reason: "Web Server Is Down",
            documentation: "The origin refused the connection.",
            title: "Web Server Is Down",
            type_uri: ::core::option::Option::None,
            body: "{\"title\":\"Web Server Is Down\",\"status\":521}",
            exposed: false,
            grpc: ::core::option::Option::None,
        },
    ];
    static __STATUSES: [::status_core::Status; 2usize] = ::status_core::__private::statuses(
        &__ROWS,
    );
    static __TABLE: ::status_core::Table = ::status_core::__private::table(
        "EdgeError",
        "What our edge answers when an origin fails.",
        &__STATUSES,
        &[],
    );
    static __ALL: [EdgeError; 2usize] = [
        EdgeError::ContentTooLarge,
        EdgeError::WebServerDown,
    ];
    #[allow(dead_code)]
    impl EdgeError {
        ///Every row of `EdgeError`, in the order of its declaration.
        pub const ALL: &'static [Self] = &__ALL;
        ///The row with this code, or `None` where `EdgeError` has none.
        #[must_use]
        pub const fn from_code(code: u16) -> ::core::option::Option<Self> {
            static __VALUES: [::core::option::Option<EdgeError>; 522usize] = ::status_core::__private::values_by_code(
                &__STATUSES,
                &__ALL,
            );
            let place = code as usize;
            if place < 522usize { __VALUES[place] } else { ::core::option::Option::None }
        }
        ///The row with this reason, to the letter, or `None` where `EdgeError` has none.
        #[must_use]
        pub fn from_reason(reason: &str) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match reason {
                    "Content Too Large" => EdgeError::ContentTooLarge,
                    "Web Server Is Down" => EdgeError::WebServerDown,
                    _ => return ::core::option::Option::None,
                },
            )
        }
        /// The status code (RFC 9110 §15).
        #[must_use]
        pub const fn code(self) -> u16 {
            self as u16
        }
        /// The reason phrase (RFC 9112 §4).
        #[must_use]
        pub const fn reason(self) -> &'static str {
            __ROWS[match self {
                    EdgeError::ContentTooLarge => 0,
                    EdgeError::WebServerDown => 1,
                }]
                .reason
        }
        /// What the status means: the doc comment of its row.
        #[must_use]
        pub const fn documentation(self) -> &'static str {
            __ROWS[match self {
                    EdgeError::ContentTooLarge => 0,
                    EdgeError::WebServerDown => 1,
                }]
                .documentation
        }
        /// All that is known of the status.
        #[must_use]
        pub const fn status(self) -> &'static ::status_core::Status {
            &__STATUSES[match self {
                EdgeError::ContentTooLarge => 0,
                EdgeError::WebServerDown => 1,
            }]
        }
    }
    ::status_core::__private::table_traits! {
        EdgeError : Debug { "Payload Too Large" | "Request Entity Too Large" =>
        ::core::option::Option::Some(EdgeError::ContentTooLarge), }
    }
};
