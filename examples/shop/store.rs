//! What the shop keeps in memory, and its callers.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use shop_errors::{OrderError, PaymentError, StockError};
use utoipa::ToSchema;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Caller {
    Demo,
    Trial,
}

impl Caller {
    /// The caller whose token is in the header field `Authorization`, in HTTP and in gRPC.
    pub fn signed_in(authorization: Option<&str>) -> Result<Self, OrderError> {
        authorization
            .and_then(|credentials| credentials.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("Bearer"))
            .and_then(|(_, token)| Self::with_token(token))
            .ok_or(OrderError::SignedOut)
    }

    fn with_token(token: &str) -> Option<Self> {
        match token {
            "demo" => Some(Self::Demo),
            "trial" => Some(Self::Trial),
            _ => None,
        }
    }

    /// How long a caller on this plan must wait between orders.
    fn pause(self) -> Duration {
        match self {
            Self::Demo => Duration::ZERO,
            Self::Trial => Duration::from_secs(60 * 60),
        }
    }
}

/// What is ordered.
#[derive(Deserialize, ToSchema)]
pub struct NewOrder {
    pub item: String,
    pub quantity: u32,
}

/// An order.
#[derive(Clone, Serialize, ToSchema)]
pub struct Order {
    pub id: u64,
    pub item: String,
    pub quantity: u32,
    pub paid: bool,
}

/// How an order is paid.
#[derive(Deserialize, ToSchema)]
pub struct Payment {
    /// The payment provider's token for the card, which is not its number.
    pub card: String,
}

pub struct Shop {
    stock: BTreeMap<String, u32>,
    orders: BTreeMap<u64, Order>,
    latest: HashMap<Caller, Instant>,
    /// When the count of the stock is done. The first request for the stock starts the count.
    counted: Option<Instant>,
}

impl Shop {
    /// A shop with two orders, the first of which is paid. The trial caller has just placed an
    /// order.
    pub fn open() -> Self {
        let order = |id, paid| (id, Order { id, item: "teapot".to_owned(), quantity: 1, paid });
        Self {
            stock: [("teapot".to_owned(), 1000), ("kettle".to_owned(), 0)].into(),
            orders: [order(1, true), order(2, false)].into(),
            latest: [(Caller::Trial, Instant::now())].into(),
            counted: None,
        }
    }

    pub fn place(&mut self, caller: Caller, new: NewOrder) -> Result<Order, OrderError> {
        const MAX: u32 = 20;
        let NewOrder { item, quantity } = new;
        if !(1..=MAX).contains(&quantity) {
            return Err(OrderError::WrongQuantity { quantity, max: MAX });
        }
        if let Some(latest) = self.latest.get(&caller) {
            let after = caller.pause().saturating_sub(latest.elapsed());
            if !after.is_zero() {
                return Err(OrderError::TooFast { after });
            }
        }
        self.take(&item, quantity)?;
        self.latest.insert(caller, Instant::now());
        let id = self.orders.keys().last().map_or(1, |last| last + 1);
        let order = Order { id, item, quantity, paid: false };
        self.orders.insert(id, order.clone());
        Ok(order)
    }

    fn take(&mut self, item: &str, quantity: u32) -> Result<(), StockError> {
        let Some(left) = self.stock.get_mut(item) else {
            return Err(StockError::UnknownItem { item: item.to_owned() });
        };
        let Some(rest) = left.checked_sub(quantity) else {
            return Err(StockError::SoldOut { item: item.to_owned(), left: *left });
        };
        *left = rest;
        Ok(())
    }

    /// The quantity of each item, available two seconds after the first request.
    pub fn stock(&mut self) -> Result<&BTreeMap<String, u32>, OrderError> {
        let now = Instant::now();
        let counted = *self.counted.get_or_insert(now + Duration::from_secs(2));
        match counted.saturating_duration_since(now) {
            Duration::ZERO => Ok(&self.stock),
            after => Err(OrderError::Counting { after }),
        }
    }

    pub fn order(&mut self, id: u64) -> Result<&mut Order, OrderError> {
        self.orders.get_mut(&id).ok_or(OrderError::OrderNotFound { id })
    }

    pub fn pay(&mut self, id: u64, payment: &Payment) -> Result<Order, OrderError> {
        let order = self.order(id)?;
        if order.paid {
            return Err(OrderError::AlreadyPaid { id });
        }
        charge(payment).map_err(OrderError::Payment)?;
        order.paid = true;
        Ok(order.clone())
    }
}

/// Simulates a payment provider, whose connection breaks when it sees some of the cards.
fn charge(payment: &Payment) -> Result<(), PaymentError> {
    let card = payment.card.as_str();
    if !card.starts_with("unlucky") {
        return Ok(());
    }
    let what = format!("connection reset while charging {card}");
    let source = io::Error::new(io::ErrorKind::ConnectionReset, what);
    Err(PaymentError { host: "payments.internal:9443", source })
}
