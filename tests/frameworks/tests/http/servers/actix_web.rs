//! actix-web.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::mpsc::Sender;

use actix_web::rt::System;
use actix_web::web::{Path, route};
use actix_web::{App, HttpServer};

use crate::errors::{self, OrderError};
use crate::{Framework, Reason};

pub const FRAMEWORK: Framework =
    Framework { serve, adds: &[], reason: Reason::OfTheRow, counts_nothing: false };

async fn order(path: Path<String>) -> Result<String, OrderError> {
    errors::order(&path)
}

fn serve(tell: &Sender<SocketAddr>) {
    let app = || {
        App::new()
            .route("/errors/{path}", route().to(order))
            .route("/about", route().to(|| async { errors::about() }))
            .route("/problem", route().to(|| async { errors::problem() }))
            .route("/foreign", route().to(|| async { errors::foreign() }))
            .route("/deleted", route().to(|| async { errors::deleted() }))
            .route("/unchanged", route().to(|| async { errors::unchanged() }))
    };
    System::new().block_on(async {
        let server = HttpServer::new(app).workers(1).bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        tell.send(server.addrs()[0]).unwrap();
        server.run().await.unwrap();
    });
}
