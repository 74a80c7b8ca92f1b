//! Doc comments as HTML, and as part of a Markdown document. HTML in them appears as text.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use pulldown_cmark::{
    BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
    html as cmark_html,
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
/// below that one, its links have their addresses with them if they work outside of rustdoc, its HTML is
/// text, and an open code block is closed, so that nothing affects what follows. It ends with a line
/// break.
pub(super) fn markdown(documentation: &str, level: usize) -> String {
    let documentation = &with_number_signs(documentation);
    let is_number = |c: char| c == ' ' || c.is_ascii_digit();
    let mut edits = Vec::new();
    let mut open: Vec<OpenLink> = Vec::new();
    for (event, range) in Parser::new_ext(documentation, OPTIONS).into_offset_iter() {
        if let Event::End(TagEnd::Link | TagEnd::Image) = event {
            edits.extend(open.pop().into_iter().flat_map(|link| link.edits(range.end)));
        }
        if let Some(link) = open.last_mut() {
            link.end_of_text = range.end;
        }
        match event {
            Event::Start(Tag::Heading { level: own, .. }) => {
                let (own, deepest) = (own as usize, 6);
                let more = "#".repeat((own + level).min(deepest) - own);
                edits.push((range.start..range.start, more));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                open.push(OpenLink::new(documentation, range.start, "[", link_type, &dest_url));
            }
            Event::Start(Tag::Image { link_type, dest_url, .. }) => {
                open.push(OpenLink::new(documentation, range.start, "![", link_type, &dest_url));
            }
            // A line of a block is parsed as Markdown now. It could begin a block of another kind.
            Event::Html(line) => {
                let rest = line.trim_start_matches(is_number);
                if rest.starts_with(|c: char| c.is_ascii_punctuation() && c != '<') {
                    let at = range.start + line.len() - rest.len();
                    edits.push((at..at, "\\".into()));
                }
                edits.extend(without_tags(&line, range.start));
            }
            Event::InlineHtml(html) => edits.extend(without_tags(&html, range.start)),
            // What follows is not part of it.
            Event::End(TagEnd::HtmlBlock) => edits.push((range.end..range.end, "\n".into())),
            _ => {}
        }
    }
    let mut markdown = without_definitions(edited(documentation, edits));
    if let Some(fence) = open_fence(&markdown) {
        markdown.extend(["\n", &fence]);
    }
    markdown.push('\n');
    markdown
}

/// A part of a text, and what replaces it.
type Edit = (Range<usize>, String);

fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let (mut edited, mut rest) = (String::with_capacity(text.len()), 0);
    for (range, replacement) in edits {
        edited.extend([text.get(rest..range.start).unwrap_or_default(), &replacement]);
        rest = range.end;
    }
    edited.push_str(text.get(rest..).unwrap_or_default());
    edited
}

fn without_tags(html: &str, start: usize) -> impl Iterator<Item = Edit> {
    html.match_indices('<').map(move |(at, _)| (start + at..start + at + 1, "&lt;".into()))
}

/// A link or an image, and the text that has been read of it.
struct OpenLink {
    start: usize,
    start_of_text: usize,
    end_of_text: usize,
    /// What replaces the marks before and after the text.
    marks: Option<(&'static str, String)>,
    /// How much of it the parser's range leaves out.
    rest: usize,
}

impl OpenLink {
    fn new(
        documentation: &str,
        start: usize,
        mark: &'static str,
        link_type: LinkType,
        url: &str,
    ) -> Self {
        let start_of_text = start + mark.len();
        let begins_block = documentation[start_of_text..].starts_with(['#', '+', '-', '=', '>']);
        let marks = match link_type {
            _ if !is_link(url) && begins_block => Some(("\\", String::new())),
            _ if !is_link(url) => Some(("", String::new())),
            LinkType::Inline | LinkType::Autolink => None,
            // Its address is in a definition.
            _ => Some((mark, format!("](<{}>)", escaped_url(url)))),
        };
        let rest = if link_type == LinkType::Collapsed { "[]".len() } else { 0 };
        Self { start, start_of_text, end_of_text: start_of_text, marks, rest }
    }

