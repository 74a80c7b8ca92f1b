//! Doc comments as HTML, and as part of a Markdown document. HTML in them appears as text.

use alloc::string::String;
use alloc::vec::Vec;

use pulldown_cmark::{
    BrokenLink, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html as cmark_html,
};

use crate::represent::link::is_link;

/// The Markdown extensions that rustdoc also has.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// Renders a doc comment. Its headings come below the page's own, one level down. Only links that
/// work outside of rustdoc are kept, and an image becomes its description.
pub(super) fn html(documentation: &str) -> String {
    // rustdoc resolves `[Status]`, which has no target here: the brackets are removed.
    let mut unresolved = |_: BrokenLink<'_>| Some((CowStr::from(""), CowStr::from("")));
    let parser =
        Parser::new_with_broken_link_callback(documentation, OPTIONS, Some(&mut unresolved));
    // Whether each open link is kept.
    let mut links = Vec::new();
    let events = parser.filter_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            let is_kept = is_link(dest_url);
            links.push(is_kept);
            is_kept.then_some(event)
        }
        Event::End(TagEnd::Link) => links.pop().unwrap_or(false).then_some(event),
        Event::Start(Tag::Heading { level, .. }) => {
            let (id, classes, attrs) = (None, Vec::new(), Vec::new());
            Some(Event::Start(Tag::Heading { level: below(level), id, classes, attrs }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(below(level)))),
        other => Some(other),
    });
    let mut html = String::new();
    cmark_html::push_html(&mut html, events);
    html
}

const fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

/// A doc comment as part of a Markdown document, below a heading of this level. Its own headings come
/// below that one, its HTML is escaped, and an open code block is closed, so that nothing affects what
/// follows. It ends with a line break.
pub(super) fn markdown(documentation: &str, level: usize) -> String {
    let documentation = &with_number_signs(documentation);
    let (mut html, mut headings) = (Vec::new(), Vec::new());
    for (event, range) in Parser::new_ext(documentation, OPTIONS).into_offset_iter() {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => html.push(range),
            Event::Start(Tag::Heading { level, .. }) => headings.push((level as usize, range)),
            _ => {}
        }
    }
    let mut markdown = String::with_capacity(documentation.len() + 1);
    let mut starts_line = true;
    for (at, c) in documentation.char_indices() {
        if let Some((own, _)) = headings.iter().find(|(_, range)| range.start == at && c == '#') {
            let deepest = 6;
            markdown.push_str(&"#".repeat((own + level).min(deepest) - own));
        }
        let is_html = html.iter().any(|range| range.contains(&at));
        match c {
            '<' if is_html => markdown.push_str("&lt;"),
            // The text of an HTML block is parsed now, and could open a code block.
            '`' if is_html && starts_line => markdown.push_str("&#96;"),
            '~' if is_html && starts_line => markdown.push_str("&#126;"),
            c => markdown.push(c),
        }
        starts_line = c == '\n' || starts_line && c == ' ';
    }
    if let Some(fence) = open_fence(&markdown) {
        markdown.extend(["\n", &fence]);
    }
    markdown.push('\n');
    markdown
}

/// Writes underlined headings with `#`, so that their level can be changed.
fn with_number_signs(documentation: &str) -> String {
    let (mut rewritten, mut rest) = (String::new(), 0);
    for (event, range) in Parser::new_ext(documentation, OPTIONS).into_offset_iter() {
        let Event::Start(Tag::Heading { level, .. }) = event else { continue };
        let heading = documentation[range.clone()].trim_end();
        let Some((text, _underline)) = heading.rsplit_once('\n') else { continue };
        // A further line may begin with the mark of a quotation.
        let lines = text.lines().map(|line| line.trim_start_matches(['>', ' ']).trim_end());
        rewritten.push_str(&documentation[rest..range.start]);
        rewritten.extend(core::iter::repeat_n('#', level as usize));
        lines.for_each(|line| rewritten.extend([" ", line]));
        rest = range.start + heading.len();
    }
    rewritten.push_str(&documentation[rest..]);
    rewritten
}

