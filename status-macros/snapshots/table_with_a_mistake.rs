::status_core::__private::for_editors! {
    use
    ::status_core::__private::keys::of_table::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use
    ::status_core::__private::keys::of_row::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use
    ::status_core::__private::keys::rules::nothing_is_being_typed_in_this_attribute_of_the_type
    as _;
}
::core::compile_error! {
    "`404` is outside 500..=599, the range of `EdgeError`\nwrite a code in that range, or widen the range to 404..=599"
}
/// What our edge answers when an origin fails.
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
    /// It is not ready.
    ServiceUnavailable,
    /// It did not answer.
    GatewayTimeout,
}
const _: () = {
    static __STATUSES: [::status_core::Status; 0] = [];
    static __TABLE: ::status_core::Table = ::status_core::__private::TableParts {
        module: ::core::module_path!(),
        name: "EdgeError",
        documentation: "What our edge answers when an origin fails.",
        type_base: ::core::option::Option::None,
        statuses: &__STATUSES,
        delegates: &[],
    }
        .table();
    static __ALL: [EdgeError; 2] = [
        EdgeError::ServiceUnavailable,
        EdgeError::GatewayTimeout,
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
            {
                let _ = __code;
                ::core::option::Option::None
            }
        }
        ///The row with exactly this reason phrase, or `None` if `EdgeError` has none. `FromStr` also accepts codes and former phrases.
        #[must_use]
        pub fn from_reason(
            __reason: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            {
                let _ = __reason;
                ::core::option::Option::None
            }
        }
        /// The status code (RFC 9110 §15).
        #[must_use]
        pub const fn code(self) -> ::core::primitive::u16 {
            self as ::core::primitive::u16
        }
        /// The reason phrase (RFC 9112 §4).
        #[must_use]
        pub const fn reason(self) -> &'static ::core::primitive::str {
            ::status_core::__private::BROKEN_ROW.reason
        }
        /// The doc comment of the row: what the status means.
        #[must_use]
        pub const fn documentation(self) -> &'static ::core::primitive::str {
            ::status_core::__private::BROKEN_ROW.documentation
        }
        /// The full status, with its documentation and what the registry says.
        #[must_use]
        pub const fn status(self) -> &'static ::status_core::Status {
            ::status_core::__private::BROKEN
        }
    }
    ::status_core::__private::table_traits! {
        EdgeError {} {}
    }
};
