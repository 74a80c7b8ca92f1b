::status_core::__private::for_editors! {
    use
    ::status_core::__private::keys::of_table::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use
    ::status_core::__private::keys::of_row::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use
    ::status_core::__private::keys::rules::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use ::status_core::__private::keys::of_table:: { allow as _, }; use
    ::status_core::__private::keys::rules:: { unregistered_code as _, };
}
/// What our edge answers when an origin fails.
#[derive(Default)]
#[derive(
    ::core::fmt::Debug,
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
    ContentTooLarge = 413,
    /** **521 Web Server Is Down**

*/
    /// The origin refused the connection.
    WebServerDown = 521,
}
const _: () = {
    static __ROWS: [::status_core::__private::Row; 2] = {
        use ::core::option::Option::{None, Some};
        use ::status_core::__private::Row;
        [
            Row {
                code: 413,
                name: "ContentTooLarge",
                slug: "content-too-large",
                reason: "Content Too Large",
                documentation: "It is too large.",
                title: "Content Too Large",
                type_uri: None,
                body: "{\"title\":\"Content Too Large\",\"status\":413}",
                exposed: false,
                extras: None,
            },
            Row {
                code: 521,
                name: "WebServerDown",
                slug: "web-server-down",
                reason: "Web Server Is Down",
                documentation: "The origin refused the connection.",
                title: "Web Server Is Down",
                type_uri: None,
                body: "{\"title\":\"Web Server Is Down\",\"status\":521}",
                exposed: false,
                extras: None,
            },
        ]
    };
    static __STATUSES: [::status_core::Status; 2] = ::status_core::__private::statuses(
        &__ROWS,
    );
    static __TABLE: ::status_core::Table = ::status_core::__private::TableParts {
        module: ::core::module_path!(),
        name: "EdgeError",
        documentation: "What our edge answers when an origin fails.",
        type_base: ::core::option::Option::None,
        statuses: &__STATUSES,
        delegates: &[],
    }
        .table();
    static __VALUES_BY_CODE: [::core::option::Option<EdgeError>; 109] = ::status_core::__private::values_by_code(
        &__STATUSES,
        &__ALL,
        413,
    );
    static __STATUSES_BY_CODE: [&::status_core::Status; 109] = ::status_core::__private::statuses_by_code(
        &__STATUSES,
        413,
    );
    static __ROWS_BY_CODE: [&::status_core::__private::Row; 109] = ::status_core::__private::rows_by_code(
        &__ROWS,
        413,
    );
    static __ALL: [EdgeError; 2] = [
        EdgeError::ContentTooLarge,
        EdgeError::WebServerDown,
    ];
    #[allow(clippy::same_name_method)]
    impl EdgeError {
        ///Every row of `EdgeError`, in declaration order.
        pub const ALL: &'static [Self] = &__ALL;
        ///The row with this code, or `None` if `EdgeError` has none.
        #[must_use]
        pub const fn from_code(
            __code: ::core::primitive::u16,
        ) -> ::core::option::Option<Self> {
            let __index = __code.wrapping_sub(413) as ::core::primitive::usize;
            if __index < 109 {
                __VALUES_BY_CODE[__index]
            } else {
                ::core::option::Option::None
            }
        }
        ///The row with exactly this reason phrase, or `None` if `EdgeError` has none. `FromStr` also accepts codes and former phrases.
        #[must_use]
        pub fn from_reason(
            __reason: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __reason {
                    "Content Too Large" => EdgeError::ContentTooLarge,
                    "Web Server Is Down" => EdgeError::WebServerDown,
                    _ => return ::core::option::Option::None,
                },
            )
        }
        /// The status code (RFC 9110 §15).
        #[must_use]
        pub const fn code(self) -> ::core::primitive::u16 {
            self as ::core::primitive::u16
        }
        /// The reason phrase (RFC 9112 §4).
        #[must_use]
        pub const fn reason(self) -> &'static ::core::primitive::str {
            __ROWS_BY_CODE[self as ::core::primitive::usize - 413].reason
        }
        /// The doc comment of the row: what the status means.
        #[must_use]
        pub const fn documentation(self) -> &'static ::core::primitive::str {
            __ROWS_BY_CODE[self as ::core::primitive::usize - 413].documentation
        }
        /// The full status, with its documentation and what the registry says.
        #[must_use]
        pub const fn status(self) -> &'static ::status_core::Status {
            __STATUSES_BY_CODE[self as ::core::primitive::usize - 413]
        }
    }
    ::status_core::__private::table_traits! {
        EdgeError { "Payload Too Large" | "Request Entity Too Large" =>
        ::core::option::Option::Some(EdgeError::ContentTooLarge), } {}
    }
};
