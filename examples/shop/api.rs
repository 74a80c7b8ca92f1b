//! The shop's gRPC API: its messages, and the service that `build.rs` generates.

#![allow(clippy::pedantic, reason = "the service is generated")]

/// What is ordered.
#[derive(Clone, PartialEq, prost::Message)]
pub struct NewOrder {
    #[prost(string, tag = "1")]
    pub item: String,
    #[prost(uint32, tag = "2")]
    pub quantity: u32,
}

/// Which order is asked for.
#[derive(Clone, PartialEq, prost::Message)]
pub struct OrderNumber {
    #[prost(uint64, tag = "1")]
    pub id: u64,
}

/// How an order is paid.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Payment {
    #[prost(uint64, tag = "1")]
    pub id: u64,
    #[prost(string, tag = "2")]
    pub card: String,
}

/// An order.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Order {
    #[prost(uint64, tag = "1")]
    pub id: u64,
    #[prost(string, tag = "2")]
    pub item: String,
    #[prost(uint32, tag = "3")]
    pub quantity: u32,
    #[prost(bool, tag = "4")]
    pub paid: bool,
}

include!(concat!(env!("OUT_DIR"), "/shop.Orders.rs"));
