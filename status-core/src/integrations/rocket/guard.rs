//! The problems of guards, on their way to the catcher.

use std::sync::{Mutex, PoisonError};

use rocket::Request;
use rocket::http::Status as Code;
use rocket::outcome::Outcome;

use crate::canonical::server_error::ServerError;
use crate::problem::object::Problem;
use crate::problem::occurrence::Occurrence;
use crate::status::Status;

/// An error with which a request guard or data guard fails.
///
/// rocket tells a catcher only the code of a failed guard. [`into_outcome`](Self::into_outcome)
/// keeps the rest for it: the header fields, the type, the detail, the members, and the message for
/// the log.
///
/// ```
/// use rocket::Request;
/// use rocket::request::{FromRequest, Outcome};
/// use status_core::HttpStatus;
/// use status_core::rocket::GuardError as _;
///
/// #[derive(Debug, thiserror::Error, HttpStatus)]
/// #[status(rocket)]
/// enum SignInError {
///     /// The caller has not signed in.
///     #[error("sign in first")]
///     #[status(401, header("WWW-Authenticate" = "Bearer"))]
///     SignedOut,
/// }
///
/// struct User;
///
/// #[rocket::async_trait]
/// impl<'r> FromRequest<'r> for User {
///     type Error = SignInError;
///
///     async fn from_request(request: &'r Request<'_>) -> Outcome<Self, SignInError> {
///         match request.headers().get_one("authorization") {
///             Some("Bearer demo") => Outcome::Success(Self),
///             _ => SignInError::SignedOut.into_outcome(request),
///         }
///     }
/// }
/// ```
///
/// Every type with [`HttpStatus`](crate::HttpStatus) and [`Display`](core::fmt::Display) implements
/// it, and so does [`Problem`].
pub trait GuardError: Sized {
    /// Keeps the problem of this error for the catcher, and returns the outcome with which the
    /// guard fails.
    ///
    /// The problem is sent, and logged, by the catcher of a [`ProblemLayer`] or by one that returns
    /// [`caught`]. If the route takes the guard as an `Option` or a `Result`, nothing is logged, and
    /// the problem is only sent if the route then fails with the same code.
    ///
    /// [`ProblemLayer`]: crate::represent::ProblemLayer
    fn into_outcome<S, F>(self, request: &Request<'_>) -> Outcome<S, (Code, Self), F>;
}

impl<E: Occurrence> GuardError for E {
    fn into_outcome<S, F>(self, request: &Request<'_>) -> Outcome<S, (Code, Self), F> {
        let code = keep(Problem::of(&self), request);
        Outcome::Error((code, self))
    }
}

impl GuardError for Problem {
    fn into_outcome<S, F>(self, request: &Request<'_>) -> Outcome<S, (Code, Self), F> {
        let code = keep(self.clone(), request);
        Outcome::Error((code, self))
    }
}

/// Returns the problem of a failed guard or, for any other error with this code, the canonical
/// problem. It is for a catcher of your own:
///
/// ```
/// use rocket::http::Status;
/// use rocket::{Request, catch, catchers};
/// use status_core::problem::Problem;
///
/// #[catch(default)]
/// fn problem(code: Status, request: &Request<'_>) -> Problem {
///     status_core::rocket::caught(code, request)
/// }
///
/// let rocket = rocket::build().register("/", catchers![problem]);
/// # drop(rocket);
/// ```
///
/// A problem is returned once.
#[must_use]
pub fn caught(code: Code, request: &Request<'_>) -> Problem {
    let kept = kept(request).lock().unwrap_or_else(PoisonError::into_inner).take();
    kept.filter(|problem| problem.status().code() == code.code).unwrap_or_else(|| {
        let status = Status::from_code(code.code);
        Problem::new(status.unwrap_or(ServerError::InternalServerError.status()))
    })
}

/// Replaces the problem of a guard that failed before, whose error the route has handled.
fn keep(problem: Problem, request: &Request<'_>) -> Code {
    let problem = problem.sendable();
    let code = Code::new(problem.status().code());
    *kept(request).lock().unwrap_or_else(PoisonError::into_inner) = Some(problem);
    code
}

/// The request-local cache stores one value of each type, which cannot be replaced.
#[derive(Default)]
struct Kept(Mutex<Option<Problem>>);

fn kept<'r>(request: &'r Request<'_>) -> &'r Mutex<Option<Problem>> {
    &request.local_cache(Kept::default).0
}
