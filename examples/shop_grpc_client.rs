//! A gRPC client of the `shop` example. Start the shop first, then:
//!
//! ```text
//! cargo run --example shop_grpc_client
//! ```
//!
//! It connects to port 3000, or to the port in the environment variable `PORT`. It shares the crate
//! `shop_errors` with the shop, and gets the shop's own errors back.

#[path = "shop/api.rs"]
mod api;

use std::env;
use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;

use shop_errors::{OrderError, StockError};
use status_core::problem::{Failure, Problem};
use tonic::transport::{Channel, Endpoint};
use tonic::{Request, Response, Status};

use crate::api::orders_client::OrdersClient;
use crate::api::{NewOrder, Order, OrderNumber, Payment};

/// A request of the caller who has this token.
fn as_caller<T>(token: &str, message: T) -> Result<Request<T>, Box<dyn Error>> {
    let mut request = Request::new(message);
    request.metadata_mut().insert("authorization", format!("Bearer {token}").parse()?);
    Ok(request)
}

/// What the client tells its user.
fn in_words(answer: Result<Response<Order>, Status>) -> String {
    let status = match answer {
        Ok(order) => return format!("{:?}", order.into_inner()),
        Err(status) => status,
    };
    match Failure::from(Problem::from_grpc(&status)) {
        Failure::Decoded(OrderError::OrderNotFound { id }) => format!("there is no order {id}"),
        Failure::Decoded(OrderError::TooFast { after }) => {
            format!("wait {} min", after.as_secs().div_ceil(60))
        }
        Failure::Decoded(OrderError::Stock(StockError::SoldOut { item, left })) => {
            format!("only {left} of {item} left")
        }
        Failure::Decoded(error) => error.to_string(),
        Failure::Other(problem) => format!("failed: {problem}"),
    }
}

fn say(what: &str, answer: Result<Response<Order>, Status>) {
    // Do not stop if stdout is closed.
    let _ = writeln!(io::stdout(), "{what:<20} {}", in_words(answer));
}

async fn tour(client: &mut OrdersClient<Channel>) -> Result<(), Box<dyn Error>> {
    let new = |item: &str, quantity| NewOrder { item: item.to_owned(), quantity };
    let payment = |id, card: &str| Payment { id, card: card.to_owned() };
    say("buy two teapots", client.place(as_caller("demo", new("teapot", 2))?).await);
    say("buy no teapot", client.place(as_caller("demo", new("teapot", 0))?).await);
    say("buy a kettle", client.place(as_caller("demo", new("kettle", 1))?).await);
    say("buy on trial", client.place(as_caller("trial", new("teapot", 1))?).await);
    say("omit the token", client.fetch(OrderNumber { id: 1 }).await);
    say("see order 404", client.fetch(as_caller("demo", OrderNumber { id: 404 })?).await);
    say("pay order 1 twice", client.pay(as_caller("demo", payment(1, "lucky"))?).await);
    say("pay with a bad card", client.pay(as_caller("demo", payment(2, "unlucky"))?).await);
    Ok(())
}

async fn run() -> Result<(), Box<dyn Error>> {
    let port = env::var("PORT").unwrap_or_else(|_| "3000".to_owned());
    let base = format!("http://127.0.0.1:{port}");
    let channel = Endpoint::from_shared(base.clone())?
        .connect()
        .await
        .map_err(|_| format!("no shop at {base}; start one with `cargo run --example shop`"))?;
    tour(&mut OrdersClient::new(channel)).await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("shop_grpc_client: {error}");
            ExitCode::FAILURE
        }
    }
}
