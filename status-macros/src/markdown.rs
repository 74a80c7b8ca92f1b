//! The first paragraph of a doc comment as plain text, because a title is shown unrendered.
//!
//! This reads the Markdown that doc comments usually start with: emphasis, code, links, escapes,
//! character references, HTML tags and comments, a heading or a list item. A complete parser would be
//! one more dependency in every user's build. The tests compare the two.

use std::ops::Range;

/// Plain text, and the ranges of it that were code.
#[derive(Default)]
pub struct Plain {
    pub text: String,
    pub code: Vec<Range<usize>>,
}

/// The named character references that are read. HTML has two thousand.
const NAMED: [(&str, char); 10] = [
    ("amp", '&'),
    ("apos", '\''),
    ("copy", '\u{a9}'),
    ("gt", '>'),
    ("hellip", '\u{2026}'),
    ("lt", '<'),
    ("mdash", '\u{2014}'),
    ("nbsp", '\u{a0}'),
    ("ndash", '\u{2013}'),
    ("quot", '"'),
];

/// What may be around the parts of a link. Its lines have been joined.
const SPACES: [char; 2] = [' ', '\t'];

/// The first paragraph, heading or list item.
pub fn first_paragraph<'a>(lines: impl IntoIterator<Item = &'a str>) -> Plain {
    let mut paragraph = String::new();
    let (mut fence, mut is_comment): (Option<&str>, _) = (None, false);
    for line in lines {
        let line = line.trim();
        // A comment at the start of a line is a block of its own (§4.6 of `CommonMark`).
        if is_comment || fence.is_none() && line.starts_with("<!--") {
            if !paragraph.is_empty() {
                break;
            }
            is_comment = !line.contains("-->");
            continue;
        }
        // A code block cannot be a title.
        if let Some(open) = fence {
            fence = (!line.starts_with(open)).then_some(open);
            continue;
        }
        if line.is_empty() || line.starts_with("```") || line.starts_with("~~~") {
            if !paragraph.is_empty() {
                break;
            }
            let without = line.trim_start_matches(['`', '~']);
            fence = line.get(..line.len() - without.len()).filter(|open| !open.is_empty());
            continue;
        }
        let is_first = paragraph.is_empty();
        let (text, is_block) = if is_first { without_marker(line) } else { (line, false) };
        if !is_first {
            if without_marker(line).1 {
                break;
            }
            // A backslash before the end of a line is a hard line break, unless it is escaped itself.
            let without = paragraph.trim_end_matches('\\').len();
            if (paragraph.len() - without) % 2 == 1 {
                paragraph.pop();
            }
            paragraph.push(' ');
        }
        paragraph.push_str(text.trim_end());
        if is_block && line.starts_with('#') {
            break;
        }
    }
    plain(&paragraph)
}

/// The line without the marker of a heading, list item or quotation, and whether there was one.
fn without_marker(line: &str) -> (&str, bool) {
    let hashes = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) {
        if let Some(heading) = line[hashes..].strip_prefix(' ') {
            return (heading.trim().trim_end_matches('#').trim_end(), true);
        }
    }
    for marker in ["- ", "* ", "+ ", "> "] {
        if let Some(item) = line.strip_prefix(marker) {
            return (item.trim_start(), true);
        }
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let item = line[digits..].strip_prefix(". ").or_else(|| line[digits..].strip_prefix(") "));
    match item.filter(|_| (1..=9).contains(&digits)) {
        Some(item) => (item.trim_start(), true),
        None => (line, false),
    }
}

/// A part of a paragraph.
enum Part {
    Text(String),
    Code(String),
    /// `*` or `_`, which may be emphasis.
    Run {
        mark: char,
        /// How many there were.
        length: usize,
        /// How many are left.
        count: usize,
        opens: bool,
        closes: bool,
    },
}

fn plain(paragraph: &str) -> Plain {
    // A fast path for most sentences: macros are usually built without optimizations.
    if !paragraph.contains(['\\', '`', '*', '_', '<', '[', '!', '&']) {
        return Plain { text: paragraph.to_owned(), code: Vec::new() };
    }
    let mut parts = Vec::new();
    read(paragraph, &mut parts);
    emphasis(&mut parts);
    let mut plain = Plain::default();
    for part in parts {
        match part {
            Part::Text(text) => plain.text.push_str(&text),
            Part::Code(code) => {
                let start = plain.text.len();
                plain.text.push_str(&code);
                plain.code.push(start..plain.text.len());
            }
            Part::Run { mark, count, .. } => plain.text.extend(std::iter::repeat_n(mark, count)),
        }
    }
    plain
}