/// The fence that closes the last code block, if nothing else does. A list or a quotation closes its
/// own.
fn open_fence(markdown: &str) -> Option<String> {
    let mut depth = 0_usize;
    let mut last = None;
    for (event, range) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if depth == 0 && matches!(tag, Tag::CodeBlock(_)) {
                    last = Some(range);
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    let block = markdown.get(last?)?.trim_start();
    let mark = block.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let fence: String = block.chars().take_while(|c| *c == mark).collect();
    let closed = block.lines().skip(1).last().is_some_and(|line| line.trim() == fence);
    (!closed && markdown.trim_end().ends_with(block.trim_end())).then_some(fence)
}

/// Escapes a line of plain text, so that Markdown shows it as it is.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' => {
                escaped.extend(['\\', c]);
            }
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Plain text as a code span, which a backtick in it would end.
pub(crate) fn code(text: &str) -> String {
    let line = text.replace(['\n', '\r', '\t'], " ");
    let longest = line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence: String = core::iter::repeat_n('`', longest + 1).collect();
    // A space next to a backtick is not part of the code.
    let space = if line.starts_with('`') || line.ends_with('`') { " " } else { "" };
    [&fence, space, &line, space, &fence].concat()
}

#[cfg(test)]
mod tests {
    use super::{code, escape, html, markdown};

    #[test]
    fn html_in_a_doc_comment_is_text() {
        let shown = html("A <b>bold</b> `<i>`.\n\n<script>alert(1)</script>\n\n<!-- c -->");
        assert_eq!(
            shown,
            "<p>A &lt;b&gt;bold&lt;/b&gt; <code>&lt;i&gt;</code>.</p>\n\
             <p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n<p>&lt;!-- c --&gt;</p>\n"
        );
    }

    #[test]
    fn only_links_that_work_are_kept() {
        let shown = html(
            "[a](https://a.example) [b](javascript:alert(1)) [`C`] [d](crate::D) [e](/e) \
             ![f](https://f.example/f.png) <javascript:g> [h][H]\n\n# I",
        );
        assert_eq!(
            shown,
            "<p><a href=\"https://a.example\">a</a> b <code>C</code> d <a href=\"/e\">e</a> f \
             javascript:g h</p>\n<h2>I</h2>\n"
        );
    }

    #[test]
    fn markdown_of_a_doc_comment_does_not_affect_what_follows() {
        assert_eq!(markdown("a <b> c", 1), "a &lt;b> c\n");
        assert_eq!(markdown("<pre>\n```\n</pre>", 1), "&lt;pre>\n&#96;``\n&lt;/pre>\n");
        assert_eq!(markdown("<pre>\n~~~\n</pre>", 1), "&lt;pre>\n&#126;~~\n&lt;/pre>\n");
        assert_eq!(markdown("`<b>`", 1), "`<b>`\n");
        assert_eq!(markdown("```text\n<b>", 1), "```text\n<b>\n```\n");
        assert_eq!(markdown("~~~~\na\n~~~", 1), "~~~~\na\n~~~\n~~~~\n");
        assert_eq!(markdown("```\na\n```", 1), "```\na\n```\n");
        assert_eq!(markdown("```\na\n```\nb", 1), "```\na\n```\nb\n");
        assert_eq!(markdown("```", 1), "```\n```\n");
        assert_eq!(
            markdown("# A\n\n```\n# b\n```\n\n##### C", 3),
            "#### A\n\n```\n# b\n```\n\n###### C\n"
        );
    }

    #[test]
    fn a_list_or_a_quotation_closes_its_code() {
        assert_eq!(markdown("- a\n  ```text\n  b", 1), "- a\n  ```text\n  b\n");
        assert_eq!(markdown("> ```\n> b", 1), "> ```\n> b\n");
        assert_eq!(markdown("- ```\n  a\n\n```\nb", 1), "- ```\n  a\n\n```\nb\n```\n");
    }

    #[test]
    fn underlined_headings_come_below_the_one_above_them() {
        assert_eq!(markdown("a\n====\n\nb\n-\nc", 3), "#### a\n\n##### b\nc\n");
        assert_eq!(markdown("a\nb\n===", 1), "## a b\n");
        assert_eq!(markdown("> a\n> b\n> ===\n> c", 1), "> ## a b\n> c\n");
        assert_eq!(markdown("# a", 1), "## a\n");
    }

    #[test]
    fn plain_text_is_escaped() {
        assert_eq!(escape("a_b <c> | d\ne"), "a\\_b \\<c\\> \\| d e");
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("`a|"), "`` `a| ``");
    }
}
