//! `#[status(utoipa)]`: utoipa documents the type's responses.

#[cfg(feature = "utoipa")]
pub(crate) mod components;
#[cfg(feature = "utoipa")]
pub(crate) mod responses;

#[cfg(feature = "utoipa")]
#[doc(hidden)]
#[macro_export]
macro_rules! __utoipa {
    (
        impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]
        schemas $schemas:tt $statuses:ident $tool:ident $document:tt
    ) => {
        $crate::__document! {
            $crate::__private::Utoipa;
            impl[$($params)*] for $type where[$($bounds)*]
            schemas $schemas $statuses $tool $document
        }

        #[automatically_derived]
        impl<$($params)*> $crate::__private::utoipa::IntoResponses for $type
        where
            Self: $crate::__private::Documented<$crate::__private::Utoipa>,
            $($bounds)*
        {
            fn responses() -> $crate::__private::BTreeMap<
                $crate::__private::String,
                $crate::__private::utoipa::openapi::RefOr<$crate::__private::utoipa::openapi::Response>,
            > {
                $crate::__private::utoipa_responses::<Self>()
            }
        }

        #[automatically_derived]
        impl<$($params)*> $crate::__private::utoipa::PartialSchema for $type
        where
            Self: $crate::__private::Documented<$crate::__private::Utoipa>,
            $($bounds)*
        {
            fn schema() -> $crate::__private::utoipa::openapi::RefOr<
                $crate::__private::utoipa::openapi::schema::Schema,
            > {
                $crate::__private::utoipa_schema::<Self>()
            }
        }

        #[automatically_derived]
        impl<$($params)*> $crate::__private::utoipa::ToSchema for $type
        where
            Self: $crate::__private::Documented<$crate::__private::Utoipa>,
            $($bounds)*
        {
            fn schemas(
                __schemas: &mut $crate::__private::Vec<(
                    $crate::__private::String,
                    $crate::__private::utoipa::openapi::RefOr<
                        $crate::__private::utoipa::openapi::schema::Schema,
                    >,
                )>,
            ) {
                $crate::__private::utoipa_schemas::<Self>(__schemas);
            }
        }
    };
}

#[cfg(not(feature = "utoipa"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __utoipa {
    ($($input:tt)*) => {
        $crate::__without! { "utoipa" }
    };
}