/// Splits a paragraph, or the label of a link, into parts.
fn read(text: &str, parts: &mut Vec<Part>) {
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '\\' => escape(rest).map(|c| (Part::Text(c.to_string()), 1 + c.len_utf8())),
            '`' => Some(code(rest)),
            '&' => character(rest).map(|(c, length)| (Part::Text(c.to_string()), length)),
            '*' | '_' => Some(run(rest, c, before)),
            '<' => autolink(rest)
                .map(|(uri, length)| (Part::Text(uri.to_owned()), length))
                .or_else(|| tag(rest).map(|length| (Part::Text(String::new()), length))),
            '[' | '!' => {
                let bracket = rest.strip_prefix('!').unwrap_or(rest);
                link(bracket).map(|(label, after)| {
                    read(label, parts);
                    (Part::Text(String::new()), rest.len() - after.len())
                })
            }
            _ => None,
        };
        let length = match taken {
            Some((part, length)) => {
                parts.push(part);
                length
            }
            None => {
                match parts.last_mut() {
                    Some(Part::Text(text)) => text.push(c),
                    _ => parts.push(Part::Text(c.to_string())),
                }
                c.len_utf8()
            }
        };
        before = rest[..length].chars().next_back().unwrap_or(before);
        rest = &rest[length..];
    }
}

fn escape(rest: &str) -> Option<char> {
    rest.chars().nth(1).filter(char::is_ascii_punctuation)
}

/// The character that `&amp;` or `&#38;` stands for, and the length of the reference (§2.5 of
/// `CommonMark`).
fn character(rest: &str) -> Option<(char, usize)> {
    let (name, _) = rest[1..].split_once(';')?;
    let numbered = |digits: &str, radix, most| {
        let is_number = digits.len() <= most && digits.chars().all(|c| c.is_digit(radix));
        let number = is_number.then(|| u32::from_str_radix(digits, radix).ok())??;
        Some(char::from_u32(number).filter(|c| *c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER))
    };
    let c = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(digits) => numbered(digits, 16, 6)?,
            None => numbered(number, 10, 7)?,
        },
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    // A title has no control characters.
    (!c.is_control()).then_some((c, name.len() + 2))
}

/// Code between two runs of the same number of backticks, and the length including the backticks.
/// If the second run is missing, the first is text.
fn code(rest: &str) -> (Part, usize) {
    let ticks = rest.len() - rest.trim_start_matches('`').len();
    let inner = &rest[ticks..];
    let mut at = 0;
    while let Some(found) = inner[at..].find('`') {
        let start = at + found;
        let run = inner[start..].len() - inner[start..].trim_start_matches('`').len();
        if run == ticks {
            let code = &inner[..start];
            let padded = code.starts_with(' ') && code.ends_with(' ') && !code.trim().is_empty();
            let code = if padded { &code[1..code.len() - 1] } else { code };
            return (Part::Code(code.to_owned()), ticks + start + run);
        }
        at = start + run;
    }
    (Part::Text("`".repeat(ticks)), ticks)
}

/// A run of `*` or `_`, and whether it can open and close emphasis (§6.2 of `CommonMark`).
fn run(rest: &str, mark: char, before: char) -> (Part, usize) {
    let count = rest.len() - rest.trim_start_matches(mark).len();
    let after = rest[count..].chars().next().unwrap_or(' ');
    let is_mark = |c: char| c.is_ascii_punctuation() || !c.is_alphanumeric() && !c.is_whitespace();
    let left =
        !after.is_whitespace() && (!is_mark(after) || before.is_whitespace() || is_mark(before));
    let right =
        !before.is_whitespace() && (!is_mark(before) || after.is_whitespace() || is_mark(after));
    let (opens, closes) = match mark {
        '_' => (left && (!right || is_mark(before)), right && (!left || is_mark(after))),
        _ => (left, right),
    };
    (Part::Run { mark, length: count, count, opens, closes }, count)
}

