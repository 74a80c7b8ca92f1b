//! JSON Pointers (RFC 6901), as URI fragments.

use alloc::string::String;

/// The longest pointer, in bytes. The keys are the client's.
const LONGEST: usize = 1024;

/// A pointer to a value in a JSON document, in the form of RFC 9457's example: `#/items/0/name`.
#[derive(Clone, Debug)]
pub(crate) struct Pointer(String);

impl Pointer {
    /// The pointer to the whole document.
    pub(crate) fn root() -> Self {
        Self(String::from("#"))
    }

    /// Appends a key or an index. Returns `false` if the pointer would become too long; then it still
    /// points to a value that contains the one meant.
    pub(crate) fn push(&mut self, segment: &str) -> bool {
        let length = self.0.len();
        self.0.push('/');
        for byte in segment.bytes() {
            self.push_byte(byte);
        }
        let fits = self.0.len() <= LONGEST;
        if !fits {
            self.0.truncate(length);
        }
        fits
    }

    /// Appends a byte of a segment: first escaped for the pointer (RFC 6901 §4), then for the
    /// fragment (RFC 3986 §3.5).
    fn push_byte(&mut self, byte: u8) {
        const HEX: &[u8; 16] = b"0123456789ABCDEF";
        match byte {
            b'~' => self.0.push_str("~0"),
            b'/' => self.0.push_str("~1"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => self.0.push(byte.into()),
            _ if b"-._!$&'()*+,;=:@?".contains(&byte) => self.0.push(byte.into()),
            _ => {
                let hex = |digit: u8| char::from(HEX[usize::from(digit)]);
                self.0.extend(['%', hex(byte >> 4), hex(byte & 15)]);
            }
        }
    }

    pub(crate) fn into_string(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_escaped() {
        let mut pointer = Pointer::root();
        // RFC 6901 §6 has most of these.
        for key in ["foo", "0", "", "a/b", "c%d", "e^f", "g|h", "i\\j", "k\"l", " ", "m~n", "é"] {
            assert!(pointer.push(key));
        }
        assert_eq!(
            pointer.into_string(),
            "#/foo/0//a~1b/c%25d/e%5Ef/g%7Ch/i%5Cj/k%22l/%20/m~0n/%C3%A9"
        );
    }

    #[test]
    fn a_long_pointer_stays_valid() {
        let mut pointer = Pointer::root();
        assert!(pointer.push("a"));
        assert!(!pointer.push(&"é".repeat(LONGEST / 6 + 1)));
        assert_eq!(pointer.into_string(), "#/a");
    }
}
