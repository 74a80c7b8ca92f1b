//! The schema of `FieldErrors`, in the JSON that every tool reads.

use serde_json::{Value, json};

pub(crate) fn schema() -> Value {
    json!({
        // An empty list is serialized as `null`, and a member that is `null` is not sent.
        "type": ["array", "null"],
        "description": "What is wrong with the fields of the request.",
        "items": {
            "type": "object",
            "required": ["detail"],
            "properties": {
                "detail": { "type": "string", "description": "What is wrong, for people." },
                "pointer": {
                    "type": "string",
                    "description": "Where: in JSON, a JSON Pointer as a URI fragment; otherwise the name of the parameter.",
                },
                "code": { "type": "string", "description": "What is wrong, for programs." },
            },
        },
        "example": [{ "detail": "must be a positive integer", "pointer": "#/items/0/quantity" }],
    })
}
