//! A small HTTP shop, built with axum:
//!
//! ```text
//! cargo run --example shop
//! ```
//!
//! It listens on port 3000, or on the port in the environment variable `PORT`. With
//! `cargo run --example shop -- --json`, it logs in JSON.
//!
//! Every error is defined once, in the crate `shop_errors`. The responses, the log, the OpenAPI document and the
//! pages that describe the errors are generated from it.

mod openapi;

use std::collections::{BTreeMap, HashMap};
use std::env;
use std::error::Error;
use std::future;
use std::io::{self, IsTerminal as _, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, LOCATION};
use axum::http::request::Parts;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use shop_errors::{OrderError, PaymentError, StockError};
use status_core::StatusTable as _;
use status_core::axum::{Json, Path};
use status_core::describe::{Catalog, DuplicateError};
use status_core::rejection::Rejection;
use status_core::tower::{CatalogLayer, ProblemLayer};
use tokio::net::TcpListener;
use tokio::signal;
use tokio::sync::Mutex;
use tokio::time;
use utoipa::ToSchema;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Caller {
    Demo,
    Trial,
}

impl Caller {
    fn with_token(token: &str) -> Option<Self> {
        match token {
            "demo" => Some(Self::Demo),
            "trial" => Some(Self::Trial),
            _ => None,
        }
    }

    /// How long a caller on this plan must wait between orders.
    fn pause(self) -> Duration {
        match self {
            Self::Demo => Duration::ZERO,
            Self::Trial => Duration::from_secs(60 * 60),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = OrderError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, OrderError> {
        let credentials = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        credentials
            .and_then(|credentials| credentials.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("Bearer"))
            .and_then(|(_, token)| Self::with_token(token))
            .ok_or(OrderError::SignedOut)
    }
}

/// What is ordered.
#[derive(Deserialize, ToSchema)]
struct NewOrder {
    item: String,
    quantity: u32,
}

/// An order.
#[derive(Clone, Serialize, ToSchema)]
struct Order {
    id: u64,
    item: String,
    quantity: u32,
    paid: bool,
}

/// How an order is paid.
#[derive(Deserialize, ToSchema)]
struct Payment {
    card: String,
}

struct Shop {
    stock: BTreeMap<String, u32>,
    orders: BTreeMap<u64, Order>,
    latest: HashMap<Caller, Instant>,
    /// When the count of the stock is done. The first request for the stock starts the count.
    counted: Option<Instant>,
}

impl Shop {
    /// A shop with two orders, the first of which is paid. The trial caller has just placed an
    /// order.
    fn open() -> Self {
        let order = |id, paid| (id, Order { id, item: "teapot".to_owned(), quantity: 1, paid });
        Self {
            stock: [("teapot".to_owned(), 1000), ("kettle".to_owned(), 0)].into(),
            orders: [order(1, true), order(2, false)].into(),
            latest: [(Caller::Trial, Instant::now())].into(),
            counted: None,
        }
    }

    fn place(&mut self, caller: Caller, new: NewOrder) -> Result<Order, OrderError> {
        const MAX: u32 = 20;
        let NewOrder { item, quantity } = new;
        if !(1..=MAX).contains(&quantity) {
            return Err(OrderError::WrongQuantity { quantity, max: MAX });
        }
        if let Some(latest) = self.latest.get(&caller) {
            let after = caller.pause().saturating_sub(latest.elapsed());
            if !after.is_zero() {
                return Err(OrderError::TooFast { after });
            }
        }
        self.take(&item, quantity)?;
        self.latest.insert(caller, Instant::now());
        let id = self.orders.keys().last().map_or(1, |last| last + 1);
        let order = Order { id, item, quantity, paid: false };
        self.orders.insert(id, order.clone());
        Ok(order)
    }

    fn take(&mut self, item: &str, quantity: u32) -> Result<(), StockError> {
        let Some(left) = self.stock.get_mut(item) else {
            return Err(StockError::UnknownItem { item: item.to_owned() });
        };
        let Some(rest) = left.checked_sub(quantity) else {
            return Err(StockError::SoldOut { item: item.to_owned(), left: *left });
        };
        *left = rest;
        Ok(())
    }

    /// The quantity of each item, available two seconds after the first request.
    fn stock(&mut self) -> Result<&BTreeMap<String, u32>, OrderError> {
        let now = Instant::now();
        let counted = *self.counted.get_or_insert(now + Duration::from_secs(2));
        match counted.saturating_duration_since(now) {
            Duration::ZERO => Ok(&self.stock),
            after => Err(OrderError::Counting { after }),
        }
    }

    fn order(&mut self, id: u64) -> Result<&mut Order, OrderError> {
        self.orders.get_mut(&id).ok_or(OrderError::OrderNotFound { id })
    }

    fn pay(&mut self, id: u64, payment: &Payment) -> Result<Order, OrderError> {
        let order = self.order(id)?;
        if order.paid {
            return Err(OrderError::AlreadyPaid { id });
        }
        charge(payment).map_err(OrderError::Payment)?;
        order.paid = true;
        Ok(order.clone())
    }
}

/// Simulates a payment provider, whose connection breaks when it sees some of the cards.
fn charge(payment: &Payment) -> Result<(), PaymentError> {
    let card = payment.card.as_str();
    if !card.starts_with("unlucky") {
        return Ok(());
    }
    let what = format!("connection reset while charging {card}");
    let source = io::Error::new(io::ErrorKind::ConnectionReset, what);
    Err(PaymentError { host: "payments.internal:9443", source })
}

type Shared = State<Arc<Mutex<Shop>>>;

/// The largest content that a request may have, in bytes.
const MAX_CONTENT: usize = 16 * 1024;

#[utoipa::path(
    post,
    path = "/orders",
    operation_id = "place_order",
    summary = "Places an order",
    tag = "orders",
    request_body = NewOrder,
    responses(
        (status = 201, description = "The order has been placed.", body = Order,
         headers(("Location" = String, description = "The path of the order."))),
        OrderError,
    ),
    security(("token" = [])),
)]
async fn place(
    State(shop): Shared,
    caller: Caller,
    new: Result<Json<NewOrder>, Rejection>,
) -> Result<impl IntoResponse, OrderError> {
    let Json(new) = new?;
    let order = shop.lock().await.place(caller, new)?;
    Ok((StatusCode::CREATED, [(LOCATION, format!("/orders/{}", order.id))], Json(order)))
}

