use std::error::Error;
use std::rc::Rc;
use std::sync::Arc;

use status_core::HttpStatus;

struct Foreign;

#[derive(HttpStatus)]
enum OrderError {
    #[status(transparent)]
    Shared(Rc<Foreign>),
    #[status(transparent)]
    Any(Arc<dyn Error>),
    #[status(transparent)]
    Wrapped(Wrapped),
}

#[derive(HttpStatus)]
#[status(transparent)]
struct Wrapped(Box<Foreign>);

fn main() {}
