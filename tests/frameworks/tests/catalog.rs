//! The pages behind `type` in each framework: the same requests, with the same answers.

#![cfg(all(
    feature = "actix_web",
    feature = "axum",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "warp",
))]

use std::net::SocketAddr;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use status_core::describe::{Catalog, CatalogLayer};
use status_core::represent::ProblemLayer;
use status_core::{HttpStatus, StatusTable};
use status_test_support::{Response, request};

#[derive(HttpStatus)]
#[expect(dead_code, reason = "the statuses are only described")]
#[status(type_base = "https://shop.example/errors/")]
enum OrderError {
    /// No order has this number.
    ///
    /// <script>alert(1)</script>
    #[status(404)]
    OrderNotFound,
    /// Nothing is left.
    #[status(409)]
    SoldOut,
}

/// What every path below `/errors/` answers without the layer, to any method.
const APPLICATION: &str = "from the application";

fn layer() -> CatalogLayer {
    CatalogLayer::new(&Catalog::new("Shop").table(OrderError::TABLE).unwrap())
}

fn start(serve: fn(&Sender<SocketAddr>)) -> SocketAddr {
    let (tell, address) = mpsc::channel();
    thread::spawn(move || serve(&tell));
    address.recv_timeout(Duration::from_secs(30)).expect("the server listens")
}

fn run<F: Future<Output = ()>>(
    tell: &Sender<SocketAddr>,
    serve: impl FnOnce(tokio::net::TcpListener) -> F,
) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        tell.send(listener.local_addr().unwrap()).unwrap();
        serve(listener).await;
    });
}

#[track_caller]
fn is_page(sent: &Response, media_type: &str, content: &str) {
    assert_eq!(sent.line, "HTTP/1.1 200 OK", "{sent:?}");
    assert_eq!(sent.one("content-type"), media_type, "{sent:?}");
    assert_eq!(sent.one("vary"), "Accept", "{sent:?}");
    assert_eq!(sent.one("content-length"), sent.content.len().to_string(), "{sent:?}");
    assert!(sent.content.contains(content), "{content}: {sent:?}");
}

fn check(serve: fn(&Sender<SocketAddr>)) {
    let address = start(serve);
    let ask = |method: &str, path: &str, accept: &str| {
        request(address, method, path, &[("Accept", accept)], "")
    };
    let page = "/errors/order-not-found";
    for (accept, media_type, content) in [
        ("*/*", "application/json", "\"slug\": \"order-not-found\""),
        ("image/png", "application/json", "\"slug\": \"order-not-found\""),
        ("application/json, text/html;q=0.9", "application/json", "\"slug\": \"order-not-found\""),
        (
            "text/html,application/xhtml+xml,*/*;q=0.8",
            "text/html; charset=utf-8",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
        ),
        ("text/markdown", "text/markdown; charset=utf-8", "# 404 No order has this number.\n"),
        ("text/*", "text/markdown; charset=utf-8", "&lt;script>alert(1)"),
        ("text/plain", "text/plain; charset=utf-8", "# 404 No order has this number.\n"),
    ] {
        let get = ask("GET", page, accept);
        is_page(&get, media_type, content);
        let head = ask("HEAD", page, accept);
        assert_eq!(head.content, "", "{head:?}");
        for name in ["content-type", "content-length", "vary"] {
            assert_eq!(head.one(name), get.one(name), "{accept}");
        }
    }
    let index = ask("GET", "/errors/", "text/html");
    is_page(&index, "text/html; charset=utf-8", "<a href=\"/errors/order-not-found\">");
    is_page(&ask("GET", "/errors/", "*/*"), "application/json", "\"catalog_version\": 1");
    is_page(
        &ask("GET", "/errors/", "text/markdown"),
        "text/markdown; charset=utf-8",
        "# Shop errors\n",
    );
    is_page(&ask("GET", "/errors/sold-out?a=b", "*/*"), "application/json", "Conflict");

    // Everything else reaches the application.
    for (method, path) in [("GET", "/errors/nowhere"), ("POST", page), ("DELETE", page)] {
        let sent = ask(method, path, "*/*");
        assert_eq!(sent.content, APPLICATION, "{method} {path}: {sent:?}");
    }
    let sent = ask("GET", "/nowhere", "text/plain");
    assert_eq!(sent.content, "404 Not Found\n", "{sent:?}");
}

mod actix_web {
    use actix_web::rt::System;
    use actix_web::web::route;
    use actix_web::{App, HttpServer};

    use super::{APPLICATION, ProblemLayer, Sender, SocketAddr, check, layer};