#[utoipa::path(
    get,
    path = "/orders/{id}",
    operation_id = "fetch_order",
    summary = "Returns an order",
    tag = "orders",
    params(("id" = u64, Path, description = "The order number.")),
    responses((status = 200, description = "The order.", body = Order), OrderError),
    security(("token" = [])),
)]
async fn fetch(
    State(shop): Shared,
    _: Caller,
    id: Result<Path<u64>, Rejection>,
) -> Result<Json<Order>, OrderError> {
    let Path(id) = id?;
    let order = shop.lock().await.order(id)?.clone();
    Ok(Json(order))
}

#[utoipa::path(
    post,
    path = "/orders/{id}/payment",
    operation_id = "pay_order",
    summary = "Pays an order",
    tag = "orders",
    params(("id" = u64, Path, description = "The order number.")),
    request_body = Payment,
    responses((status = 200, description = "The order is paid.", body = Order), OrderError),
    security(("token" = [])),
)]
async fn pay(
    State(shop): Shared,
    _: Caller,
    id: Result<Path<u64>, Rejection>,
    payment: Result<Json<Payment>, Rejection>,
) -> Result<Json<Order>, OrderError> {
    let (Path(id), Json(payment)) = (id?, payment?);
    let order = shop.lock().await.pay(id, &payment)?;
    Ok(Json(order))
}

#[utoipa::path(
    get,
    path = "/stock",
    operation_id = "list_stock",
    summary = "Returns the quantity of each item",
    tag = "stock",
    responses(
        (status = 200, description = "The quantity of each item.", body = BTreeMap<String, u32>),
        OrderError,
    ),
    security(()),
)]
async fn stock(State(shop): Shared) -> Result<Json<BTreeMap<String, u32>>, OrderError> {
    let stock = shop.lock().await.stock()?.clone();
    Ok(Json(stock))
}

fn catalog() -> Result<Catalog, DuplicateError> {
    Catalog::new("Shop").table(OrderError::TABLE)
}

