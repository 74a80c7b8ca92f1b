//! What the tests in `tests/` share: a server for each service, and its table of published codes.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread;

use axum::Router;
use status_core::{Status, StatusTable};

/// Starts a server and returns its address. It stops with the process.
///
/// # Panics
///
/// Panics if no port is free.
#[must_use]
pub fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.set_nonblocking(true).expect("tokio needs it");
    let address = listener.local_addr().expect("it is bound");
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a thread has a runtime").block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).expect("it is bound");
            axum::serve(listener, router).await.expect("it does not end");
        });
    });
    address
}

/// The codes that a service publishes, in the order of its table: each with its HTTP code.
#[must_use]
pub fn published<E: StatusTable>() -> Vec<(u16, &'static str)> {
    E::TABLE.iter().map(|status: &Status| (status.code(), status.slug())).collect()
}

/// Checks that the published codes are these, in order, and that only `shared` are those of two rows.
///
/// # Panics
///
/// Panics if they are not.
#[track_caller]
pub fn assert_published<E: StatusTable>(expected: &[(u16, &str)], shared: &[&str]) {
    let codes = published::<E>();
    assert_eq!(codes, expected);
    for (_, slug) in &codes {
        let rows = codes.iter().filter(|(_, other)| other == slug).count();
        assert_eq!(rows, if shared.contains(slug) { 2 } else { 1 }, "{slug}");
    }
}
