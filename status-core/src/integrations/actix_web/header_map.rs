//! Converts header fields. actix-web uses the types of `http` 0.2, which accept the same names and
//! values as 1.0.

use actix_web::http::header as old;
use http::{HeaderMap, HeaderName, HeaderValue};

pub(super) fn convert(map: &old::HeaderMap) -> HeaderMap {
    let mut fields = HeaderMap::new();
    for (name, value) in map {
        let name = HeaderName::from_bytes(name.as_str().as_bytes());
        let value = HeaderValue::from_bytes(value.as_bytes());
        if let (Ok(name), Ok(value)) = (name, value) {
            fields.append(name, value);
        }
    }
    fields
}

pub(super) fn append(map: &mut old::HeaderMap, fields: &HeaderMap) {
    for (name, value) in fields {
        let name = old::HeaderName::from_bytes(name.as_str().as_bytes());
        let value = old::HeaderValue::from_bytes(value.as_bytes());
        if let (Ok(name), Ok(value)) = (name, value) {
            map.append(name, value);
        }
    }
}
