//! `#[status(salvo_oapi)]`: salvo documents the type's responses.

#[cfg(feature = "salvo_oapi")]
pub(crate) mod on {
    use salvo_oapi::{Components, Operation, RefOr, Responses, ToSchema};
    use serde_json::Value;

    use crate::describe::openapi::documented::{Documented, Schema, Tool};
    use crate::describe::openapi::field_errors;
    use crate::describe::openapi::responses::{Document, Place};
    use crate::problem::field_errors::FieldErrors;

    /// `salvo_oapi`.
    #[derive(Debug)]
    pub struct SalvoOapi;

    impl Tool for SalvoOapi {
        type Components = Components;

        fn find(components: &Components, name: &str) -> Option<Value> {
            serde_json::to_value(components.schemas.get(name)?).ok()
        }
    }

    // Without this, errors name the bounds of this `impl` instead of the notes of the trait.
    #[diagnostic::do_not_recommend]
    impl<M: ToSchema> Schema<SalvoOapi> for M {
        fn schema(components: &mut Components) -> Value {
            let schema = serde_json::to_value(M::to_schema(components));
            debug_assert!(schema.is_ok(), "salvo's types are JSON: {schema:?}");
            schema.unwrap_or_default()
        }
    }

    /// The responses, whose schemas become components.
    pub fn responses<D: Documented<SalvoOapi>>(components: &mut Components) -> Responses {
        let document = Document::of::<SalvoOapi, D>(components, Place::Components);
        for (name, schema) in document.schemas {
            let schema = serde_json::from_value::<RefOr<salvo_oapi::schema::Schema>>(schema);
            debug_assert!(schema.is_ok(), "the document is valid");
            if let Ok(schema) = schema {
                components.schemas.insert(name, schema);
            }
        }
        let mut responses = Responses::new();
        for (code, response) in document.responses {
            let response = serde_json::from_value::<salvo_oapi::Response>(response);
            debug_assert!(response.is_ok(), "the document is valid");
            if let Ok(response) = response {
                responses.insert(code, response);
            }
        }
        responses
    }

    /// Adds the responses to an operation.
    pub fn register<D: Documented<SalvoOapi>>(
        components: &mut Components,
        operation: &mut Operation,
    ) {
        operation.responses.append(&mut responses::<D>(components));
    }

    impl ToSchema for FieldErrors {
        fn to_schema(_: &mut Components) -> RefOr<salvo_oapi::schema::Schema> {
            let schema = serde_json::from_value(field_errors::schema());
            debug_assert!(schema.is_ok(), "the schema is valid: {schema:?}");
            RefOr::Type(schema.unwrap_or_default())
        }
    }

    document_own_types!(__salvo_oapi);
}

#[cfg(feature = "salvo_oapi")]
#[doc(hidden)]
#[macro_export]
macro_rules! __salvo_oapi {
    (
        impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]
        schemas $schemas:tt $statuses:ident $tool:ident $document:tt
    ) => {
        $crate::__document! {
            $crate::__private::SalvoOapi;
            impl[$($params)*] for $type where[$($bounds)*]
            schemas $schemas $statuses $tool $document
        }

        #[automatically_derived]
        impl<$($params)*> $crate::__private::salvo_oapi::EndpointOutRegister for $type
        where
            Self: $crate::__private::Documented<$crate::__private::SalvoOapi>,
            $($bounds)*
        {
            fn register(
                __components: &mut $crate::__private::salvo_oapi::Components,
                __operation: &mut $crate::__private::salvo_oapi::Operation,
            ) {
                $crate::__private::salvo_oapi_register::<Self>(__components, __operation);
            }
        }

        #[automatically_derived]
        impl<$($params)*> $crate::__private::salvo_oapi::ToResponses for $type
        where
            Self: $crate::__private::Documented<$crate::__private::SalvoOapi>,
            $($bounds)*
        {
            fn to_responses(
                __components: &mut $crate::__private::salvo_oapi::Components,
            ) -> $crate::__private::salvo_oapi::Responses {
                $crate::__private::salvo_oapi_responses::<Self>(__components)
            }
        }
    };
}

#[cfg(not(feature = "salvo_oapi"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __salvo_oapi {
    ($($input:tt)*) => {
        $crate::__without! { "salvo_oapi" }
    };
}