    fn edits(self, end: usize) -> impl Iterator<Item = Edit> {
        let Self { start, start_of_text, end_of_text, marks, rest } = self;
        marks.into_iter().flat_map(move |(before, after)| {
            [(start..start_of_text, before.into()), (end_of_text..end + rest, after)]
        })
    }
}

fn escaped_url(url: &str) -> String {
    let mut escaped = String::with_capacity(url.len());
    for c in url.chars() {
        if matches!(c, '<' | '>' | '\\' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A definition would be that of the links of every other doc comment too.
fn without_definitions(mut markdown: String) -> String {
    loop {
        let parser = Parser::new_ext(&markdown, OPTIONS);
        let definitions = parser.reference_definitions().iter();
        let edits: Vec<_> =
            definitions.map(|(_, definition)| (definition.span.clone(), String::new())).collect();
        if edits.is_empty() {
            return markdown;
        }
        // Of two with one label, the second counts once the first is gone.
        markdown = edited(&markdown, edits);
    }
}

/// Writes underlined headings with `#`, so that their level can be changed.
fn with_number_signs(documentation: &str) -> String {
    let mut edits = Vec::new();
    for (event, range) in Parser::new_ext(documentation, OPTIONS).into_offset_iter() {
        let Event::Start(Tag::Heading { level, .. }) = event else { continue };
        let heading = documentation[range.clone()].trim_end();
        let Some((text, _underline)) = heading.rsplit_once('\n') else { continue };
        // A further line may begin with the mark of a quotation.
        let lines = text.lines().map(|line| line.trim_start_matches(['>', ' ']).trim_end());
        let mut rewritten = "#".repeat(level as usize);
        lines.for_each(|line| rewritten.extend([" ", line]));
        edits.push((range.start..range.start + heading.len(), rewritten));
    }
    edited(documentation, edits)
}

/// The fence that closes the last code block, if nothing else does.
fn open_fence(markdown: &str) -> Option<String> {
    let followed = [markdown, "\nx"].concat();
    let is_open = |(event, range): &(Event<'_>, Range<usize>)| {
        matches!(event, Event::Start(Tag::CodeBlock(_))) && range.end == followed.len()
    };
    let (_, range) = Parser::new_ext(&followed, OPTIONS).into_offset_iter().find(is_open)?;
    let block = followed[range].trim_start();
    let mark = block.chars().next()?;
    Some(block.chars().take_while(|c| *c == mark).collect())
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
    use alloc::string::String;

    use pulldown_cmark::{Parser, html::push_html};

    use super::{OPTIONS, code, escape, html, markdown};

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
        assert_eq!(markdown("<pre>\n```\n</pre>", 1), "&lt;pre>\n\\```\n&lt;/pre>\n\n");
        assert_eq!(markdown("<pre>\n  ~~~\n</pre>", 1), "&lt;pre>\n  \\~~~\n&lt;/pre>\n\n");
        assert_eq!(markdown("`<b>`", 1), "`<b>`\n");
        assert_eq!(markdown("```text\n<b>", 1), "```text\n<b>\n```\n");
        assert_eq!(markdown("~~~~\na\n~~~", 1), "~~~~\na\n~~~\n~~~~\n");
        assert_eq!(markdown("```\na\n```", 1), "```\na\n```\n");
        assert_eq!(markdown("```\na\n`````", 1), "```\na\n`````\n");
        assert_eq!(markdown("```\na\n```b", 1), "```\na\n```b\n```\n");
        assert_eq!(markdown("```\na\n```\nb", 1), "```\na\n```\nb\n");
        assert_eq!(markdown("```", 1), "```\n```\n");
        assert_eq!(markdown("    ```", 1), "    ```\n");
        assert_eq!(markdown("```\n    ```", 1), "```\n    ```\n```\n");
        assert_eq!(
            markdown("# A\n\n```\n# b\n```\n\n##### C", 3),
            "#### A\n\n```\n# b\n```\n\n###### C\n"
        );
    }

    /// The events of a Markdown document.
    fn shown(markdown: &str) -> String {
        let mut html = String::new();
        push_html(&mut html, Parser::new_ext(markdown, OPTIONS));
        html
    }

    #[test]
    fn a_block_of_html_is_a_paragraph() {
        for block in [
            "<div>\n# a\n</div>",
            "<div>\na\n===\n</div>",
            "<div>\na\n  ---\n</div>",
            "<div>\n 1. # a\n2) # a",
            "<div>\n- a\n* b\n+ c\n> d\n</div>",
            "<div>\n[a]: https://a.example\n</div>",
            "<div>\na | b\n--- | ---\nc | d\n</div>",
            "<!-- a -->\n---",
            "<!-- a -->\n\n> <div>\n> # a",
        ] {
            let html = shown(&[&markdown(block, 1), "\n[a]\n"].concat());
            for element in ["<h1", "<h2", "<ul", "<a ", "<table", "<div", "<!--"] {
                assert!(!html.contains(element), "{block}: {html}");
            }
        }
    }

    #[test]
    fn only_links_that_work_are_kept_in_markdown() {
        for (documentation, expected) in [
            ("[a](https://a.example)", "[a](https://a.example)\n"),
            ("[`a`](crate::A) b", "`a` b\n"),
            ("[js](javascript:alert(1))", "js\n"),
            ("[](crate::A)b", "b\n"),
            ("[+](core::ops::Add) adds", "\\+ adds\n"),
            ("[+](/add) adds", "[+](/add) adds\n"),
            ("<https://a.example> <javascript:a>", "<https://a.example> javascript:a\n"),
            ("[`A`] [a][A]", "[`A`] [a][A]\n"),
            ("![a](/a.png) ![*b*](b.png)", "![a](/a.png) *b*\n"),
            ("[![a](/a.png)](crate::A)", "![a](/a.png)\n"),
            ("[![*a*](a.png) <b>](crate::A)", "*a* &lt;b>\n"),
            ("<a@b.example>", "a@b.example\n"),
        ] {
            assert_eq!(markdown(documentation, 1), expected);
        }
    }

    /// It would also be that of another doc comment.
    #[test]
    fn a_link_definition_is_not_in_the_document() {
        for (documentation, expected) in [
            (
                "[`A`] b [c][D] [e][][]\n\n[`A`]: https://a.example\n[D]: /d \"D\"\n[e]: crate::E",
                "[`A`](<https://a.example>) b [c](</d>) e[]\n\n\n\n\n",
            ),
            ("![a]\n\n[a]: </a\\<b&amp;amp;>", "![a](</a\\<b\\&amp;>)\n\n\n"),
            ("[a]\n\n[a]: /a\n[a]: /b", "[a](</a>)\n\n\n\n"),
        ] {
            assert_eq!(markdown(documentation, 1), expected);
        }
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
