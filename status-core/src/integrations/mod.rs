//! The integrations: for each framework, its types, its layer and the macro that its key calls.

// Must precede the modules that use it.
/// Integrates this crate's types that are final responses. `Informational` is not one: handlers do
/// not return interim responses.
#[cfg(feature = "_integration")]
macro_rules! integrate_own_types {
    ($integration:ident) => {
        crate::$integration! { impl[] for crate::problem::StatusError where[] }
        #[cfg(feature = "rejections")]
        crate::$integration! { impl[] for crate::rejection::Rejection where[] }
        crate::$integration! { impl[] for crate::Success where[] }
        crate::$integration! { impl[] for crate::Redirection where[] }
        crate::$integration! { impl[] for crate::ClientError where[] }
        crate::$integration! { impl[] for crate::ServerError where[] }
    };
}

/// Documents this crate's own types. Which status a `Problem` has is not known at compile time.
#[cfg(feature = "_openapi")]
macro_rules! document_own_types {
    ($integration:ident) => {
        document_own_types! { $integration __statuses
            crate::Success { __statuses.table(<Self as crate::StatusTable>::TABLE); }
            crate::Redirection { __statuses.table(<Self as crate::StatusTable>::TABLE); }
            crate::ClientError { __statuses.table(<Self as crate::StatusTable>::TABLE); }
            crate::ServerError { __statuses.table(<Self as crate::StatusTable>::TABLE); }
            crate::problem::StatusError { __statuses.others(); }
            crate::problem::Problem { __statuses.others(); }
        }
        #[cfg(feature = "rejections")]
        document_own_types! { $integration __statuses
            crate::rejection::Rejection {
                let __table = <Self as crate::StatusTable>::TABLE;
                for __status in __table.statuses() {
                    __statuses.status(__table.name(), __status, || ::core::option::Option::None);
                    for _ in __status.members() {
                        __statuses.member::<crate::problem::FieldErrors>();
                    }
                }
            }
        }
    };
    ($integration:ident $statuses:ident $($type:ty $document:block)*) => {
        $(crate::$integration! {
            impl[] for $type where[] schemas[] $statuses __Tool { $document }
        })*
    };
}

/// The error for a key whose feature is disabled.
#[doc(hidden)]
#[macro_export]
macro_rules! __without {
    ($feature:literal) => {
        ::core::compile_error!(::core::concat!(
            "`#[status(",
            $feature,
            ")]` requires status-core's feature `",
            $feature,
            "`; run `cargo add status-core --features ",
            $feature,
            "`",
        ));
    };
}

/// Documents the statuses of a type for one OpenAPI tool. The statements in braces call methods of
/// `$statuses`, and name the tool as `$alias`.
#[cfg(feature = "_openapi")]
#[doc(hidden)]
#[macro_export]
macro_rules! __document {
    (
        $tool:ty;
        impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]
        schemas[$($schema:ty),*] $statuses:ident $alias:ident { $($document:tt)* }
    ) => {
        #[automatically_derived]
        impl<$($params)*> $crate::__private::Documented<$tool> for $type
        where
            $($schema: $crate::__private::Schema<$tool>,)*
            $($bounds)*
        {
            // An example has every variant and field.
            #[allow(deprecated)]
            fn document($statuses: &mut $crate::__private::Statuses<'_, $tool>) {
                type $alias = $tool;
                // Not every type has a statement that names it, and `#[allow(dead_code)]` is an error
                // in a crate that forbids the lint.
                let _ = ::core::marker::PhantomData::<$alias>;
                $($document)*
            }
        }
    };
}

pub mod actix_web;
pub(crate) mod aide;
mod axum;
#[cfg(feature = "axum_extract")]
pub mod axum_extract;
mod http;
#[cfg(feature = "_negotiated")]
mod negotiated;
pub mod poem;
pub(crate) mod poem_openapi;
pub mod rocket;
pub mod salvo;
pub(crate) mod salvo_oapi;
mod tonic;
#[cfg(feature = "tower")]
pub mod tower;
pub(crate) mod utoipa;
pub mod warp;