fn app(catalog: &Catalog) -> Router {
    Router::new()
        .route("/stock", get(stock))
        .route("/orders", post(place))
        .route("/orders/{id}", get(fetch))
        .route("/orders/{id}/payment", post(pay))
        .with_state(Arc::new(Mutex::new(Shop::open())))
        .merge(openapi::routes())
        .layer(DefaultBodyLimit::max(MAX_CONTENT))
        // Answers at the `type` of each problem, below `/errors/`.
        .layer(CatalogLayer::new(catalog))
        // Turns axum's own 404 and 405 into problems, and shows browsers a page instead of JSON.
        .layer(ProblemLayer::new().request_id())
}

fn port() -> Result<u16, String> {
    let Some(given) = env::var_os("PORT") else { return Ok(3000) };
    let given = given.to_string_lossy();
    given.parse().map_err(|_| format!("PORT is {given:?}; expected a number from 0 to 65535"))
}

/// Logs to stderr, including what is kept out of the responses.
fn log() -> Result<(), String> {
    let log =
        tracing_subscriber::fmt().with_writer(io::stderr).with_ansi(io::stderr().is_terminal());
    match env::args().nth(1).as_deref() {
        None => log.init(),
        Some("--json") => log.json().init(),
        Some(other) => return Err(format!("unexpected argument {other:?}; expected `--json`")),
    }
    Ok(())
}

async fn run() -> Result<(), Box<dyn Error>> {
    log()?;
    let catalog = catalog()?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port()?));
    let listener = TcpListener::bind(address).await.map_err(|error| {
        format!("cannot listen on {address}: {error}; set PORT to another port")
    })?;
    writeln!(io::stdout(), "{}", welcome(listener.local_addr()?))?;
    let served = axum::serve(listener, app(&catalog)).with_graceful_shutdown(ctrl_c());
    tokio::select! {
        result = served.into_future() => result?,
        () = grace() => {}
    }
    Ok(())
}

/// Completes two seconds after Ctrl-C, so that a stalled request cannot keep the shop open.
async fn grace() {
    ctrl_c().await;
    time::sleep(Duration::from_secs(2)).await;
}

async fn ctrl_c() {
    // Without a handler, Ctrl-C ends the process by itself.
    if signal::ctrl_c().await.is_err() {
        future::pending::<()>().await;
    }
}

fn welcome(address: SocketAddr) -> String {
    let base = format!("http://{address}");
    let demo = "-H 'Authorization: Bearer demo'";
    let trial = "-H 'Authorization: Bearer trial'";
    format!(
        r#"The shop is open at {base} until you press Ctrl-C.
Its API is described at {base}/docs/, and its errors at {base}/errors/
Open {base}/stock in a browser, or try:

201  curl -i {base}/orders {demo} --json '{{"item":"teapot","quantity":2}}'
200  curl -i {base}/orders/3/payment {demo} --json '{{"card":"lucky"}}'
200  curl -i {base}/orders/3 {demo}
400  curl -i {base}/orders/first {demo}
400  curl -i {base}/orders {demo} --json '{{"item":"teapot"'
401  curl -i {base}/orders/1
404  curl -i {base}/orders/404 {demo}
409  curl -i {base}/orders/1/payment {demo} --json '{{"card":"lucky"}}'
409  curl -i {base}/orders {demo} --json '{{"item":"kettle","quantity":1}}'
415  curl -i {base}/orders {demo} -H 'Content-Type: text/plain' --json '{{"item":"teapot","quantity":1}}'
422  curl -i {base}/orders {demo} --json '{{"item":"teapot"}}'
422  curl -i {base}/orders {demo} --json '{{"item":"teapot","quantity":0}}'
422  curl -i {base}/orders {demo} --json '{{"item":"teacup","quantity":1}}'
429  curl -i {base}/orders {trial} --json '{{"item":"teapot","quantity":1}}'
502  curl -i {base}/orders/2/payment {demo} --json '{{"card":"unlucky"}}'
503  curl -i {base}/stock
404  curl -i {base}/orders/404 {demo} -H 'Accept: text/plain'
"#
    )
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("shop: {error}");
            ExitCode::FAILURE
        }
    }
}
