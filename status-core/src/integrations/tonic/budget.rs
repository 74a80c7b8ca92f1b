//! How many bytes of the trailers a status takes.

/// Many peers accept 8 KiB in total, and other fields need some of that.
const TRAILERS: usize = 7 * 1024;

/// The most that one kind of parts takes, such as the header fields. The rest is for the message.
const SHARE: usize = 2 * 1024;

/// What is around a field in the size of a header list (RFC 9113 §6.5.2).
const AROUND_FIELD: usize = 32;

/// At most, what is around an entry of a list in the details: tags and lengths.
const AROUND_ENTRY: usize = 8;

/// At most, what is around the reason, and the domain.
const AROUND_REASON: usize = 128;

/// The bytes that are left.
pub(super) struct Budget(usize);

impl Budget {
    pub(super) const fn new() -> Self {
        Self(TRAILERS)
    }

    /// Takes some bytes, if they are left.
    pub(super) fn take(&mut self, bytes: usize) -> bool {
        let left = self.0.checked_sub(bytes);
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }

    /// Takes the bytes of what is sent in any case.
    pub(super) fn take_always(&mut self, bytes: usize) {
        self.0 = self.0.saturating_sub(bytes);
    }

    pub(super) fn share(&mut self) -> Share<'_> {
        Share { left: Self(SHARE), of: self }
    }
}

/// A part of the bytes that are left. Those that it does not take are left for others.
pub(super) struct Share<'a> {
    left: Budget,
    of: &'a mut Budget,
}

impl Share<'_> {
    /// Takes some bytes, if they are left.
    pub(super) fn take(&mut self, bytes: usize) -> bool {
        self.left.take(bytes) && self.of.take(bytes)
    }
}

/// The size of a header field.
pub(super) const fn field(name: &str, value: &[u8]) -> usize {
    name.len() + value.len() + AROUND_FIELD
}

/// The size of an entry in the details that has two texts.
pub(super) const fn entry(first: &str, second: &str) -> usize {
    in_details(first.len() + second.len() + AROUND_ENTRY)
}

/// The size of the reason and the domain of a status, which are known at compile time. Each character of
/// the slug may have a `_` before it.
pub(super) const fn own_reason(slug: &str) -> usize {
    in_details(2 * slug.len() + AROUND_REASON)
}

/// The size in the details, which are in Base64.
pub(super) const fn in_details(length: usize) -> usize {
    length.div_ceil(3) * 4
}

/// The size of a character of the message: percent-encoded in `grpc-message`, and repeated in the
/// details.
pub(super) const fn in_message(c: char) -> usize {
    let sent = if c.is_ascii_alphanumeric() { 1 } else { 3 * c.len_utf8() };
    sent + 2 * c.len_utf8()
}
