//! Whether a received problem has the constant members of a variant.

use alloc::string::String;

use serde_json::Value;

use crate::problem::object::Problem;

/// There are fewer bytes of JSON than this for each byte of a constant, which is a string, an integer or
/// a bool: `\u0061` is "a", and quotes are never escaped.
const LONGEST_ESCAPE: usize = "\\u0061".len();

impl Problem {
    /// Whether the problem has each of these members, with its JSON.
    pub(super) fn has_constants(&self, constants: &[(&str, &str)]) -> bool {
        constants.iter().all(|(name, constant)| {
            let json = self.member_json(name);
            json.is_some_and(|json| is_equal(json, constant, self.has_text_members()))
        })
    }
}

/// Whether JSON is the same value as a constant or, if members are text, the text of it.
fn is_equal(json: &str, constant: &str, may_be_text: bool) -> bool {
    if json == constant {
        return true;
    }
    // It would be parsed for each variant with such a constant.
    if json.len() >= LONGEST_ESCAPE * constant.len() {
        return false;
    }
    let parse = |json: &str| serde_json::from_str::<Value>(json).ok();
    let expected = parse(constant);
    let text = || serde_json::from_str::<String>(json).ok().filter(|_| may_be_text);
    expected.is_some()
        && (parse(json) == expected || text().is_some_and(|text| parse(&text) == expected))
}
