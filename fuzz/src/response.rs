//! A response as an input.

use http::{HeaderMap, HeaderName, HeaderValue};

/// A response, written like one of HTTP/1.1: a line with the code, the header fields, and after an empty
/// line the content.
pub struct Response<'a> {
    pub code: u16,
    pub fields: Vec<(&'a [u8], &'a [u8])>,
    pub content: &'a [u8],
}

impl<'a> Response<'a> {
    #[must_use]
    pub fn parse(text: &'a [u8]) -> Option<Self> {
        let (code, mut rest) = line(text)?;
        let code = str::from_utf8(code).ok()?.parse().ok()?;
        let mut fields = Vec::new();
        loop {
            let (field, after) = line(rest)?;
            rest = after;
            if field.is_empty() {
                return Some(Self { code, fields, content: rest });
            }
            let colon = field.iter().position(|&byte| byte == b':')?;
            fields.push((&field[..colon], field[colon + 1..].trim_ascii()));
        }
    }

    /// The first `Content-Type`, which may have bytes that no `HeaderValue` has.
    #[must_use]
    pub fn content_type(&self) -> Option<&'a [u8]> {
        let is_it = |(name, _): &&(&[u8], &[u8])| name.eq_ignore_ascii_case(b"content-type");
        self.fields.iter().find(is_it).map(|(_, value)| *value)
    }

    /// The fields that a client can receive.
    #[must_use]
    pub fn fields(&self) -> HeaderMap {
        let mut fields = HeaderMap::new();
        for (name, value) in &self.fields {
            if let (Ok(name), Ok(value)) =
                (HeaderName::from_bytes(name), HeaderValue::from_bytes(value))
            {
                fields.append(name, value);
            }
        }
        fields
    }
}

fn line(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = text.iter().position(|&byte| byte == b'\n')?;
    Some((&text[..end], &text[end + 1..]))
}
