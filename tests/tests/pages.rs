//! Which paths the pages behind `type` answer at, and how they link to each other.

#![expect(dead_code, reason = "the statuses are only described")]

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc;
use std::thread;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::get;
use http_body_util::BodyExt as _;
use status_core::describe::{Catalog, CatalogLayer};
use status_core::tower::ProblemLayer;
use status_core::{ServerError, StatusTable as _, Table};
use status_test_support::{Response, request};
use tower::{Layer as _, ServiceBuilder, ServiceExt as _};

macro_rules! errors {
    ($($module:ident: $base:literal;)*) => { $(
        mod $module {
            #[derive(status_core::HttpStatus)]
            #[status(type_base = $base)]
            pub enum Error {
                /// It is A.
                #[status(404)]
                A,
                /// It is B.
                #[status(409)]
                B,
            }
        }
    )* };
}

errors! {
    folder: "https://shop.example/errors/";
    prefix: "/v1/errors/shop-";
    fragment: "https://shop.example/problems#";
    query: "/problem?code=";
    query_and_fragment: "/problem?v=1#";
    slashes: "https://shop.example//x/";
    root: "https://shop.example/";
    urn: "urn:shop:";
}

fn catalog(table: &'static Table) -> Catalog {
    Catalog::new("Shop").table(table).unwrap()
}

fn paths(table: &'static Table) -> Vec<String> {
    CatalogLayer::new(&catalog(table)).paths().map(str::to_owned).collect()
}

#[test]
fn the_pages_are_at_the_path_of_each_type_and_the_index_is_in_its_folder() {
    assert_eq!(paths(folder::Error::TABLE), ["/errors/", "/errors/a", "/errors/b"]);
    let expected = ["/v1/errors/", "/v1/errors/shop-a", "/v1/errors/shop-b"];
    assert_eq!(paths(prefix::Error::TABLE), expected);
    assert_eq!(paths(fragment::Error::TABLE), ["/problems"]);
    assert_eq!(paths(query::Error::TABLE), ["/problem", "/problem?code=a", "/problem?code=b"]);
    assert_eq!(paths(slashes::Error::TABLE), ["//x/", "//x/a", "//x/b"]);
    // The root is a page of the application.
    assert_eq!(paths(root::Error::TABLE), ["/a", "/b"]);
    assert_eq!(paths(urn::Error::TABLE), [""; 0]);
    assert_eq!(paths(ServerError::TABLE), [""; 0]);
}

#[test]
fn the_debug_output_of_the_layer_has_no_pages() {
    let layer = CatalogLayer::new(&catalog(folder::Error::TABLE));
    let pages = layer.paths().count();
    assert_eq!(format!("{layer:?}"), format!("CatalogLayer {{ pages: {pages} }}"));
}

fn html(table: &'static Table, target: &str) -> String {
    let layer = CatalogLayer::new(&catalog(table).table(ServerError::TABLE).unwrap());
    let answer = layer.answer("GET", target, [&b"text/html"[..]]).unwrap();
    String::from_utf8(answer.content.to_vec()).unwrap()
}