/// Removes the marks of emphasis. What is left of a run is text.
fn emphasis(parts: &mut [Part]) {
    for closer in 0..parts.len() {
        while let Part::Run { mark, length, count: count @ 1.., opens, closes: true } =
            parts[closer]
        {
            let opener = (0..closer).rev().find(|&at| {
                let Part::Run {
                    mark: other,
                    length: other_length,
                    count: left,
                    opens: true,
                    closes,
                } = parts[at]
                else {
                    return false;
                };
                // The rule of three (§6.2 of `CommonMark`, rules 9 and 10).
                let ambiguous = (closes || opens) && (other_length + length) % 3 == 0;
                // If the sum is a multiple of three and one length is, so is the other.
                other == mark && left > 0 && (!ambiguous || length % 3 == 0)
            });
            let Some(opener) = opener else { break };
            let Part::Run { count: available, .. } = parts[opener] else { break };
            let used = if available >= 2 && count >= 2 { 2 } else { 1 };
            for at in [opener, closer] {
                if let Part::Run { count, .. } = &mut parts[at] {
                    *count -= used;
                }
            }
            for part in &mut parts[opener + 1..closer] {
                if let Part::Run { opens, closes, .. } = part {
                    (*opens, *closes) = (false, false);
                }
            }
        }
    }
}

/// The URI in `<https://a.example>`, and the length including the brackets.
fn autolink(rest: &str) -> Option<(&str, usize)> {
    let (uri, _) = rest[1..].split_once('>')?;
    let (scheme, _) = uri.split_once(':')?;
    let is_scheme = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte));
    let is_uri = is_scheme && !uri.contains([' ', '<']);
    is_uri.then_some((uri, uri.len() + 2))
}

/// The length of an HTML tag or comment.
fn tag(rest: &str) -> Option<usize> {
    if rest.starts_with("<!--") {
        // `<!-->` is a comment too.
        return rest[2..].find("-->").map(|end| end + 5);
    }
    let (tag, _) = rest[1..].split_once('>')?;
    let content = match tag.strip_prefix('/') {
        Some(closing) => closing,
        None => tag.strip_suffix('/').unwrap_or(tag),
    };
    let (name, attributes) = content.split_once(' ').unwrap_or((content, ""));
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let attributes = attributes.trim_start();
    let are_attributes = attributes.is_empty()
        || attributes.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == ':');
    (is_name && are_attributes).then_some(tag.len() + 2)
}

/// The label of the link that `rest` begins with, and what follows the whole link.
fn link(rest: &str) -> Option<(&str, &str)> {
    let inner = rest.strip_prefix('[')?;
    let (mut at, mut depth) = (0, 0);
    loop {
        let rest = &inner[at..];
        let c = rest.chars().next()?;
        at += match c {
            '\\' => 1 + escape(rest).map_or(0, char::len_utf8),
            '`' => code(rest).1,
            _ => c.len_utf8(),
        };
        match c {
            '[' => depth += 1,
            ']' if depth == 0 => break,
            ']' => depth -= 1,
            _ => {}
        }
    }
    let (label, after) = (&inner[..at - 1], &inner[at..]);
    let inline = after_target(after).map(|after| (true, after));
    let target = inline.or_else(|| {
        let (target, after) = after.strip_prefix('[')?.split_once(']')?;
        let is_target = !target.contains('[') && !target.ends_with('\\');
        is_target.then_some((!target.is_empty(), after))
    });
    let (has_target, after) = target.unwrap_or((false, after));
    // A label without a target names it too, and in names brackets are escaped.
    let has_brackets = label.replace(r"\[", "").replace(r"\]", "").contains(['[', ']']);
    let is_link = has_target || !label.is_empty() && !has_brackets;
    is_link.then_some((label, after))
}

/// What follows `(destination "title")` (§6.3 of `CommonMark`).
fn after_target(rest: &str) -> Option<&str> {
    let rest = after_destination(rest.strip_prefix('(')?.trim_start_matches(SPACES))?;
    let rest = rest.trim_start_matches(SPACES);
    let title = match rest.chars().next()? {
        ')' => return Some(&rest[1..]),
        quote @ ('"' | '\'') => after_unescaped(&rest[1..], quote, quote),
        '(' => after_unescaped(&rest[1..], ')', '('),
        _ => None,
    };
    title?.trim_start_matches(SPACES).strip_prefix(')')
}

