//! How the values of a catalog file are read and written, where serde's own way accepts too much.

use alloc::format;
use alloc::string::String;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::grpc::NAMES;

/// A status code.
pub(super) fn code<'de, D: Deserializer<'de>>(input: D) -> Result<u16, D::Error> {
    let code = u16::deserialize(input)?;
    if (100..600).contains(&code) {
        return Ok(code);
    }
    Err(D::Error::custom(format!("{code} is not a status code: expected 100 to 599")))
}

/// The name of a gRPC code.
pub(super) fn grpc<'de, D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    let name = String::deserialize(input)?;
    if NAMES.contains(&name.as_str()) {
        return Ok(name);
    }
    Err(D::Error::custom(format!("{name:?} is not a gRPC code")))
}

/// Whether a client may try again.
pub(super) fn retry<'de, D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    let word = String::deserialize(input)?;
    if ["never", "idempotent", "always"].contains(&word.as_str()) {
        return Ok(word);
    }
    Err(D::Error::custom(format!("{word:?} is not a value of `retry`")))
}

/// The JSON of a value, which is kept as it is written.
pub(super) mod json_value {
    use alloc::boxed::Box;
    use alloc::string::String;

    use serde::ser::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use serde_json::value::RawValue;

    #[expect(clippy::ref_option, reason = "serde passes a reference to the field")]
    pub(in super::super) fn serialize<S: Serializer>(
        json: &Option<String>,
        output: S,
    ) -> Result<S::Ok, S::Error> {
        let value =
            json.clone().map(RawValue::from_string).transpose().map_err(S::Error::custom)?;
        value.serialize(output)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        input: D,
    ) -> Result<Option<String>, D::Error> {
        let value = Option::<Box<RawValue>>::deserialize(input)?;
        Ok(value.map(|value| String::from(value.get())))
    }
}
