::core::compile_error! {
    "`404` lies outside 500..=599, the range of `EdgeError`\n`EdgeError` says so itself\nwrite a code of that range, or `enum EdgeError: 404..=599`"
}
/// What our edge answers when an origin fails.
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
    /// It is not ready.
    ServiceUnavailable,
    /// It did not answer.
    GatewayTimeout,
}
const _: () = {
    static __STATUSES: [::status_core::Status; 0] = [];
    static __TABLE: ::status_core::Table = ::status_core::__private::table(
        "EdgeError",
        "What our edge answers when an origin fails.",
        &__STATUSES,
        &[],
    );
    static __ALL: [EdgeError; 2usize] = [
        EdgeError::ServiceUnavailable,
        EdgeError::GatewayTimeout,
    ];
    #[allow(dead_code)]
    impl EdgeError {
        ///Every row of `EdgeError`, in the order of its declaration.
        pub const ALL: &'static [Self] = &__ALL;
        ///The row with this code, or `None` where `EdgeError` has none.
        #[must_use]
        pub const fn from_code(code: u16) -> ::core::option::Option<Self> {
            {
                let _ = code;
                ::core::option::Option::None
            }
        }
        ///The row with this reason, to the letter, or `None` where `EdgeError` has none.
        #[must_use]
        pub fn from_reason(reason: &str) -> ::core::option::Option<Self> {
            {
                let _ = reason;
                ::core::option::Option::None
            }
        }
        /// The status code (RFC 9110 §15).
        #[must_use]
        pub const fn code(self) -> u16 {
            self as u16
        }
        /// The reason phrase (RFC 9112 §4).
        #[must_use]
        pub const fn reason(self) -> &'static str {
            ::status_core::__private::BROKEN_ROW.reason
        }
        /// What the status means: the doc comment of its row.
        #[must_use]
        pub const fn documentation(self) -> &'static str {
            ::status_core::__private::BROKEN_ROW.documentation
        }
        /// All that is known of the status.
        #[must_use]
        pub const fn status(self) -> &'static ::status_core::Status {
            ::status_core::__private::BROKEN
        }
    }
    ::status_core::__private::table_traits! {
        EdgeError : Debug {}
    }
};
