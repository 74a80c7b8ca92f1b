use status_core::{HttpStatus, StatusTable, status_table};

status_table! {
    /// What our edge answers.
    #[derive(Default)]
    pub enum Edge: 5xx {
        /// It failed.
        #[default]
        503 ServiceUnavailable,
        /// It failed.
        502 BadGateway "",
        /// It failed.
        504 GatewayTimeout,
    }
}

const CODE: u16 = Edge::BadGateway.code();
const FOUND: Option<Edge> = Edge::from_code(503);

#[derive(HttpStatus)]
enum Outer {
    #[status(transparent)]
    Edge(Edge),
}

fn main() {
    println!("{CODE} {FOUND:?} {} {:?}", Edge::default(), Edge::TABLE);
    println!("{:?} {:?}", Edge::try_from(502), "502".parse::<Edge>());
    println!("{} {}", Edge::GatewayTimeout as u16, Edge::BadGateway.status());
    println!("{:?}", Outer::Edge(Edge::BadGateway).reason());
    match Edge::ALL[0] {
        Edge::ServiceUnavailable | Edge::BadGateway | Edge::GatewayTimeout => {}
    }
}
