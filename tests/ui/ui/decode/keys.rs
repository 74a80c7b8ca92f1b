use status_core::HttpStatus;

#[derive(HttpStatus)]
enum OrderError {
    /// No order has this number.
    #[status(404, skip_decode)]
    OrderNotFound,
    /// No item has this name.
    #[status(410, decode_default(name))]
    UnknownItem { name: String },
    /// No shop has this name.
    #[status(409, decode_default())]
    UnknownShop { name: String },
    /// No street has this name.
    #[status(422, decode_default = name)]
    UnknownStreet { name: String },
}

/// It is decoded.
#[derive(HttpStatus)]
#[status(404, decode = true)]
struct Decoded;

fn main() {}
