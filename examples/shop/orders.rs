//! The shop over HTTP.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, LOCATION};
use axum::http::request::Parts;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use shop_errors::OrderError;
use status_core::axum::{Json, Path};
use status_core::rejection::Rejection;
use tokio::sync::Mutex;

use crate::store::{Caller, NewOrder, Order, Payment, Shop};

pub fn routes(shop: Arc<Mutex<Shop>>) -> Router {
    Router::new()
        .route("/stock", get(stock))
        .route("/orders", post(place))
        .route("/orders/{id}", get(fetch))
        .route("/orders/{id}/payment", post(pay))
        .with_state(shop)
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = OrderError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, OrderError> {
        let authorization = parts.headers.get(AUTHORIZATION);
        Self::signed_in(authorization.and_then(|value| value.to_str().ok()))
    }
}

type Shared = State<Arc<Mutex<Shop>>>;

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
pub async fn place(
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
pub async fn fetch(
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
pub async fn pay(
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
pub async fn stock(State(shop): Shared) -> Result<Json<BTreeMap<String, u32>>, OrderError> {
    let stock = shop.lock().await.stock()?.clone();
    Ok(Json(stock))
}
