//! Generates the shop's gRPC service.

use tonic_build::manual::{Builder, Method, Service};

fn main() {
    let method = |name: &str, route: &str, input: &str| {
        Method::builder()
            .name(name)
            .route_name(route)
            .input_type(format!("super::{input}"))
            .output_type("super::Order")
            .codec_path("tonic_prost::ProstCodec")
            .build()
    };
    let service = Service::builder()
        .package("shop")
        .name("Orders")
        .method(method("place", "Place", "NewOrder"))
        .method(method("fetch", "Fetch", "OrderNumber"))
        .method(method("pay", "Pay", "Payment"))
        .build();
    Builder::new().compile(&[service]);
    println!("cargo::rerun-if-changed=build.rs");
}
