//! The catalog as HTML pages, in the style of the problem page: an index, and a page for each
//! status.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use html_escape::{encode_double_quoted_attribute, encode_text};

use super::address::Address;
use super::catalog::Catalog;
use super::entry::{CatalogHeaderField, CatalogMember, CatalogStatus, CatalogTable};
use super::{doc, example_response, facts};
use crate::represent::style::STYLE;
use crate::represent::visible::sanitize_line;

/// Where the pages of a catalog are.
pub(super) trait Links {
    /// The page of a status, or `None` if it has none.
    fn status(&self, table: &CatalogTable, status: &CatalogStatus) -> Option<String>;

    /// The index, seen from the page of a status of the table.
    fn index(&self, table: &CatalogTable) -> Option<String>;
}

/// Whether a status, whose `type` has this address, is described on the index itself.
pub(super) type IsHere<'a> = &'a dyn Fn(Address<'_>) -> bool;

/// A page of all tables.
pub(super) fn index(catalog: &Catalog, links: &dyn Links, is_here: IsHere<'_>) -> String {
    let heading = format!("{} errors", catalog.name);
    let mut ids = BTreeSet::new();
    let tables = catalog.tables.iter().map(|table| of_table(table, links, is_here, &mut ids));
    let content =
        format!("<h1 dir=\"auto\">{}</h1>\n{}", line(&heading), tables.collect::<String>());
    page(&heading, "", &content)
}

fn of_table<'a>(
    table: &'a CatalogTable,
    links: &dyn Links,
    is_here: IsHere<'_>,
    ids: &mut BTreeSet<&'a str>,
) -> String {
    let delegates: Vec<_> = table.delegates.iter().map(|path| code(facts::name(path))).collect();
    let delegates = match delegates.as_slice() {
        [] => String::new(),
        names => format!("<p>Also has the statuses of {}.</p>\n", names.join(", ")),
    };
    let mut sections = String::new();
    // Statuses of one `type` have one line.
    let mut items: Vec<String> = Vec::new();
    for status in &table.statuses {
        let address = status.type_uri.as_deref().and_then(Address::of);
        if let Some(Address { fragment, .. }) = address.filter(|address| is_here(*address)) {
            // The first one of each `type` is the place that it leads to.
            let id = fragment.filter(|id| ids.insert(id));
            sections.push_str(&section(status, id));
            continue;
        }
        let item = item(table, status, links);
        if !items.contains(&item) {
            items.push(item);
        }
    }
    let list = match items.concat() {
        items if items.is_empty() => items,
        items => format!("<ul class=\"statuses\">\n{items}</ul>\n"),
    };
    format!(
        "<h2>{}</h2>\n{}{delegates}{sections}{list}",
        line(&table.name),
        doc::html(&table.documentation),
    )
}

/// All about a status whose `type` leads to this page.
fn section(status: &CatalogStatus, id: Option<&str>) -> String {
    let id = id.map(|id| format!(" id=\"{}\"", encode_double_quoted_attribute(id)));
    format!(
        "<section{}>\n<h3 dir=\"auto\">{} {}</h3>\n{}</section>\n",
        id.unwrap_or_default(),
        status.code,
        line(&status.title),
        of_status(status, "h4"),
    )
}

fn item(table: &CatalogTable, status: &CatalogStatus, links: &dyn Links) -> String {
    let title = line(&status.title);
    let title = match links.status(table, status) {
        Some(href) => link(&href, &title),
        None => title,
    };
    let code = status.code;
    format!("<li><span class=\"code\">{code}</span> <span dir=\"auto\">{title}</span></li>\n")
}

/// A status and its table.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub table: &'a CatalogTable,
    pub status: &'a CatalogStatus,
}

