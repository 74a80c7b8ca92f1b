//! `#[status(poem_openapi)]`: poem-openapi documents the type's responses.

#[cfg(feature = "poem_openapi")]
pub(crate) mod on {
    use alloc::borrow::Cow;
    use alloc::boxed::Box;
    use alloc::collections::BTreeSet;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;
    use std::sync::{Mutex, PoisonError};

    use poem_openapi::registry::{
        MetaHeader, MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
    };
    use poem_openapi::types::Type;
    use serde_json::{Map, Value};

    use crate::describe::openapi::documented::{Documented, Examples, Schema, Statuses, Tool};
    use crate::describe::openapi::field_errors;
    use crate::describe::openapi::responses::{Document, Place};
    use crate::describe::openapi::schema::without_null;
    use crate::problem::field_errors::{FieldError, FieldErrors};

    /// `poem_openapi`.
    #[derive(Debug)]
    pub struct PoemOpenapi;

    impl Tool for PoemOpenapi {
        type Components = Registry;

        /// It has no named examples.
        const EXAMPLES: Examples = Examples::InSchema;

        fn find(components: &Registry, name: &str) -> Option<Value> {
            serde_json::to_value(components.schemas.get(name)?).ok()
        }
    }

    // Without this, errors name the bounds of this `impl` instead of the notes of the trait.
    #[diagnostic::do_not_recommend]
    impl<M: Type> Schema<PoemOpenapi> for M {
        fn schema(components: &mut Registry) -> Value {
            M::register(components);
            let schema = serde_json::to_value(M::schema_ref());
            debug_assert!(schema.is_ok(), "poem's types are JSON: {schema:?}");
            let mut schema = schema.unwrap_or_default();
            if !M::IS_REQUIRED {
                if let Value::Object(schema) = &mut schema {
                    schema.insert("nullable".into(), true.into());
                }
            }
            schema
        }
    }

    /// Registers the schemas of members, to which the responses refer.
    pub fn register<D: Documented<PoemOpenapi>>(registry: &mut Registry) {
        let _ = Statuses::<PoemOpenapi>::of::<D>(registry);
    }

    /// The responses. They do not see the registry, so each schema is inline.
    #[must_use]
    pub fn responses<D: Documented<PoemOpenapi>>() -> MetaResponses {
        let document = Document::of::<PoemOpenapi, D>(&mut Registry::new(), Place::Response);
        let responses = document.responses.iter().map(|(code, response)| MetaResponse {
            description: text(&response["description"]).unwrap_or_default(),
            status: code.parse().ok(),
            status_range: None,
            content: entries(&response["content"])
                .map(|(media_type, content)| MetaMediaType {
                    content_type: kept(media_type),
                    schema: meta_schema(&content["schema"]),
                })
                .collect(),
            headers: entries(&response["headers"])
                .map(|(name, header)| MetaHeader {
                    name: name.clone(),
                    description: header["description"].as_str().map(ToString::to_string),
                    required: header["required"] == true,
                    deprecated: false,
                    schema: meta_schema(&header["schema"]),
                })
                .collect(),
        });
        MetaResponses { responses: responses.collect() }
    }

    /// Reads a schema of this crate's own, or one that poem's types have written.
    fn meta_schema(schema: &Value) -> MetaSchemaRef {
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.rsplit('/').next().unwrap_or(reference);
            return MetaSchemaRef::Reference(name.to_string());
        }
        let boxed = |key: &str| schema.get(key).map(|schema| Box::new(meta_schema(schema)));
        let list = |key: &str| {
            schema[key].as_array().into_iter().flatten().map(meta_schema).collect::<Vec<_>>()
        };
        let flag = |key: &str| schema[key].as_bool();
        let string = |key: &str| schema[key].as_str().map(ToString::to_string);
        let number = |key: &str| schema[key].as_f64();
        let count = |key: &str| schema[key].as_u64().and_then(|it| usize::try_from(it).ok());
        MetaSchemaRef::Inline(Box::new(MetaSchema {
            ty: text(&schema["type"]).unwrap_or_default(),
            format: text(&schema["format"]),
            title: string("title"),
            description: text(&schema["description"]),
            default: schema.get("default").cloned(),
            required: schema["required"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(text)
                .collect(),
            properties: entries(&schema["properties"])
                .map(|(name, schema)| (kept(name), meta_schema(schema)))
                .collect(),
            items: boxed("items"),
            additional_properties: boxed("additionalProperties"),
            enum_items: schema["enum"].as_array().cloned().unwrap_or_default(),
            deprecated: flag("deprecated").unwrap_or_default(),
            nullable: flag("nullable").unwrap_or_default(),
            any_of: list("anyOf"),
            one_of: list("oneOf"),
            all_of: list("allOf"),
            read_only: flag("readOnly").unwrap_or_default(),
            write_only: flag("writeOnly").unwrap_or_default(),
            example: schema.get("example").cloned(),
            multiple_of: number("multipleOf"),
            maximum: number("maximum"),
            exclusive_maximum: flag("exclusiveMaximum"),
            minimum: number("minimum"),
            exclusive_minimum: flag("exclusiveMinimum"),
            max_length: count("maxLength"),
            min_length: count("minLength"),
            pattern: string("pattern"),
            max_items: count("maxItems"),
            min_items: count("minItems"),
            unique_items: flag("uniqueItems"),
            max_properties: count("maxProperties"),
            min_properties: count("minProperties"),
            ..MetaSchema::ANY
        }))
    }

