//! `CatalogLayer`: the pages behind `type`, for all frameworks.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue};
use mediatype::MediaType;
use mediatype::names::{MARKDOWN, TEXT};

use super::address::Address;
use super::catalog::Catalog;
use super::entry::{CatalogStatus, CatalogTable};
use super::format::to_json;
use super::html::{Entry, IsHere, Links, index, status_page};
use super::markdown::of_status;
use crate::canonical::success::Success;
use crate::problem::answer::Answer;
use crate::represent::accept::{APPLICATION_JSON, Offer, TEXT_HTML, TEXT_PLAIN, choose};

/// Answers at the `type` of each problem: with a page that describes it.
///
/// A client or a person who opens a `type` such as `https://shop.example/errors/order-not-found` gets
/// the title, the code, the doc comment, the members, the header fields and an example of the
/// response. At the `type_base`, there is an index. Both are HTML, Markdown or JSON, as the request's
/// `Accept` asks for: in the same way as for problems, so the default is JSON.
///
/// | feature | what it is |
/// | --- | --- |
/// | `tower` | a `tower::Layer`: for `Router::layer` in axum, for any service of hyper, and for `warp::service` |
/// | `actix_web` | a middleware: `App::wrap` |
/// | `poem` | a middleware: `EndpointExt::with` |
/// | `rocket` | a fairing: `Rocket::attach` |
/// | `salvo` | a handler: `Service::hoop` |
///
/// GET and HEAD requests for these paths do not reach the application; all other requests do. Only
/// the path of a `type` counts, so the pages can be tried on any host. If the `type_base` ends with
/// `#`, the index has all its statuses. If several statuses have one `type`, or types with the same
/// path, all are on one page, and its JSON is a list. A `type` without a path, such as a URN, has no
/// page, and neither has `/`, which belongs to the application.
///
/// The pages show doc comments and the names of Rust types to everyone. The example is the problem,
/// also for a type whose `body` is another one.
///
/// The pages are made once, when the layer is created.
#[derive(Clone)]
pub struct CatalogLayer {
    /// By the path and query of the request.
    pages: Arc<BTreeMap<String, Page>>,
}

/// A page in each representation.
#[derive(Clone)]
struct Page {
    json: Bytes,
    html: Bytes,
    markdown: Bytes,
}

#[derive(Clone, Copy)]
enum Representation {
    Json,
    Html,
    Markdown,
    Text,
}

impl CatalogLayer {
    /// Creates the pages of a catalog.
    ///
    /// ```
    /// use status_core::describe::{Catalog, CatalogLayer};
    /// use status_core::{HttpStatus, StatusTable};
    ///
    /// #[derive(HttpStatus)]
    /// #[status(type_base = "https://shop.example/errors/")]
    /// enum OrderError {
    ///     /// No order has this number.
    ///     #[status(404)]
    ///     OrderNotFound,
    /// }
    ///
    /// let catalog = Catalog::new("Shop").table(OrderError::TABLE)?;
    /// let layer = CatalogLayer::new(&catalog);
    /// assert_eq!(
    ///     layer.paths().collect::<Vec<_>>(),
    ///     ["/errors/", "/errors/order-not-found"],
    /// );
    /// # Ok::<(), status_core::describe::DuplicateError>(())
    /// ```
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        // Two hosts can have pages at one path, and two statuses of a table can have one `type`.
        let mut at: BTreeMap<&str, Vec<Entry<'_>>> = BTreeMap::new();
        let mut indexes = BTreeSet::new();
        for table in &catalog.tables {
            for status in &table.statuses {
                let address = status.type_uri.as_deref().and_then(Address::of);
                let Some(Address { target, fragment }) = address else { continue };
                at.entry(target).or_default().push(Entry { table, status });
                if fragment.is_some() {
                    indexes.insert(target);
                }
            }
            indexes.extend(table.type_base.as_deref().and_then(Address::of_index));
        }
        let (json, markdown) = (Bytes::from(catalog.json()), Bytes::from(catalog.markdown()));
        let index_with = |is_here: IsHere<'_>| Page {
            json: json.clone(),
            html: index(catalog, &Served, is_here).into(),
            markdown: markdown.clone(),
        };
        let of_statuses =
            |(target, entries): (&&str, &Vec<_>)| Some(((*target).to_string(), Page::of(entries)?));
        let mut pages: BTreeMap<String, Page> = at.iter().filter_map(of_statuses).collect();
        let plain = index_with(&|_| false);
        for target in indexes {
            let page = match at.get(target) {
                Some(_) => index_with(&|address| address.target == target),
                None => plain.clone(),
            };
            pages.insert(target.to_string(), page);
        }
        Self { pages: Arc::new(pages) }
    }

    /// Returns the path of each page, with the query if it has one.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.pages.keys().map(String::as_str)
    }

    /// Returns the response to a request, for a framework that is not in the list above. `None` if
    /// the method is neither GET nor HEAD, or if there is no page: the application answers.
    ///
    /// `target` is the path of the request and its query, which is ignored unless it is part of a
    /// `type`. `accept` has the value of each `Accept` line. The response to a HEAD has the content of
    /// the GET, which servers omit.
    ///
    /// ```
    /// use status_core::describe::{Catalog, CatalogLayer};
    /// # use status_core::{HttpStatus, StatusTable};
    /// #
    /// # #[derive(HttpStatus)]
    /// # #[status(type_base = "https://shop.example/errors/")]
    /// # enum OrderError {
    /// #     /// No order has this number.
    /// #     #[status(404)]
    /// #     OrderNotFound,
    /// # }
    ///
    /// let layer = CatalogLayer::new(&Catalog::new("Shop").table(OrderError::TABLE)?);
    /// let answer = layer.answer("GET", "/errors/order-not-found", [&b"text/html"[..]]).unwrap();
    /// assert_eq!(answer.status.code(), 200);
    /// assert_eq!(answer.fields["content-type"], "text/html; charset=utf-8");
    /// assert!(layer.answer("GET", "/orders/7", []).is_none());
    /// # Ok::<(), status_core::describe::DuplicateError>(())
    /// ```
    #[must_use]
    pub fn answer<'a>(
        &self,
        method: &str,
        target: &str,
        accept: impl IntoIterator<Item = &'a [u8]>,
    ) -> Option<Answer> {
        if !matches!(method, "GET" | "HEAD") {
            return None;
        }
        let path = target.split('?').next().unwrap_or(target);
        let page = self.pages.get(target).or_else(|| self.pages.get(path))?;
        Some(page.answer(accept))
    }
}

