//! The conversions of a `status_table!` to the types of other crates.
//!
//! Canonical tables always have them. Other tables opt in with `#[status(http)]` and
//! `#[status(serde)]`, because an `impl` that a feature enabled would conflict with the user's own.

/// Conversions between a table and `http::StatusCode`.
#[cfg(feature = "problem")]
#[doc(hidden)]
#[macro_export]
macro_rules! __table_http {
    ($table:ident) => {
        #[automatically_derived]
        impl ::core::convert::From<$table> for $crate::__private::http::StatusCode {
            fn from(__status: $table) -> Self {
                $crate::__private::status_code($table::code(__status))
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<$crate::__private::http::StatusCode> for $table {
            type Error = $crate::InvalidStatus;

            fn try_from(
                __code: $crate::__private::http::StatusCode,
            ) -> ::core::result::Result<Self, $crate::InvalidStatus> {
                let __code = $crate::__private::http::StatusCode::as_u16(&__code);
                <Self as ::core::convert::TryFrom<::core::primitive::u16>>::try_from(__code)
            }
        }
    };
}
// `http!` reports the missing feature.
#[cfg(not(feature = "problem"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __table_http {
    ($table:ident) => {};
}

/// `Serialize` for a table: the code as a number.
#[cfg(feature = "problem")]
#[doc(hidden)]
#[macro_export]
macro_rules! __table_serde {
    ($table:ident) => {
        #[automatically_derived]
        impl $crate::__private::serde::Serialize for $table {
            fn serialize<__S: $crate::__private::serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                $crate::__private::serde::Serializer::serialize_u16(
                    __serializer,
                    $table::code(*self),
                )
            }
        }
    };
}
#[cfg(not(feature = "problem"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __table_serde {
    ($table:ident) => {
        ::core::compile_error!(
            "`#[status(serde)]` requires status-core's feature `problem`; run `cargo add status-core \
             --features problem`"
        );
    };
}
