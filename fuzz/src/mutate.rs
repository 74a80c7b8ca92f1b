//! Mutations of Rust.

use libfuzzer_sys::fuzzer_mutate;

/// Changes tokens or bytes in place, and returns the new size. Most texts with changed bytes are not
/// tokens anymore.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let text = data.get(..size).and_then(|bytes| str::from_utf8(bytes).ok());
    let is_text = !seed.is_multiple_of(4);
    let changed = text.filter(|_| is_text).and_then(|text| macros::mutate(text, seed));
    if let Some(text) = changed.filter(|text| text.len() <= max_size)
        && let Some(start) = data.get_mut(..text.len())
    {
        start.copy_from_slice(text.as_bytes());
        return text.len();
    }
    fuzzer_mutate(data, size, max_size)
}