/// The page of a status, or of all whose `type` leads to it. `None` if there are none.
pub(super) fn status_page(entries: &[Entry<'_>], links: &dyn Links) -> Option<String> {
    let (first, last) = (entries.first()?.status, entries.last()?);
    let statuses = entries.iter().map(|entry| {
        let CatalogStatus { code, reason, title, .. } = entry.status;
        format!(
            "<p class=\"status\">{code} {}</p>\n<h1 dir=\"auto\">{}</h1>\n{}",
            line(reason),
            line(title),
            of_status(entry.status, "h2"),
        )
    });
    let content = [statuses.collect(), neighbors(*last, links)].concat();
    let class = format!(" class=\"class-{}\"", first.code / 100);
    Some(page(&format!("{}: {}", first.code, first.title), &class, &content))
}

/// Links to the index, and to the page before this one and the page after it.
fn neighbors(Entry { table, status }: Entry<'_>, links: &dyn Links) -> String {
    let own = links.status(table, status);
    let neighbor = |status: &CatalogStatus| {
        let href = links.status(table, status).filter(|href| Some(href) != own.as_ref())?;
        Some((href, line(&status.title)))
    };
    let is_this = |it: &&CatalogStatus| core::ptr::eq(*it, status);
    let mut before = table.statuses.iter().rev().skip_while(|it| !is_this(it));
    let mut after = table.statuses.iter().skip_while(|it| !is_this(it));
    let before = before.find_map(neighbor).map(|(href, title)| link(&href, &format!("← {title}")));
    let index = links.index(table).map(|href| link(&href, "All errors"));
    let after = after.find_map(neighbor).map(|(href, title)| link(&href, &format!("{title} →")));
    let links: Vec<String> = [before, index, after].into_iter().flatten().collect();
    match links.as_slice() {
        [] => String::new(),
        links => format!("<nav>\n{}\n</nav>\n", links.join("\n")),
    }
}

/// Everything below the heading of a status. `heading` is the element of its parts' headings.
fn of_status(status: &CatalogStatus, heading: &str) -> String {
    let item = |(name, html)| format!("<div><dt>{name}</dt> <dd>{html}</dd></div>\n");
    let type_uri = status.type_uri.as_deref().map(|uri| ("Type", code(uri)));
    let others = [
        ("Status", line(&facts::status(status))),
        ("gRPC", code(&status.grpc)),
        ("Detail", facts::detail(status).into()),
        ("Try again", facts::retry(status)),
    ];
    let list = |title: &str, items: String| {
        if items.is_empty() {
            return items;
        }
        format!("<{heading}>{title}</{heading}>\n<dl>\n{items}</dl>\n")
    };
    format!(
        "{}<dl>\n{}</dl>\n{}{}<{heading}>Example</{heading}>\n<pre><code>{}</code></pre>\n",
        doc::html(facts::documentation(status)),
        type_uri.into_iter().chain(others).map(item).collect::<String>(),
        list("Members", status.members.iter().map(member).collect()),
        list("Header fields", status.header_fields.iter().map(header_field).collect()),
        encode_text(&example_response::of(status)),
    )
}

fn member(member: &CatalogMember) -> String {
    let CatalogMember { name, rust_type, json_type, optional, value } = member;
    let json_type = json_type.as_deref().unwrap_or("any type");
    field(name, Some(json_type), rust_type.as_deref(), *optional, value.as_deref())
}

fn header_field(header: &CatalogHeaderField) -> String {
    let CatalogHeaderField { name, rust_type, optional, value } = header;
    field(name, None, rust_type.as_deref(), *optional, value.as_deref())
}

fn field(
    name: &str,
    json_type: Option<&str>,
    rust_type: Option<&str>,
    optional: bool,
    value: Option<&str>,
) -> String {
    let parts = [
        value.map(code),
        json_type.map(line),
        rust_type.map(|it| format!("<code>{}</code> in Rust", line(it))),
        Some(format!("{} sent", facts::presence(optional))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("<div><dt>{}</dt> <dd>{}</dd></div>\n", code(name), parts.join(", "))
}

fn page(title: &str, class: &str, content: &str) -> String {
    format!(
        include_str!("page.html"),
        title = line(title),
        style = STYLE,
        own_style = include_str!("page.css"),
        class = class,
        content = content,
    )
}

fn link(href: &str, html: &str) -> String {
    format!("<a href=\"{}\">{html}</a>", encode_double_quoted_attribute(href))
}

fn code(text: &str) -> String {
    format!("<code>{}</code>", line(text))
}

fn line(text: &str) -> String {
    encode_text(&sanitize_line(text)).into_owned()
}
