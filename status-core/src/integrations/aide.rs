//! `#[status(aide)]`: aide documents the type's responses.

#[cfg(feature = "aide")]
pub(crate) mod on {
    use alloc::borrow::Cow;
    use alloc::vec::Vec;

    use aide::generate::GenContext;
    use aide::openapi::Response;
    use schemars::{JsonSchema, SchemaGenerator};
    use serde_json::Value;

    use crate::describe::openapi::documented::{Documented, Schema, Tool};
    use crate::describe::openapi::field_errors;
    use crate::describe::openapi::responses::{Document, Place};
    use crate::problem::field_errors::FieldErrors;

    /// aide.
    #[derive(Debug)]
    pub struct Aide;

    impl Tool for Aide {
        type Components = GenContext;

        fn find(components: &GenContext, name: &str) -> Option<Value> {
            components.schema.definitions().get(name).cloned()
        }
    }

    // Without this, errors name the bounds of this `impl` instead of the notes of the trait.
    #[diagnostic::do_not_recommend]
    impl<M: JsonSchema + ?Sized> Schema<Aide> for M {
        fn schema(components: &mut GenContext) -> Value {
            components.schema.subschema_for::<M>().to_value()
        }
    }

    /// The responses. Their schemas become components, unless the document has none.
    pub fn responses<D: Documented<Aide>>(
        context: &mut GenContext,
    ) -> Vec<(Option<u16>, Response)> {
        let is_inline = context.schema.settings().inline_subschemas;
        let place = if is_inline { Place::Response } else { Place::Components };
        let document = Document::of::<Aide, D>(context, place);
        if place == Place::Components {
            context.schema.definitions_mut().extend(document.schemas);
        }
        let responses = document.responses.into_iter().map(|(code, response)| {
            let response = serde_json::from_value(response);
            debug_assert!(response.is_ok(), "the document is valid: {response:?}");
            // The only key that is not a code is "default".
            (code.parse().ok(), response.unwrap_or_default())
        });
        responses.collect()
    }

    impl JsonSchema for FieldErrors {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "FieldErrors".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> schemars::Schema {
            let schema = field_errors::schema().try_into();
            debug_assert!(schema.is_ok(), "the schema is an object: {schema:?}");
            schema.unwrap_or_default()
        }
    }

    document_own_types!(__aide);
}

#[cfg(feature = "aide")]
#[doc(hidden)]
#[macro_export]
macro_rules! __aide {
    (
        impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]
        schemas $schemas:tt $statuses:ident $tool:ident $document:tt
    ) => {
        $crate::__document! {
            $crate::__private::Aide;
            impl[$($params)*] for $type where[$($bounds)*]
            schemas $schemas $statuses $tool $document
        }

        #[automatically_derived]
        impl<$($params)*> $crate::__private::aide::operation::OperationOutput for $type
        where
            Self: $crate::__private::Documented<$crate::__private::Aide>,
            $($bounds)*
        {
            type Inner = Self;

            fn inferred_responses(
                __context: &mut $crate::__private::aide::generate::GenContext,
                _: &mut $crate::__private::aide::openapi::Operation,
            ) -> $crate::__private::Vec<(
                ::core::option::Option<::core::primitive::u16>,
                $crate::__private::aide::openapi::Response,
            )> {
                $crate::__private::aide_responses::<Self>(__context)
            }
        }
    };
}

#[cfg(not(feature = "aide"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __aide {
    ($($input:tt)*) => {
        $crate::__without! { "aide" }
    };
}
