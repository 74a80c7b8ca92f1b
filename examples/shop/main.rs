//! A small HTTP shop, built with axum:
//!
//! ```text
//! cargo run --example shop
//! ```
//!
//! It listens on port 3000, or on the port in the environment variable `PORT`. With
//! `cargo run --example shop -- --json`, it logs in JSON.
//!
//! Every error is defined once, in the crate `shop_errors`. The responses over HTTP and gRPC, the log, the
//! OpenAPI document and the pages that describe the errors are generated from it.

mod api;
mod app;
mod grpc;
mod openapi;
mod orders;
mod store;

use std::env;
use std::error::Error;
use std::future;
use std::io::{self, IsTerminal as _, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::signal;
use tokio::time;

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
    let catalog = app::catalog()?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port()?));
    let listener = TcpListener::bind(address).await.map_err(|error| {
        format!("cannot listen on {address}: {error}; set PORT to another port")
    })?;
    writeln!(io::stdout(), "{}", welcome(listener.local_addr()?))?;
    let served = axum::serve(listener, app::app(&catalog)).with_graceful_shutdown(ctrl_c());
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
It also speaks gRPC: cargo run --example shop_grpc_client
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
