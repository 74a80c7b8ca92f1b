//! The shop over gRPC, with the same errors.

use std::sync::Arc;

use shop_errors::OrderError;
use tokio::sync::Mutex;
use tonic::{Request, Response, Status};

use crate::api::orders_server::{self, OrdersServer};
use crate::api::{NewOrder, Order, OrderNumber, Payment};
use crate::store::{self, Caller, Shop};

/// The paths of the service's methods.
pub const PATHS: &str = "/shop.Orders/{*method}";

pub fn service(shop: Arc<Mutex<Shop>>) -> OrdersServer<Orders> {
    OrdersServer::new(Orders(shop))
}

pub struct Orders(Arc<Mutex<Shop>>);

fn caller<T>(request: &Request<T>) -> Result<Caller, OrderError> {
    let authorization = request.metadata().get("authorization");
    Caller::signed_in(authorization.and_then(|value| value.to_str().ok()))
}

#[tonic::async_trait]
impl orders_server::Orders for Orders {
    async fn place(&self, request: Request<NewOrder>) -> Result<Response<Order>, Status> {
        let caller = caller(&request)?;
        let NewOrder { item, quantity } = request.into_inner();
        let order = self.0.lock().await.place(caller, store::NewOrder { item, quantity })?;
        Ok(Response::new(order.into()))
    }

    async fn fetch(&self, request: Request<OrderNumber>) -> Result<Response<Order>, Status> {
        caller(&request)?;
        let order = self.0.lock().await.order(request.into_inner().id)?.clone();
        Ok(Response::new(order.into()))
    }

    async fn pay(&self, request: Request<Payment>) -> Result<Response<Order>, Status> {
        caller(&request)?;
        let Payment { id, card } = request.into_inner();
        let order = self.0.lock().await.pay(id, &store::Payment { card })?;
        Ok(Response::new(order.into()))
    }
}

impl From<store::Order> for Order {
    fn from(order: store::Order) -> Self {
        let store::Order { id, item, quantity, paid } = order;
        Self { id, item, quantity, paid }
    }
}