    fn entries(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
        object.as_object().into_iter().flat_map(Map::iter)
    }

    fn text(value: &Value) -> Option<&'static str> {
        value.as_str().map(kept)
    }

    /// The text as `'static`, which is how poem stores it. Each text is kept once.
    fn kept(text: &str) -> &'static str {
        static KEPT: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
        let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept.get(text) {
            return known;
        }
        let text: &'static str = String::from(text).leak();
        kept.insert(text);
        text
    }

    impl Type for FieldErrors {
        const IS_REQUIRED: bool = false;

        type RawValueType = Self;
        type RawElementValueType = FieldError;

        fn name() -> Cow<'static, str> {
            "FieldErrors".into()
        }

        fn schema_ref() -> MetaSchemaRef {
            meta_schema(&without_null(field_errors::schema()).0)
        }

        fn as_raw_value(&self) -> Option<&Self> {
            Some(self)
        }

        fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a FieldError> + 'a> {
            Box::new(self.iter())
        }

        fn is_empty(&self) -> bool {
            self.is_empty()
        }
    }

    document_own_types!(__poem_openapi);

    #[cfg(test)]
    mod tests {
        use serde_json::json;

        use super::*;

        #[test]
        fn a_schema_keeps_its_keywords() {
            let schema = json!({
                "type": "object",
                "format": "order",
                "title": "Order",
                "description": "An order.",
                "default": { "id": 1 },
                "required": ["id"],
                "properties": {
                    "id": { "type": "integer", "enum": [1, 2] },
                    "address": { "$ref": "#/components/schemas/Address" },
                },
                "items": { "type": "string" },
                "additionalProperties": { "type": "boolean" },
                "enum": [{ "id": 1 }, { "id": 2 }],
                "deprecated": true,
                "nullable": true,
                "anyOf": [{ "type": "string" }],
                "oneOf": [{ "type": "integer" }, { "type": "number" }],
                "allOf": [{ "$ref": "#/components/schemas/Order" }],
                "readOnly": true,
                "writeOnly": true,
                "example": { "id": 2 },
                "multipleOf": 0.5,
                "maximum": 9.5,
                "exclusiveMaximum": true,
                "minimum": 1.5,
                "exclusiveMinimum": false,
                "maxLength": 9,
                "minLength": 1,
                "pattern": "^a",
                "maxItems": 8,
                "minItems": 2,
                "uniqueItems": true,
                "maxProperties": 7,
                "minProperties": 3,
            });
            assert_eq!(serde_json::to_value(meta_schema(&schema)).unwrap(), schema);
        }

        #[test]
        fn field_errors_are_one_of_poems_types() {
            let none = FieldErrors::new();
            let one = FieldErrors::from(FieldError::at(["quantity"], "must be positive"));
            assert_eq!(<FieldErrors as Type>::name(), "FieldErrors");
            assert_eq!(Type::as_raw_value(&one), Some(&one));
            assert_eq!(Type::raw_element_iter(&one).count(), 1);
            assert!(Type::is_empty(&none));
            assert!(!Type::is_empty(&one));
        }
    }
}

#[cfg(feature = "poem_openapi")]
#[doc(hidden)]
#[macro_export]
macro_rules! __poem_openapi {
    (
        impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]
        schemas $schemas:tt $statuses:ident $tool:ident $document:tt
    ) => {
        $crate::__document! {
            $crate::__private::PoemOpenapi;
            impl[$($params)*] for $type where[$($bounds)*]
            schemas $schemas $statuses $tool $document
        }

        #[automatically_derived]
        impl<$($params)*> $crate::__private::poem_openapi::ApiResponse for $type
        where
            Self: $crate::__private::Documented<$crate::__private::PoemOpenapi>,
            $($bounds)*
        {
            fn meta() -> $crate::__private::poem_openapi::registry::MetaResponses {
                $crate::__private::poem_openapi_responses::<Self>()
            }

            fn register(__registry: &mut $crate::__private::poem_openapi::registry::Registry) {
                $crate::__private::poem_openapi_register::<Self>(__registry);
            }
        }
    };
}

#[cfg(not(feature = "poem_openapi"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __poem_openapi {
    ($($input:tt)*) => {
        $crate::__without! { "poem_openapi" }
    };
}