fn links(page: &str) -> Vec<&str> {
    let links = page.split("<a href=\"").skip(1);
    links.map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn the_pages_link_to_pages_of_the_same_host() {
    assert_eq!(links(&html(folder::Error::TABLE, "/errors/")), ["/errors/a", "/errors/b"]);
    assert_eq!(links(&html(folder::Error::TABLE, "/errors/a")), ["/errors/", "/errors/b"]);
    assert_eq!(links(&html(folder::Error::TABLE, "/errors/b")), ["/errors/a", "/errors/"]);
    assert_eq!(links(&html(slashes::Error::TABLE, "//x/a")), ["/.//x/", "/.//x/b"]);
    assert_eq!(links(&html(root::Error::TABLE, "/a")), ["/b"]);
    let query = html(query::Error::TABLE, "/problem?code=b");
    assert!(query.contains("<h1 dir=\"auto\">It is B.</h1>"), "{query}");
}

/// The server does not see the fragment.
#[test]
fn the_index_has_each_status_whose_type_has_a_fragment() {
    let page = html(fragment::Error::TABLE, "/problems");
    for id in ["a", "b"] {
        let section = page.split_once(&format!("<section id=\"{id}\">")).unwrap().1;
        let section = section.split_once("</section>").unwrap().0;
        assert!(section.contains("<h4>Example</h4>"), "{section}");
    }
}

/// Defines a type whose statuses A and C have one `type`.
macro_rules! shared {
    ($($module:ident: $base:literal;)*) => { $(
        mod $module {
            #[derive(status_core::HttpStatus)]
            #[status(type_base = $base)]
            pub enum Error {
                /// It is gone.
                ///
                /// This is A.
                #[status(410, slug = "gone")]
                A,
                /// It is B.
                #[status(409)]
                B,
                /// It is gone.
                ///
                /// This is C.
                #[status(410, slug = "gone")]
                C,
                /// It is D.
                #[status(409)]
                D,
            }
        }
    )* };
}

shared! {
    shared_folder: "/errors/";
    shared_fragment: "/t#";
}

fn answer(layer: &CatalogLayer, target: &str, accept: &str) -> String {
    let answer = layer.answer("GET", target, [accept.as_bytes()]).unwrap();
    String::from_utf8(answer.content.to_vec()).unwrap()
}

#[test]
fn the_page_of_a_type_has_each_status_that_has_it() {
    let layer = CatalogLayer::new(&catalog(shared_folder::Error::TABLE));
    assert_eq!(
        layer.paths().collect::<Vec<_>>(),
        ["/errors/", "/errors/b", "/errors/d", "/errors/gone"]
    );
    let page = answer(&layer, "/errors/gone", "text/html");
    let shown: Vec<_> = page.split("This is ").skip(1).map(|it| &it[..2]).collect();
    assert_eq!(shown, ["A.", "C."]);
    assert_eq!(page.matches("<h1").count(), 2);
    assert!(page.contains("<title>410: It is gone.</title>"), "{page}");
    assert_eq!(links(&page), ["/errors/b", "/errors/", "/errors/d"]);
    // The way back leads to it.
    assert_eq!(
        links(&answer(&layer, "/errors/b", "text/html")),
        ["/errors/gone", "/errors/", "/errors/gone"]
    );
    assert_eq!(
        links(&answer(&layer, "/errors/", "text/html")),
        ["/errors/gone", "/errors/b", "/errors/d"]
    );

    let page = answer(&layer, "/errors/gone", "text/markdown");
    let (a, c) = page.split_once("\n\n# 410 It is gone.\n\n").unwrap();
    assert!(a.starts_with("# 410 It is gone.\n\n"), "{page}");
    assert!(a.contains("This is A.") && c.contains("This is C."), "{page}");

    let json = |target| -> serde_json::Value {
        serde_json::from_str(&answer(&layer, target, "application/json")).unwrap()
    };
    let names: Vec<_> =
        json("/errors/gone").as_array().unwrap().iter().map(|it| it["name"].clone()).collect();
    assert_eq!(names, ["A", "C"]);
    assert_eq!(json("/errors/b")["name"], "B");
}

#[test]
fn each_id_of_the_index_is_there_once() {
    let catalog = catalog(shared_fragment::Error::TABLE).table(fragment::Error::TABLE).unwrap();
    let layer = CatalogLayer::new(&catalog);
    assert_eq!(layer.paths().collect::<Vec<_>>(), ["/problems", "/t"]);
    let page = answer(&layer, "/t", "text/html");
    let ids = |page: &str| -> Vec<String> {
        let ids = page.split(" id=\"").skip(1);
        ids.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&page), ["gone", "b", "d"]);
    assert!(page.contains("This is A.") && page.contains("This is C."), "{page}");
    assert_eq!(page.matches("<section").count(), 4);
    // What is described elsewhere is a link.
    assert_eq!(links(&page), ["/problems#a", "/problems#b"]);
    let (list, first) = ("<ul class=\"statuses\">", "<ul class=\"statuses\">\n<li>");
    assert_eq!([list, first].map(|tag| page.matches(tag).count()), [1, 1], "{page}");
    let page = answer(&layer, "/problems", "text/html");
    assert_eq!(ids(&page), ["a", "b"]);
    assert_eq!(links(&page), ["/t#gone", "/t#b", "/t#d"]);
    let layer = CatalogLayer::new(&self::catalog(query_and_fragment::Error::TABLE));
    assert_eq!(layer.paths().collect::<Vec<_>>(), ["/problem", "/problem?v=1"]);
    assert_eq!(ids(&answer(&layer, "/problem?v=1", "text/html")), ["a", "b"]);
    assert_eq!(
        links(&answer(&layer, "/problem", "text/html")),
        ["/problem?v=1#a", "/problem?v=1#b"]
    );
}

