use status_core::HttpStatus;

#[derive(HttpStatus)]
enum Error {
    /// It has one.
    #[status(404)]
    Documented,
    #[doc(hidden)]
    #[status(404)]
    Hidden,
    #[status(404, allow(missing_docs))]
    Waived,
    #[status(404)]
    Alpha,
    #[status(404)]
    Beta,
    #[status(404)]
    Gamma,
    #[status(404)]
    Delta,
    #[status(404)]
    Epsilon,
    #[status(404)]
    Zeta,
    #[status(404)]
    Eta,
    #[status(404)]
    Theta,
    #[status(404)]
    Iota,
    #[status(404)]
    Kappa,
    #[status(404)]
    Lambda,
    #[status(404)]
    Mu,
}

fn main() {}
