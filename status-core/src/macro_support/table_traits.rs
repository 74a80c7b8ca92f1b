//! The trait implementations of a `status_table!`, which are the same for every table.

/// Called after the enum and its static `__TABLE`. The braces contain match arms from a former
/// phrase to its row. The second braces contain the method `body`, if the table has one.
#[doc(hidden)]
#[macro_export]
macro_rules! __table_traits {
    ($table:ident { $($former:tt)* } { $($body:tt)* }) => {
        // The `__` keeps a unit struct or constant in the user's module from capturing a binding.
        #[automatically_derived]
        impl $crate::HttpStatus for $table {
            fn status(&self) -> &'static $crate::Status {
                Self::status(*self)
            }

            $($body)*
        }

        #[automatically_derived]
        impl $crate::StatusTable for $table {
            const TABLE: &'static $crate::Table = &__TABLE;
        }

        #[automatically_derived]
        impl<__Length> $crate::__private::Acyclic<__Length> for $table {}

        /// The code and the reason: "503 Service Unavailable".
        #[automatically_derived]
        impl ::core::fmt::Display for $table {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(Self::status(*self), __f)
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for $table {}

        #[automatically_derived]
        impl ::core::convert::TryFrom<::core::primitive::u16> for $table {
            type Error = $crate::InvalidStatus;

            fn try_from(__code: ::core::primitive::u16) -> ::core::result::Result<Self, $crate::InvalidStatus> {
                $crate::__private::try_from_code(Self::from_code(__code), __code, &__TABLE)
            }
        }

        /// Parses the code, the reason, or both: "503", "Service Unavailable" and
        /// "503 Service Unavailable". Former phrases of registered codes work too.
        #[automatically_derived]
        impl ::core::str::FromStr for $table {
            type Err = $crate::InvalidStatus;

            fn from_str(__text: &::core::primitive::str) -> ::core::result::Result<Self, $crate::InvalidStatus> {
                if let ::core::option::Option::Some(__row) = Self::from_reason(__text) {
                    return ::core::result::Result::Ok(__row);
                }
                let __former = |__text: &::core::primitive::str| -> ::core::option::Option<Self> {
                    match __text {
                        $($former)*
                        _ => ::core::option::Option::None,
                    }
                };
                $crate::__private::parse(__text, Self::from_code, Self::from_reason, __former, &__TABLE)
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<$table> for ::core::primitive::u16 {
            fn from(__status: $table) -> Self {
                __status.code()
            }
        }
    };
}
