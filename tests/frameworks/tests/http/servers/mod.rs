//! A small server in each framework.

#[cfg(feature = "actix_web")]
pub mod actix_web;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "http")]
pub mod hyper;
#[cfg(feature = "poem")]
pub mod poem;
#[cfg(feature = "rocket")]
pub mod rocket;
#[cfg(feature = "salvo")]
pub mod salvo;
#[cfg(feature = "warp")]
pub mod warp;

use std::future::Future;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc::Sender;

use tokio::net::TcpListener;
use tokio::runtime::Builder;

/// Runs a server on a port of its own, in this thread.
#[cfg_attr(
    not(any(
        feature = "axum",
        feature = "http",
        feature = "poem",
        feature = "salvo",
        feature = "warp"
    )),
    expect(dead_code, reason = "actix-web and rocket have ways of their own")
)]
fn run<F: Future<Output = ()>>(tell: &Sender<SocketAddr>, serve: impl FnOnce(TcpListener) -> F) {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        tell.send(listener.local_addr().unwrap()).unwrap();
        serve(listener).await;
    });
}