    fn serve(tell: &Sender<SocketAddr>) {
        let app = || {
            App::new()
                .wrap(layer())
                .wrap(ProblemLayer::new())
                .route("/errors/{path}", route().to(|| async { APPLICATION }))
        };
        System::new().block_on(async {
            let server = HttpServer::new(app).workers(1).bind(("127.0.0.1", 0)).unwrap();
            tell.send(server.addrs()[0]).unwrap();
            server.run().await.unwrap();
        });
    }

    #[test]
    fn actix_web() {
        check(serve);
    }
}

mod axum {
    use axum::Router;
    use axum::routing::any;

    use super::{APPLICATION, ProblemLayer, Sender, SocketAddr, check, layer, run};

    fn serve(tell: &Sender<SocketAddr>) {
        let router: Router = Router::new()
            .route("/errors/{path}", any(|| async { APPLICATION }))
            .layer(layer())
            .layer(ProblemLayer::new());
        run(tell, |listener| async { axum::serve(listener, router).await.unwrap() });
    }

    #[test]
    fn axum() {
        check(serve);
    }
}

mod poem {
    use poem::listener::TcpAcceptor;
    use poem::{EndpointExt, Route, Server, handler};

    use super::{APPLICATION, ProblemLayer, Sender, SocketAddr, check, layer, run};

    #[handler]
    fn application() -> &'static str {
        APPLICATION
    }

    fn serve(tell: &Sender<SocketAddr>) {
        let route = Route::new().at("/errors/:path", application);
        let route = route.with(layer()).with(ProblemLayer::new());
        run(tell, |listener| async {
            let server = Server::new_with_acceptor(TcpAcceptor::from_tokio(listener).unwrap());
            server.run(route).await.unwrap();
        });
    }

    #[test]
    fn poem() {
        check(serve);
    }
}

mod rocket {
    use rocket::fairing::AdHoc;
    use rocket::{Config, routes};

    use super::{APPLICATION, ProblemLayer, Sender, SocketAddr, check, layer};

    #[rocket::get("/errors/<_>")]
    fn get() -> &'static str {
        APPLICATION
    }

    #[rocket::post("/errors/<_>")]
    fn post() -> &'static str {
        APPLICATION
    }

    #[rocket::delete("/errors/<_>")]
    fn delete() -> &'static str {
        APPLICATION
    }

    fn serve(tell: &Sender<SocketAddr>) {
        let config =
            Config { port: 0, log_level: rocket::config::LogLevel::Off, ..Config::default() };
        let tell = tell.clone();
        let tell = AdHoc::on_liftoff("tell", move |rocket| {
            let config = rocket.config();
            tell.send((config.address, config.port).into()).unwrap();
            Box::pin(async {})
        });
        let rocket = rocket::custom(config).attach(layer()).attach(ProblemLayer::new());
        let rocket = rocket.attach(tell).mount("/", routes![get, post, delete]);
        rocket::execute(rocket.launch()).unwrap();
    }

    #[test]
    fn rocket() {
        check(serve);
    }
}

mod salvo {
    use salvo_core::conn::tcp::TcpAcceptor;
    use salvo_core::{Router, Server, Service, handler};

    use super::{APPLICATION, ProblemLayer, Sender, SocketAddr, check, layer, run};

    #[handler]
    async fn application() -> &'static str {
        APPLICATION
    }

    fn serve(tell: &Sender<SocketAddr>) {
        let router = Router::with_path("errors/{path}").goal(application);
        let service = Service::new(router).hoop(ProblemLayer::new()).hoop(layer());
        run(tell, |listener| async {
            Server::new(TcpAcceptor::try_from(listener).unwrap()).serve(service).await;
        });
    }

    #[test]
    fn salvo() {
        check(serve);
    }
}

mod warp {
    use hyper_util::rt::TokioIo;
    use hyper_util::service::TowerToHyperService;
    use tower::ServiceBuilder;
    use warp::{Filter, path};

    use super::{APPLICATION, ProblemLayer, Sender, SocketAddr, check, layer, run};

    fn serve(tell: &Sender<SocketAddr>) {
        let filter = path!("errors" / String).map(|_| APPLICATION);
        let service = ServiceBuilder::new()
            .layer(ProblemLayer::new())
            .layer(layer())
            .service(warp::service(filter));
        run(tell, |listener| async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let connection = hyper::server::conn::http1::Builder::new();
                let service = TowerToHyperService::new(service.clone());
                let _ = connection.serve_connection(TokioIo::new(stream), service).await;
            }
        });
    }

    #[test]
    fn warp() {
        check(serve);
    }
}
