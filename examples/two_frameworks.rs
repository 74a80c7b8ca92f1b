//! Serves the same errors with axum and with actix-web, and compares the responses:
//!
//! ```text
//! cargo run --example two_frameworks --features two_frameworks
//! ```
//!
//! Supporting the second framework takes one more key on `OrderError`: `actix_web`.

use std::error::Error;
use std::net::{Ipv4Addr, TcpListener};
use std::thread;
use std::time::Duration;

use status_core::HttpStatus;

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, actix_web, type_base = "https://shop.example/errors/")]
enum OrderError {
    /// No order has this number.
    #[error("order {id} not found")]
    #[status(404, members(id))]
    OrderNotFound { id: u64 },

    /// The caller sends orders faster than its plan allows.
    #[error("slow down")]
    #[status(429, header("Retry-After" = after))]
    TooFast { after: Duration },

    /// The payment provider failed.
    #[error("payment provider: {0}")]
    #[status(BAD_GATEWAY)]
    Payment(#[source] std::io::Error),
}

/// The logic that both servers share.
fn order(id: u64) -> Result<String, OrderError> {
    match id {
        1 => Ok("a teapot\n".to_owned()),
        2 => Err(OrderError::TooFast { after: Duration::from_secs(60) }),
        3 => Err(OrderError::Payment(std::io::Error::other("payments.internal is down"))),
        id => Err(OrderError::OrderNotFound { id }),
    }
}

mod with_axum {
    use axum::Router;
    use axum::extract::Path;
    use axum::routing::get;

    use super::OrderError;

    async fn order(Path(id): Path<u64>) -> Result<String, OrderError> {
        super::order(id)
    }

    #[tokio::main(flavor = "current_thread")]
    pub async fn serve(listener: std::net::TcpListener) -> std::io::Result<()> {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, Router::new().route("/orders/{id}", get(order))).await
    }
}

mod with_actix_web {
    use actix_web::web::{Path, get};
    use actix_web::{App, HttpServer, rt};

    use super::OrderError;

    async fn order(id: Path<u64>) -> Result<String, OrderError> {
        super::order(*id)
    }

    pub fn serve(listener: std::net::TcpListener) -> std::io::Result<()> {
        let server = HttpServer::new(|| App::new().route("/orders/{id}", get().to(order)));
        rt::System::new().block_on(server.workers(1).disable_signals().listen(listener)?.run())
    }
}

/// Fetches an order and formats the response: the status, the header fields without `Date`, and the
/// content.
fn response(port: u16, id: u64) -> Result<String, ureq::Error> {
    let agent: ureq::Agent =
        ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let mut response = agent.get(format!("http://127.0.0.1:{port}/orders/{id}")).call()?;
    let mut text = format!("{}\n", response.status());
    let mut fields: Vec<_> =
        response.headers().iter().filter(|(name, _)| *name != "date").collect();
    fields.sort_unstable_by_key(|(name, _)| name.as_str());
    for (name, value) in fields {
        text.extend([name.as_str(), ": ", &String::from_utf8_lossy(value.as_bytes()), "\n"]);
    }
    text += "\n";
    text += &response.body_mut().read_to_string()?;
    Ok(text)
}

fn main() -> Result<(), Box<dyn Error>> {
    // The sockets are already listening, so requests sent before a server runs are not refused.
    let axum = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let actix_web = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let ports = [axum.local_addr()?.port(), actix_web.local_addr()?.port()];
    thread::spawn(|| with_axum::serve(axum));
    thread::spawn(|| with_actix_web::serve(actix_web));

    for id in 2..=4 {
        let [axum, actix_web] = [response(ports[0], id)?, response(ports[1], id)?];
        println!("/orders/{id}\n\n{}\n", axum.trim_end());
        if axum == actix_web {
            println!("axum and actix-web send the same response.\n");
        } else {
            return Err(format!("actix-web sends another response:\n\n{actix_web}").into());
        }
    }
    Ok(())
}
