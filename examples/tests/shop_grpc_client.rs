//! Runs the `shop_grpc_client` example against the `shop` example.

mod common;
#[path = "common/shop.rs"]
mod shop;

use std::process::Command;

use shop::Shop;

#[test]
fn every_grpc_status_becomes_its_error() {
    let client = common::build("shop_grpc_client");
    let shop = Shop::open();
    let output = Command::new(client).env("PORT", &shop.port).output().unwrap();
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        r#"buy two teapots      Order { id: 3, item: "teapot", quantity: 2, paid: false }
buy no teapot        the quantity must be from 1 to 20, not 0
buy a kettle         only 0 of kettle left
buy on trial         wait 60 min
omit the token       sign in first
see order 404        there is no order 404
pay order 1 twice    order 1 has already been paid
pay with a bad card  failed: 502 Bad Gateway: The payment provider failed.
"#
    );
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert!(output.status.success());
}
