//! Runs the `shop_client` example against the `shop` example.

mod common;
#[path = "common/shop.rs"]
mod shop;

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use shop::Shop;

static CLIENT: LazyLock<PathBuf> = LazyLock::new(|| common::build("shop_client"));

fn client(port: &str) -> Output {
    Command::new(&*CLIENT).env("PORT", port).output().unwrap()
}

#[test]
fn every_problem_becomes_its_error_and_a_short_delay_is_waited_for() {
    // Build it before the shop starts. Building takes a while, and the trial caller's hour begins
    // when the shop starts.
    LazyLock::force(&CLIENT);
    let shop = Shop::open();

    let before = Instant::now();
    let output = client(&shop.port);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        r#"buy two teapots      {"id":3,"item":"teapot","quantity":2,"paid":false}
buy no teapot        the quantity must be from 1 to 20, not 0
buy a kettle         only 0 of kettle left
buy a teacup         the shop does not sell "teacup"
buy on trial         wait 60 min
omit the token       sign in first
see order 404        there is no order 404
see the first order  unexpected path: id: Cannot parse `first` to a `u64`
pay order 1 twice    order 1 has already been paid
pay with a bad card  failed: 502 Bad Gateway: The payment provider failed.
find the cellar      failed: 404 Not Found
see the stock        the count takes a moment (waiting 2 s)
see the stock        {"kettle":0,"teapot":998}
"#
    );
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert!(before.elapsed() >= Duration::from_secs(2));
}

#[test]
fn without_a_shop_it_says_how_to_start_one() {
    // A port that was free a moment ago.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    drop(listener);
    let output = client(&port);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        format!(
            "shop_client: no shop at http://127.0.0.1:{port}; start one with `cargo run --example shop`\n"
        )
    );
}