/// What follows the destination of a link: `<…>`, or text without spaces that has balanced parentheses.
fn after_destination(rest: &str) -> Option<&str> {
    if let Some(inner) = rest.strip_prefix('<') {
        return after_unescaped(inner, '>', '<');
    }
    let mut depth = 0;
    for (at, c) in unescaped(rest) {
        match c {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            ')' | ' ' | '\0'..='\x1f' | '\x7f' => return (depth == 0).then(|| &rest[at..]),
            _ => {}
        }
    }
    None
}

/// What follows the first `close`, if no `excluded` precedes it.
fn after_unescaped(text: &str, close: char, excluded: char) -> Option<&str> {
    let (at, c) = unescaped(text).find(|(_, c)| [close, excluded].contains(c))?;
    (c == close).then(|| &text[at + 1..])
}

/// The characters that are not escaped, and where they are.
fn unescaped(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut is_escaped = false;
    text.char_indices().filter(move |(at, c)| {
        let is_kept = !is_escaped;
        is_escaped = is_kept && *c == '\\' && escape(&text[*at..]).is_some();
        is_kept
    })
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

    use super::first_paragraph;

    /// The first paragraph, heading or list item, as a complete parser reads it.
    fn reference(markdown: &str) -> String {
        // rustdoc resolves `[Order]`, so every reference is a link.
        let mut resolve = |link: BrokenLink<'_>| {
            Some((CowStr::from(link.reference.into_string()), CowStr::from("")))
        };
        let parser =
            Parser::new_with_broken_link_callback(markdown, Options::empty(), Some(&mut resolve));
        let (mut text, mut is_code_block) = (String::new(), false);
        for event in parser {
            match event {
                Event::Start(Tag::CodeBlock(_)) => is_code_block = true,
                Event::End(TagEnd::CodeBlock) => is_code_block = false,
                Event::Text(_) if is_code_block => {}
                Event::Text(part) | Event::Code(part) => text.push_str(&part),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => break,
                _ => {}
            }
        }
        text.trim().to_owned()
    }

    /// What doc comments start with.
    const COMMENTS: [&str; 85] = [
        "No order has this number. It may have had.",
        "Over\ntwo lines.",
        "First.\n\nSecond.",
        "*Not* found.",
        "**Not** found.",
        "***Not*** found.",
        "_Not_ found.",
        "__Not__ found.",
        "snake_case_name and 2 * 3 * 4.",
        "a*b*c and a_b_c.",
        "**bold *and* more**.",
        "*an **odd* one**.",
        "un*frigging*believable.",
        "* not emphasis *.",
        "No [`Order`] here.",
        "No [order](crate::Order) here.",
        "No [order][o] here.",
        "No [**bold** order](x) here.",
        "No [`a[0]`](x) here.",
        "An [open bracket.",
        "![an image](x.png) here.",
        "`code` and ``co`de``.",
        "`` ` `` is a backtick.",
        "`unclosed code.",
        "``unclosed ` code.",
        "`a * b * c` times.",
        "`_` and `*`.",
        "\\*not emphasis\\* and \\` and \\[x].",
        "C:\\path stays.",
        "***a** b*.",
        "***a* b**.",
        "**a*b***c**.",
        "*a**b*c**.",
        "````\n```\ncode\n````\nText.",
        "# A heading\n\nText.",
        "# A heading\nText.",
        "## A heading ##\nText.",
        "#not a heading.",
        "- An item\n- another",
        "* An item\n* another",
        "1. An item\n2. another",
        "> A quotation\n\nText.",
        "A line\\\nand another.",
        "<b>Not</b> found.",
        "a < b > c.",
        "See <https://a.example/x>.",
        "<br/>Text.",
        "```\ncode\n```\n\nText.",
        "~~~ text\ncode\n~~~\nText.",
        "Text\n```\ncode\n```",
        "\u{6ca1}\u{6709}*\u{8ba2}\u{5355}*\u{3002}",
        "It's \"quoted\" & more.",
        "Other punctuation: a*\u{ab}b\u{bb}*c.",
        "A backslash \\",
        "A hard\\\nbreak.",
        "A line\n\\",
        "No break\\\\\nhere, but\\\\\\\nhere.",
        "An [a-b+c.d:e] and <a-b+c.d:e>.",
        "No scheme: <a:b>, <1a:b>, <a_b:c>, <ab:c d> and <ab:c<d>.",
        "An <x-y z=\"1\">element</x-y> and <x_y> and <1>.",
        "- An item\n  of two lines.",
        "#not a heading,\nin two lines.",
        "See [it](https://en.wikipedia.org/wiki/Foo_(bar)) now.",
        "Call [`x`](foo()) here.",
        "A [link](x \"t)t\") with a title, [one](x 't)\"t'), [two](x (t\\)t)).",
        "No title: [a](x \"t\"u), [b](x\"t)t\"), [c](x (t(t)), [d](x y) and [e](x \"t).",
        "A [link](<x) y>) in angle brackets, [one](<x\\>y> \"t\"), [two](<x<y>), [three](<>).",
        "An [empty]() and [a spaced]( x  \"t\" ) one, [over](x\n\"t\") two lines.",
        "Unbalanced [a](x(y) and [b](x)y).",
        "Escaped [a](x\\)y) and [b](x\\(y).",
        "![an image](x(y).png \"t)\") here.",
        "Fish &amp; chips &lt;3 &gt; &quot;a&quot; &apos;b&apos;.",
        "A&nbsp;b &hellip; c &mdash; d &ndash; e &copy;.",
        "&#38; and &#x26; and &#X1f600; and &#0; and &#xd800; and &#1114112;.",
        "&#12345678; and &#x1234567; and &#; and &#x; and &#+38; and &amp and & amp; and &nope;.",
        "`&amp;` and \\&amp; and [&amp;](x&amp;y) and *&amp;*.",
        "&#42;not emphasis&#42; and &lt;b&gt;.",
        "Text <!-- hidden --> and more.",
        "Text <!-- hidden\nover two lines --> and more.",
        "Text <!--> and <!---> and <!-- a -- b ---> and <!-- open.",
        "<!-- hidden -->\nText.",
        "<!-- hidden\n\nover three lines -->\nText.",
        "Text.\n<!-- hidden -->\nMore.",
        "```\n<!-- code\n```\nText.",
        "",
    ];

    #[test]
    fn the_text_is_what_a_complete_parser_reads() {
        for comment in COMMENTS {
            let ours = first_paragraph(comment.split('\n')).text;
            assert_eq!(ours.trim(), reference(comment), "{comment:?}");
        }
    }

    /// All texts of up to `length` of these pieces.
    fn texts(pieces: &[&str], length: u32) -> impl Iterator<Item = String> {
        let count = pieces.len();
        (0..=length).flat_map(move |length| {
            (0..count.pow(length)).map(move |number| {
                let digits = (0..length).map(|place| number / count.pow(place) % count);
                digits.map(|digit| pieces[digit]).collect()
            })
        })
    }

    #[test]
    fn every_short_text_is_what_a_complete_parser_reads() {
        let emphasis = texts(&["a", "*", "_", " ", "."], 6).chain(texts(&["a", "*"], 10));
        let code = texts(&["a", "`", " ", "\\"], 6);
        let links = texts(&["a", "[", "]", "(x)", "`", "\\"], 5);
        let targets = texts(&["a", "(", ")", " ", "<", ">", "\"", "\\"], 5);
        let targets = targets.map(|text| format!("[a]({text}) \"b)"));
        let tags = texts(&["a", "<", ">", "/", ":", " ", "b=1"], 5);
        let comments = texts(&["a", "<!--", "-->", "-", ">", "!"], 5);
        let references = texts(&["z", "&", "amp", "#", "x", "40", "4f", ";"], 5);
        let inline = emphasis.chain(code).chain(links).chain(targets);
        for text in inline.chain(tags).chain(comments).chain(references) {
            // No block begins with a letter.
            let comment = format!("x{text}");
            let ours = first_paragraph([comment.as_str()]).text;
            assert_eq!(ours.trim(), reference(&comment), "{comment:?}");
        }
    }

    #[test]
    fn a_reference_is_no_control_character() {
        for text in ["a&#10;b", "a&#xd;b", "a&#27;b", "a&#x9b;b"] {
            assert_eq!(first_paragraph([text]).text, text);
        }
    }

    #[test]
    fn code_is_known() {
        let plain = first_paragraph(["a `b. C` d"]);
        assert_eq!(plain.text, "a b. C d");
        assert_eq!(plain.code.as_slice(), std::slice::from_ref(&(2..6)));
    }
}