/// The server does not see the host.
#[test]
fn types_of_two_hosts_with_one_path_share_a_page() {
    mod other {
        /// It is the other A.
        #[derive(status_core::HttpStatus)]
        #[status(503, slug = "a", type_base = "https://other.example/errors/")]
        pub struct Error;
        /// It is the index of the shop's errors.
        #[derive(status_core::HttpStatus)]
        #[status(503, slug = "problems", type_base = "https://index.example/")]
        pub struct Index;
    }
    let catalog = catalog(folder::Error::TABLE).table(other::Error::TABLE).unwrap();
    let layer = CatalogLayer::new(&catalog);
    assert_eq!(layer.paths().collect::<Vec<_>>(), ["/errors/", "/errors/a", "/errors/b"]);
    for media_type in ["text/html", "text/markdown", "application/json"] {
        let page = answer(&layer, "/errors/a", media_type);
        assert!(page.contains("It is A.") && page.contains("It is the other A."), "{page}");
    }
    // An index has the status in full if it is at its `type`.
    for tables in [
        [fragment::Error::TABLE, other::Index::TABLE],
        [other::Index::TABLE, fragment::Error::TABLE],
    ] {
        let catalog = Catalog::new("Shop").table(tables[0]).unwrap().table(tables[1]).unwrap();
        let page = answer(&CatalogLayer::new(&catalog), "/problems", "text/html");
        assert!(page.contains("<section>\n<h3 dir=\"auto\">503 It is the index"), "{page}");
        assert_eq!(page.matches("<section").count(), 3);
    }
}

#[test]
fn a_query_that_is_not_part_of_the_type_is_ignored() {
    assert_eq!(
        html(folder::Error::TABLE, "/errors/a?x=y"),
        html(folder::Error::TABLE, "/errors/a")
    );
    let page = html(query::Error::TABLE, "/problem?code=c");
    assert!(page.contains("<h1 dir=\"auto\">Shop errors</h1>"), "{page}");
}

#[test]
fn other_methods_and_paths_have_no_page() {
    let layer = CatalogLayer::new(&catalog(folder::Error::TABLE));
    for (method, target) in [
        ("POST", "/errors/a"),
        ("OPTIONS", "/errors/a"),
        ("GET", "/errors"),
        ("GET", "/errors/c"),
        ("GET", "/errors/a/"),
        ("GET", "/"),
        ("GET", "*"),
        ("GET", ""),
    ] {
        assert!(layer.answer(method, target, []).is_none(), "{method} {target}");
    }
    assert!(layer.answer("HEAD", "/errors/a", []).is_some());
}

fn serve() -> SocketAddr {
    let (tell, address) = mpsc::channel();
    thread::spawn(move || {
        let router: Router = Router::new()
            .route("/orders", get(|| async { "orders" }))
            .layer(CatalogLayer::new(&catalog(folder::Error::TABLE)))
            .layer(ProblemLayer::new());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
            tell.send(listener.local_addr().unwrap()).unwrap();
            axum::serve(listener, router).await.unwrap();
        });
    });
    address.recv().unwrap()
}

/// The inner service panics if it is called before it is ready.
#[tokio::test]
async fn the_inner_service_is_polled_until_it_is_ready() {
    let service = ServiceBuilder::new()
        .layer(CatalogLayer::new(&catalog(folder::Error::TABLE)))
        .concurrency_limit(1)
        .service(Router::<()>::new());
    let ask = |path| service.clone().oneshot(Request::get(path).body(Body::empty()).unwrap());
    let inner = ask("/nowhere").await.unwrap();
    assert_eq!(inner.status().as_u16(), 404);
    assert_eq!(format!("{:?}", inner.body()), "ProblemBody(the inner service's)");
    let page = ask("/errors/a").await.unwrap();
    assert_eq!(page.status().as_u16(), 200);
    assert_eq!(format!("{:?}", page.body()), "ProblemBody(a problem)");
}

/// Not every server omits the content of a HEAD.
#[tokio::test]
async fn a_head_has_the_length_of_the_get_and_no_content() {
    let layer = CatalogLayer::new(&catalog(folder::Error::TABLE));
    let ask = |method| {
        let request = Request::builder().method(method).uri("/errors/a");
        let service = layer.layer(Router::<()>::new());
        async move {
            let response = service.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            let length = response.headers().get("content-length").cloned();
            let content = response.into_body().collect().await.unwrap().to_bytes();
            (length, content)
        }
    };
    let (_, content) = ask("GET").await;
    let (length, none) = ask("HEAD").await;
    assert_eq!(length.unwrap().to_str().unwrap(), content.len().to_string());
    assert!(none.is_empty() && !content.is_empty());
}

#[test]
fn the_layer_answers_before_the_routes_and_leaves_them_alone() {
    let address = serve();
    let send = |method, path| -> Response { request(address, method, path, &[], "") };
    assert_eq!(send("GET", "/errors/a").line, "HTTP/1.1 200 OK");
    assert_eq!(send("GET", "/orders").content, "orders");
    assert_eq!(send("POST", "/errors/a").line, "HTTP/1.1 404 Not Found");
    let (get, head) = (send("GET", "/errors/a"), send("HEAD", "/errors/a"));
    assert_eq!(head.one("content-length"), get.content.len().to_string());
    assert_eq!(head.content, "");
}