impl Page {
    /// The page of these statuses, or `None` if there are none.
    fn of(entries: &[Entry<'_>]) -> Option<Self> {
        let statuses: Vec<_> = entries.iter().map(|entry| entry.status).collect();
        let markdown: Vec<_> = statuses.iter().map(|status| of_status(status, 1)).collect();
        let json = match statuses.as_slice() {
            [status] => to_json(status),
            statuses => to_json(statuses),
        };
        Some(Self {
            json: json.into(),
            html: status_page(entries, &Served)?.into(),
            markdown: markdown.join("\n").into(),
        })
    }

    fn answer<'a>(&self, accept: impl IntoIterator<Item = &'a [u8]>) -> Answer {
        const TEXT_MARKDOWN: MediaType<'_> = MediaType::new(TEXT, MARKDOWN);
        let html = Offer { by_wildcard: 0, ..Offer::new(TEXT_HTML, 3) };
        let offers = [
            (Offer::new(APPLICATION_JSON, 4), Representation::Json),
            (html, Representation::Html),
            (Offer::new(TEXT_MARKDOWN, 2), Representation::Markdown),
            (Offer::new(TEXT_PLAIN, 1), Representation::Text),
        ];
        let (media_type, content) = match choose(accept, offers) {
            None | Some(Representation::Json) => ("application/json", &self.json),
            Some(Representation::Html) => ("text/html; charset=utf-8", &self.html),
            Some(Representation::Markdown) => ("text/markdown; charset=utf-8", &self.markdown),
            Some(Representation::Text) => ("text/plain; charset=utf-8", &self.markdown),
        };
        let mut fields = HeaderMap::new();
        fields.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
        fields.insert(VARY, HeaderValue::from_static("Accept"));
        Answer { status: Success::Ok.status(), fields, content: content.clone(), details: None }
    }
}

impl fmt::Debug for CatalogLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CatalogLayer").field("pages", &self.pages.len()).finish()
    }
}

/// Links to the same host, so that the pages can be tried on any.
struct Served;

impl Links for Served {
    fn status(&self, _: &CatalogTable, status: &CatalogStatus) -> Option<String> {
        let Address { target, fragment } = Address::of(status.type_uri.as_deref()?)?;
        let fragment = fragment.map(|it| format!("#{it}")).unwrap_or_default();
        Some(format!("{}{fragment}", on_this_host(target)))
    }

    fn index(&self, table: &CatalogTable) -> Option<String> {
        Address::of_index(table.type_base.as_deref()?).map(on_this_host)
    }
}

/// A link that starts with two slashes would be to another host.
fn on_this_host(target: &str) -> String {
    if target.starts_with("//") { format!("/.{target}") } else { target.to_string() }
}
