::core::compile_error! {
    "`404` lies outside 500..=599, the range of `EdgeError`\n`EdgeError` says so itself\nwrite a code of that range, or `enum EdgeError: 404..=599`"
}
/// What our edge answers when an origin fails.
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::fmt::Debug,
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
    #[allow(dead_code)]
    impl EdgeError {
        ///Every row of `EdgeError`, in the order of its declaration.
        pub const ALL: &'static [Self] = &[
            EdgeError::ServiceUnavailable,
            EdgeError::GatewayTimeout,
        ];
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
            self.status().reason()
        }
        /// What the status means: the doc comment of its row.
        #[must_use]
        pub const fn documentation(self) -> &'static str {
            self.status().documentation()
        }
        /// All that is known of the status.
        #[must_use]
        pub const fn status(self) -> &'static ::status_core::Status {
            ::status_core::__private::BROKEN
        }
    }
    #[automatically_derived]
    impl ::status_core::HttpStatus for EdgeError {
        fn status(&self) -> &'static ::status_core::Status {
            Self::status(*self)
        }
    }
    #[automatically_derived]
    impl ::status_core::StatusTable for EdgeError {
        const TABLE: &'static ::status_core::Table = &__TABLE;
    }
    /// The code and the reason: "503 Service Unavailable".
    #[automatically_derived]
    impl ::core::fmt::Display for EdgeError {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::fmt::Display::fmt(Self::status(*self), f)
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for EdgeError {}
    #[automatically_derived]
    impl ::core::convert::TryFrom<u16> for EdgeError {
        type Error = ::status_core::InvalidStatus;
        fn try_from(
            code: u16,
        ) -> ::core::result::Result<Self, ::status_core::InvalidStatus> {
            ::status_core::__private::try_from_code(
                Self::from_code(code),
                code,
                &__TABLE,
            )
        }
    }
    /// From the code, the reason, or both: "503", "Service Unavailable" and
    /// "503 Service Unavailable". Former phrases of registered codes are understood.
    #[automatically_derived]
    impl ::core::str::FromStr for EdgeError {
        type Err = ::status_core::InvalidStatus;
        fn from_str(
            text: &str,
        ) -> ::core::result::Result<Self, ::status_core::InvalidStatus> {
            let former = |_: &str| -> ::core::option::Option<Self> {
                ::core::option::Option::None
            };
            match Self::from_reason(text) {
                ::core::option::Option::Some(row) => ::core::result::Result::Ok(row),
                ::core::option::Option::None => {
                    ::status_core::__private::parse(
                        text,
                        Self::from_code,
                        Self::from_reason,
                        former,
                        &__TABLE,
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<EdgeError> for u16 {
        fn from(status: EdgeError) -> Self {
            status.code()
        }
    }
};
