//! The Rust client that openapi-generator generates.

use shop_rust::apis::Error;
use shop_rust::apis::configuration::Configuration;
use shop_rust::apis::orders_api::{
    FetchOrderError, PayOrderError, PlaceOrderError, fetch_order, pay_order, place_order,
};
use shop_rust::apis::stock_api::{ListStockError, list_stock};
use shop_rust::models::{
    NewOrder, Payment, PlaceOrder400Response as OneOf400, PlaceOrder409Response as OneOf409,
    PlaceOrder422Response as OneOf422,
};

fn client(token: &str) -> Configuration {
    Configuration {
        base_path: std::env::var("SHOP").expect("the script sets it"),
        bearer_access_token: Some(token.to_owned()),
        ..Configuration::default()
    }
}

/// The error that the client has decoded.
fn error<T, E: std::fmt::Debug>(result: Result<T, Error<E>>) -> E {
    match result {
        Err(Error::ResponseError(response)) => response.entity.expect("a known error"),
        Err(error) => panic!("{error:?}"),
        Ok(_) => panic!("a success"),
    }
}

fn order(item: &str, quantity: i32) -> NewOrder {
    NewOrder::new(item.to_owned(), quantity)
}

fn payment(card: &str) -> Payment {
    Payment::new(card.to_owned())
}

macro_rules! expect {
    ($($call:expr => $pattern:pat,)*) => {{
        let mut count = 0;
        $(
            let found = error($call.await);
            assert!(matches!(&found, $pattern), "{found:?}");
            count += 1;
        )*
        count
    }};
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let [demo, trial, nobody] = ["demo", "trial", "nobody"].map(client);
    let count = expect! {
        list_stock(&demo) => ListStockError::Status503(_),
        fetch_order(&demo, -1) => FetchOrderError::Status400(OneOf400::BadNumber(_)),
        place_order(&demo, order("teapot", -1)) => PlaceOrderError::Status422(OneOf422::UnexpectedJson(_)),
        place_order(&demo, order(&"x".repeat(20_000), 1)) => PlaceOrderError::Status413(_),
        fetch_order(&nobody, 1) => FetchOrderError::Status401(_),
        fetch_order(&demo, 404) => FetchOrderError::Status404(_),
        pay_order(&demo, 1, payment("lucky")) => PayOrderError::Status409(OneOf409::AlreadyPaid(_)),
        place_order(&demo, order("teapot", 0)) => PlaceOrderError::Status422(OneOf422::WrongQuantity(_)),
        place_order(&demo, order("teacup", 1)) => PlaceOrderError::Status422(OneOf422::UnknownItem(_)),
        place_order(&demo, order("kettle", 1)) => PlaceOrderError::Status409(OneOf409::SoldOut(_)),
        place_order(&trial, order("teapot", 1)) => PlaceOrderError::Status429(_),
        pay_order(&demo, 2, payment("unlucky")) => PayOrderError::Status502(_),
    };
    println!("openapi-generator, Rust: {count} errors");
}
