//! The message of a compile error that is found during const evaluation.

use core::str;

use super::clashes::Entry;
use crate::status::digits;

/// An error message, built without an allocator.
pub(super) struct Message {
    bytes: [u8; Self::LENGTH],
    length: usize,
}

impl Message {
    const LENGTH: usize = 1024;

    pub(super) const fn new() -> Self {
        Self { bytes: [0; Self::LENGTH], length: 0 }
    }

    /// Appends a string if all of it fits.
    pub(super) const fn text(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        if text.len() <= Self::LENGTH - self.length {
            let mut at = 0;
            while at < text.len() {
                self.bytes[self.length + at] = text[at];
                at += 1;
            }
            self.length += text.len();
        }
        self
    }

    pub(super) const fn code(self, code: u16) -> Self {
        match str::from_utf8(&digits(code)) {
            Ok(digits) => self.text(digits),
            Err(_) => self,
        }
    }

    /// "`StockError::SoldOut` (409)"; with its full path "`shop::stock::Error::SoldOut` (409)".
    pub(super) const fn status(self, Entry { status, table }: Entry, full_path: bool) -> Self {
        let mut named = self.text("`");
        if full_path {
            named = named.text(table.module).text("::");
        }
        let named = named.text(table.name).text("::").text(status.row.name).text("` (");
        named.code(status.code).text(")")
    }

    #[track_caller]
    pub(super) const fn fail(&self) -> ! {
        match str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => panic!("{}", text),
            // Only whole strings were appended.
            Err(_) => unreachable!(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Message;

    #[test]
    fn a_text_that_does_not_fit_is_left_out_whole() {
        let long = core::str::from_utf8(&[b'x'; Message::LENGTH - 4]).unwrap();
        let message = Message::new().text("ab").text(long).text("c").text("def").text("g");
        let length = message.length;
        assert_eq!(length, Message::LENGTH);
        assert!(message.bytes[..length].ends_with(b"xcg"));
    }
}
